/** Pictures that would fill the memory when they are decoded are refused by what their header says. */
import { cp, mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ContentError, type Fault } from "../../../src/publication/faults/fault.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";

const fixturesDir = path.join(import.meta.dirname, "../../fixtures/content");

let projectDir: string;

beforeEach(async () => {
  projectDir = await mkdtemp(path.join(tmpdir(), "imprimatur-limits-"));
  await cp(path.join(fixturesDir, "whole"), path.join(projectDir, "content"), { recursive: true });
  await cp(path.join(fixturesDir, "styles"), path.join(projectDir, "styles"), { recursive: true });
  await mkdir(path.join(projectDir, "content/sections"));
  await mkdir(path.join(projectDir, "content/images"));
});
afterEach(async () => {
  await rm(projectDir, { recursive: true });
});

const fileOf = (name: string): string => path.join(projectDir, "content/images", name);

async function faultsOf(name: string): Promise<readonly Fault[]> {
  await writeFile(
    path.join(projectDir, "content/sections/bombe.md"),
    `---\ntitle: Une bombe\norder: 20\n---\n\nUn texte.\n\n![Un carré](images/${name})\n`,
  );
  try {
    await loadPublicationIn(projectFolders(projectDir));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}

const dot = (width = 8, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: "#336699" } });

/** A small picture whose header says that it is large. */
async function png(width: number, height: number): Promise<Buffer> {
  const bytes = await dot().png().toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

async function jpeg(width: number, height: number): Promise<Buffer> {
  const bytes = await dot().jpeg().toBuffer();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

async function webp(width: number, height: number): Promise<Buffer> {
  const bytes = await dot().webp().toBuffer();
  const start = bytes.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
  bytes.writeUInt16LE(width, start + 3);
  bytes.writeUInt16LE(height, start + 5);
  return bytes;
}

async function avif(width: number, height: number): Promise<Buffer> {
  const bytes = await dot(64, 64).avif().toBuffer();
  for (let at = bytes.indexOf("ispe"); at !== -1; at = bytes.indexOf("ispe", at + 4)) {
    bytes.writeUInt32BE(width, at + 8);
    bytes.writeUInt32BE(height, at + 12);
  }
  return bytes;
}

async function animated(side: number, frames: number): Promise<Buffer> {
  const raw = Buffer.alloc(8 * 8 * frames * 3, 0);
  for (let frame = 0; frame < frames; frame++) raw.fill(frame * 40, frame * 192);
  const options = { raw: { width: 8, height: 8 * frames, channels: 3, pageHeight: 8 } } as const;
  const bytes = await sharp(raw, options).webp({ loop: 0 }).toBuffer();
  const canvas = bytes.indexOf("VP8X") + 12;
  bytes.writeUIntLE(side - 1, canvas, 3);
  bytes.writeUIntLE(side - 1, canvas + 3, 3);
  return bytes;
}

const place = { file: "content/sections/bombe.md", line: 8 };
const expected = "a picture of at most 100 megapixels";

it.each([
  ["bombe.png", () => png(20_000, 20_000), "has 400 megapixels"],
  ["longue.png", () => png(9_000_000, 30), "has 270 megapixels"],
  ["bombe.jpg", () => jpeg(65_000, 65_000), "has 4225 megapixels"],
  ["bombe.webp", () => webp(16_383, 16_383), "has 269 megapixels"],
  ["bombe.avif", () => avif(20_000, 6_000), "has 120 megapixels"],
  ["images.webp", () => animated(7_000, 3), "has 147 megapixels in its 3 frames"],
])("refuses %s by its header", async (name, make, words) => {
  await writeFile(fileOf(name), await make());
  expect(await faultsOf(name)).toMatchObject([
    { ...place, message: `the picture "images/${name}" ${words}`, expected },
  ]);
});

it("takes a picture of just so many pixels", async () => {
  await writeFile(fileOf("grande.jpg"), await jpeg(12_500, 8_000));
  expect(await faultsOf("grande.jpg")).toEqual([]);
});

it.each([
  ["lourde.png", 128, "128 MiB"],
  ["lourd.svg", 16, "16 MiB"],
])("refuses %s of more than %i MiB unread", async (name, mebibytes, limit) => {
  const file = await open(fileOf(name), "w");
  await file.truncate(mebibytes * 1024 * 1024 + 1);
  await file.close();
  expect(await faultsOf(name)).toMatchObject([
    {
      ...place,
      message: `the picture "images/${name}" is a file of ${mebibytes + 1} MiB`,
      expected: `a file of at most ${limit}`,
    },
  ]);
});

it("refuses a drawing that holds such a picture", async () => {
  const data = (await png(20_000, 20_000)).toString("base64");
  await writeFile(
    fileOf("dessin.svg"),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<image width="9" height="9" href="data:image/png;base64,${data}"/></svg>`,
  );
  expect(await faultsOf("dessin.svg")).toMatchObject([
    { ...place, message: 'a picture in the drawing "images/dessin.svg" has 400 megapixels' },
  ]);
});
