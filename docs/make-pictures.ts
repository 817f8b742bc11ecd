/**
 * `npm run docs:pictures`: makes the pictures of docs/design.md. Each shows three pages of an
 * edition of the project's own after one change that the page describes. Input: content/ and styles/.
 * Output: docs/images/*.png, the same bytes of the same input.
 */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PUBLICATION = "content/publication.yaml";
const TOKENS = "styles/tokens.css";

const PAGE_WIDTH = 420;
const GAP = 20;
const GROUND = "#8a8a8a";

interface Replacement {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

interface Picture {
  readonly name: string;
  readonly edition: string;
  /** Page numbers from 1. */
  readonly pages: readonly number[];
  readonly changes: readonly Replacement[];
}

const pictures: readonly Picture[] = [
  { name: "report", edition: "report", pages: [1, 4, 8], changes: [] },
  {
    name: "accent",
    edition: "report",
    pages: [1, 5, 8],
    changes: [{ file: TOKENS, from: "--accent: #ff7900;", to: "--accent: #3ad6b4;" }],
  },
  {
    name: "type-size",
    edition: "report",
    pages: [1, 4, 6],
    changes: [{ file: PUBLICATION, from: "typeSize: 11.5", to: "typeSize: 13" }],
  },
  {
    name: "format",
    edition: "report",
    pages: [1, 4, 5],
    changes: [
      {
        file: PUBLICATION,
        from: "format: A4\n    typeSize: 11.5",
        to: "format: B5\n    typeSize: 10",
      },
    ],
  },
  { name: "large-print", edition: "large-print", pages: [1, 4, 5], changes: [] },
  {
    name: "brochure",
    edition: "brochure",
    pages: [1, 4, 5],
    // As it is cut.
    changes: [
      { file: PUBLICATION, from: "booklet: { suffix: livret }", to: "marks: []\n    bleed: 0" },
    ],
  },
];

/** Builds one edition of a copy of the project. @throws Error where a change finds no place. */
async function buildEdition({ edition, changes }: Picture): Promise<Uint8Array> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-pictures-"));
  try {
    await cp(path.join(ROOT, "content"), path.join(dir, "content"), { recursive: true });
    await cp(path.join(ROOT, "styles"), path.join(dir, "styles"), { recursive: true });
    await mkdir(path.join(ROOT, ".cache"), { recursive: true });
    await symlink(path.join(ROOT, ".cache"), path.join(dir, ".cache"));
    for (const { file, from, to } of changes) {
      const text = await readFile(path.join(dir, file), "utf8");
      if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
      await writeFile(path.join(dir, file), text.replace(from, to));
    }
    const cli = path.join(ROOT, "bin/imprimatur.js");
    await promisify(execFile)(
      process.execPath,
      [cli, "build", "--no-check", "--quiet", "--edition", edition],
      { cwd: dir },
    );
    const { glob } = await import("node:fs/promises");
    for await (const file of glob("output/{pdf,print}/*.pdf", { cwd: dir })) {
      return new Uint8Array(await readFile(path.join(dir, file)));
    }
    throw new Error(`${edition} made no PDF`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function drawPages(pdf: Uint8Array, numbers: readonly number[]): Promise<readonly Buffer[]> {
  const loading = getDocument({ data: pdf, verbosity: 0 });
  const document = await loading.promise;
  const images: Buffer[] = [];
  for (const number of numbers) {
    const page = await document.getPage(number);
    const scale = PAGE_WIDTH / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    // pdf.js asks for a browser's canvas; this one has the same methods.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    images.push(canvas.toBuffer("image/png"));
  }
  await loading.destroy();
  return images;
}

/** Side by side on a grey ground. */
async function layOut(pages: readonly Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(pages.map((page) => sharp(page).metadata()));
  const height = Math.max(...sizes.map((size) => size.height));
  return sharp({
    create: {
      width: pages.length * (PAGE_WIDTH + GAP) + GAP,
      height: height + 2 * GAP,
      channels: 3,
      background: GROUND,
    },
  })
    .composite(
      pages.map((input, index) => ({ input, top: GAP, left: GAP + index * (PAGE_WIDTH + GAP) })),
    )
    .png({ palette: true, colours: 64, effort: 10 })
    .toBuffer();
}

await mkdir(path.join(ROOT, "docs/images"), { recursive: true });
for (const picture of pictures) {
  const pages = await drawPages(await buildEdition(picture), picture.pages);
  await writeFile(path.join(ROOT, `docs/images/${picture.name}.png`), await layOut(pages));
  process.stdout.write(`docs/images/${picture.name}.png\n`);
}
