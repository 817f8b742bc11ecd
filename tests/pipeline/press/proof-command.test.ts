/** The command `proof`: what it writes, and what it leaves alone. */
import { access, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { PDFName } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { silentLog } from "../../../src/log.ts";
import {
  builtBrochure,
  proofFile,
  readPages,
  type Proof,
  type ProofOptions,
} from "../../../src/commands/proof.ts";
import { openProject, type Project } from "../../support/project.ts";
import { brokenPdfs } from "./broken-pdfs.ts";
import { drawnPdf, type Drawing } from "./separations-drawing.ts";

let project: Project;

beforeAll(async () => {
  project = await openProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const place = (name: string): string => path.join(project.dir, name);
const write = async (name: string, bytes: Uint8Array | string): Promise<void> => {
  await mkdir(path.dirname(place(name)), { recursive: true });
  await writeFile(place(name), bytes);
};

/** Its lower half in these inks. */
const half = (inks: readonly number[]): Drawing => ({
  content: `${inks.join(" ")} k 0 0 100 50 re f`,
});
const PAGES = [half([1, 0, 0, 0]), half([0, 0.6, 1, 0]), half([0, 0, 0, 1])];

/** The command itself, without a process of its own. */
const proof = (input: string, options: Partial<ProofOptions> = {}): Promise<Proof> =>
  proofFile({
    output: undefined,
    dpi: 36,
    pages: undefined,
    log: silentLog,
    signal: new AbortController().signal,
    ...options,
    input: place(input),
  });

/** Width and height, and the samples in the middle of the upper and of the lower half. */
async function look(name: string) {
  const space = name.includes("composite") ? "srgb" : "b-w";
  const picture = sharp(place(name)).toColourspace(space).raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const at = (y: number): readonly number[] => {
    const start = (Math.floor(height * y) * width + Math.floor(width / 2)) * channels;
    return [...data.subarray(start, start + channels)];
  };
  return { size: [width, height], upper: at(0.25), lower: at(0.75) };
}

describe("imprimatur proof", () => {
  it("takes the brochure that was built where no file is named", async () => {
    const brochure = "output/print/orange-face-a-la-covid-19-brochure.pdf";
    await expect(
      builtBrochure(project.dir, {
        log: silentLog,
        signal: new AbortController().signal,
      }),
    ).rejects.toMatchObject({
      code: "edition-not-built",
      message: `${brochure} does not exist`,
      hint: expect.stringContaining("npm run build") as string,
    });
    await write(brochure, await drawnPdf(...PAGES));
    const { code, stdout } = await project.run(["proof", "--dpi", "36"]);
    expect(code).toBe(0);
    expect(stdout).toContain("orange-face-a-la-covid-19-brochure-proof: 3 pages");
    await access(place("output/print/orange-face-a-la-covid-19-brochure-proof/page-01-cyan.png"));
  });

  it("writes a picture a separation and a composite of each page beside the PDF", async () => {
    await write("ad.pdf", await drawnPdf(...PAGES));
    const { code, stdout, stderr } = await project.run(["proof", "ad.pdf"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^proof +3 of 3 pages +\d+\.\d s\n/);
    expect(stdout).toContain("ad-proof: 3 pages, four separations and a composite each, 150 dpi\n");
    expect((await readdir(place("ad-proof"))).sort()).toEqual([
      ...["01", "02", "03"].flatMap((page) =>
        ["black", "composite", "cyan", "magenta", "yellow"].map(
          (separation) => `page-${page}-${separation}.png`,
        ),
      ),
      "proof.json",
    ]);
  });

  it("full ink is black, no ink is white, and the size is the page's", async () => {
    await write("ad.pdf", await drawnPdf(...PAGES));
    await proof("ad.pdf", { dpi: 72 });
    expect(await look("ad-proof/page-01-cyan.png")).toEqual({
      size: [100, 100],
      upper: [255],
      lower: [0],
    });
    expect((await look("ad-proof/page-01-black.png")).lower).toEqual([255]);
    expect((await look("ad-proof/page-02-magenta.png")).lower).toEqual([102]);
    const { density, channels, depth } = await sharp(place("ad-proof/page-01-cyan.png")).metadata();
    expect({ density, channels, depth }).toEqual({ density: 72, channels: 1, depth: "uchar" });
  });

  it("the composite is seen through the profile: paper white, black as ink prints", async () => {
    const { upper, lower } = await look("ad-proof/page-02-composite.png");
    expect(upper).toEqual([255, 255, 255]);
    const [red = 0, green = 0, blue = 255] = lower;
    expect(red).toBeGreaterThan(220);
    expect(green).toBeGreaterThan(90);
    expect(green).toBeLessThan(160);
    expect(blue).toBeLessThan(60);
    const black = (await look("ad-proof/page-03-composite.png")).lower;
    expect(Math.min(...black)).toBeGreaterThan(15);
    expect(Math.max(...black)).toBeLessThan(70);
  });

  it("takes pages, a resolution and a folder, and says what it made as JSON", async () => {
    await write("ad.pdf", await drawnPdf(...PAGES));
    const args = ["--pages", "3,1", "--dpi", "36", "-o", "out/look", "--json"];
    const { code, stdout } = await project.run(["proof", "ad.pdf", ...args]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      folder: "out/look",
      pages: [1, 3],
      dpi: 36,
      profile: expect.stringContaining("FOGRA39") as string,
    });
    const names = await readdir(place("out/look"));
    expect(names.filter((name) => name.endsWith(".png"))).toHaveLength(10);
    expect((await look("out/look/page-03-black.png")).size).toEqual([50, 50]);
    expect((await project.run(["proof", "ad.pdf", "--pages", "1", "--quiet"])).stdout).toBe("");
  });

  it("pictures stand as the page is read", async () => {
    const turned: Drawing = {
      ...half([0, 0, 0, 1]),
      mediaBox: [0, 0, 100, 200],
      page: (dict, context) => {
        dict.set(PDFName.of("Rotate"), context.obj(90));
      },
    };
    // The lower quarter of the page, which is on the left once it is turned clockwise.
    await write("turned.pdf", await drawnPdf(turned));
    await proof("turned.pdf", { dpi: 72 });
    const picture = sharp(place("turned-proof/page-01-black.png")).toColourspace("b-w");
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([200, 100]);
    expect([data[50 * 200 + 25], data[50 * 200 + 175]]).toEqual([0, 255]);
  });

  it("replaces what it made, as a whole", async () => {
    await write("again.pdf", await drawnPdf(...PAGES));
    await proof("again.pdf");
    await proof("again.pdf", { pages: "2" });
    expect(await readdir(place("again-proof"))).toHaveLength(6);
    await symlink(place("again-proof"), place("link"));
    await proof("again.pdf", { output: place("link") });
    expect(await readdir(place("again-proof"))).toHaveLength(16);
  });

  it.each([
    [
      "with other files in it",
      ["notes.txt", "proof.json"],
      "it has other files in it, such as notes.txt",
    ],
    ["of pictures of another's", ["page-01-cyan.png"], "it has no proof.json in it"],
  ])("leaves a folder alone %s", async (_, names, why) => {
    const folder = `kept-${names.length}`;
    for (const name of names) await write(`${folder}/${name}`, "mine");
    await write("ad.pdf", await drawnPdf(...PAGES));
    await expect(proof("ad.pdf", { output: place(folder) })).rejects.toMatchObject({
      code: "output-not-ours",
      message: `${place(folder)} is not replaced: ${why}`,
    });
    expect((await readdir(place(folder))).sort()).toEqual(names);
  });

  it("leaves a file alone that stands where the folder would", async () => {
    await write("ad.pdf", await drawnPdf(...PAGES));
    await expect(proof("ad.pdf", { output: place("ad.pdf") })).rejects.toMatchObject({
      code: "output-not-ours",
    });
    await expect(proof("ad.pdf", { output: place("ad.pdf/below") })).rejects.toMatchObject({
      code: "output-not-ours",
    });
    await access(place("ad.pdf"));
  });

  it.each([
    ...brokenPdfs.map(
      ({ what, make, message }) =>
        [what, async () => make(await drawnPdf(...PAGES, ...PAGES)), {}, message] as const,
    ),
    ["of fewer pages", () => drawnPdf(...PAGES), { pages: "2-4" }, "there is no page 4"],
    ["for no pages", () => drawnPdf(...PAGES), { pages: "3-1" }, '"3-1" names no pages'],
    ["too large", () => drawnPdf(...PAGES), { dpi: 50_000 }, "the separations of page 1 would be"],
  ] as const)("writes nothing of a PDF %s, and says why", async (_, make, options, message) => {
    await write("bad.pdf", await make());
    const before = await readdir(project.dir);
    await expect(proof("bad.pdf", options)).rejects.toMatchObject({
      name: "PublicationError",
      message: expect.stringContaining(message) as string,
      place: { file: place("bad.pdf") },
      hint: expect.any(String) as string,
    });
    expect(await readdir(project.dir)).toEqual(before);
  });

  it("names the file that is wrong, or not there", async () => {
    await write("bad.pdf", "<html>");
    const { code, stdout, stderr } = await project.run(["proof", "bad.pdf", "--quiet"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: The file is not a PDF.*\n {2}at bad\.pdf\n {2}hint: /);
    expect((await project.run(["proof", "none.pdf"])).stderr).toContain("none.pdf cannot be read");
    expect((await project.run(["proof", "ad.pdf", "--dpi", "none"])).stderr).toContain("--dpi");
  });

  it("a person can stop it, and then nothing is left of it", async () => {
    const pages = Array.from({ length: 200 }, () => half([1, 0, 0, 0]));
    await write("long.pdf", await drawnPdf(...pages));
    const before = await readdir(project.dir);
    const stop = new AbortController();
    const running = project.run(["proof", "long.pdf", "--dpi", "600"], { signal: stop.signal });
    const folderAside = async (): Promise<boolean> =>
      (await readdir(project.dir)).some((name) => name.endsWith(".part"));
    while (!(await folderAside())) await new Promise((resolve) => setTimeout(resolve, 50));
    stop.abort();
    const { code, stderr } = await running;
    expect(code).toBe(130);
    expect(stderr).toContain("stopped");
    expect(await readdir(project.dir)).toEqual(before);
  });
});

describe("pages by their numbers", () => {
  it.each([
    ["1-4,8", [1, 2, 3, 4, 8]],
    ["8, 2 - 3,2", [2, 3, 8]],
    [undefined, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])("%s", (text, pages) => {
    expect(readPages(text, 9)).toEqual(pages);
  });

  it.each(["", "a", "1-", "0", "2--3", "1;2"])("“%s” is none", (text) => {
    expect(() => readPages(text, 9)).toThrow("names no pages");
  });
});
