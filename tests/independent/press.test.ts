/**
 * The brochure and the booklet as programs read them that know nothing of the project: qpdf, Poppler
 * and Ghostscript. Pages, boxes, fonts, separations.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { readDocumentFacts } from "../../src/pdf/document/document-facts.ts";
import type { BoxPt } from "../../src/pdf/geometry/box.ts";
import { openPdf } from "../../src/pdf/objects/open-pdf.ts";
import {
  SEPARATIONS,
  renderSeparations,
  type Separation,
} from "../../src/press/separations/render-separations.ts";
import { openProject, type Project } from "../support/project.ts";
import { runProgram } from "../support/programs.ts";

const DPI = 72;
/** Names that Ghostscript gives separations. */
const NAMES: Readonly<Record<Separation, string>> = {
  cyan: "Cyan",
  magenta: "Magenta",
  yellow: "Yellow",
  black: "Black",
};

let project: Project;
let folder: string;
let brochure: string;
let booklet: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "imprimatur-separations-"));
  project = await openProject();
  const { code, stderr } = await project.run(["build", "--edition", "brochure", "--no-check"]);
  if (code !== 0) throw new Error(stderr);
  const made = path.join(project.dir, "output/print/orange-face-a-la-covid-19");
  brochure = `${made}-brochure.pdf`;
  booklet = `${made}-livret.pdf`;
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A separation as Ghostscript draws it: 0 no ink, 255 all. */
async function ghostscriptSeparations(
  context: TestContext,
  page: number,
): Promise<Readonly<Record<Separation, Uint8Array>>> {
  const out = path.join(folder, `page-${page}-%d.tif`);
  const only = [`-dFirstPage=${page}`, `-dLastPage=${page}`];
  const quiet = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER"];
  await runProgram(context, "gs", [
    ...quiet,
    "-sDEVICE=tiffsep",
    `-r${DPI * 4}`,
    // It inks every pixel that anything touches: drawn finer and averaged, edges weigh what they cover.
    "-dDownScaleFactor=4",
    ...only,
    "-o",
    out,
    brochure,
  ]);
  const entries = await Promise.all(
    SEPARATIONS.map(async (separation) => {
      const file = path.join(folder, `page-${page}-1(${NAMES[separation]}).tif`);
      const { data } = await sharp(file)
        .extractChannel(0)
        .raw()
        .toBuffer({ resolveWithObject: true });
      return [separation, data.map((gray) => 255 - gray)] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<Separation, Uint8Array>;
}

/** Samples within a box of the page, a pixel kept from its edges. */
function within(samples: Uint8Array, widthPx: number, heightPt: number, box: BoxPt): number[] {
  const [left, bottom, right, top] = box;
  const found: number[] = [];
  for (let y = Math.ceil(heightPt - top) + 1; y < Math.floor(heightPt - bottom) - 1; y++) {
    for (let x = Math.ceil(left) + 1; x < Math.floor(right) - 1; x++) {
      found.push(samples[y * widthPx + x] ?? 0);
    }
  }
  return found;
}

const most = (samples: readonly number[]): number =>
  samples.reduce((all, sample) => Math.max(all, sample), 0);
const least = (samples: readonly number[]): number =>
  samples.reduce((all, sample) => Math.min(all, sample), 255);

test("qpdf finds nothing wrong with either file", async (context) => {
  for (const file of [brochure, booklet]) {
    const { stdout, stderr } = await runProgram(context, "qpdf", ["--check", file]);
    expect(stdout).toContain("No syntax or stream encoding errors found");
    expect(stderr).toBe("");
  }
});

test("pdfinfo reads the boxes of the format, its bleed and its marks on every page", async (context) => {
  const { stdout } = await runProgram(context, "pdfinfo", ["-box", "-l", "99", brochure]);
  const pages = readDocumentFacts(await openPdf(await readFile(brochure))).pageCount;
  const mm = (length: number): number => (length * 72) / 25.4;
  const wanted = {
    MediaBox: [0, 0, mm(174), mm(236)],
    BleedBox: [mm(10), mm(10), mm(164), mm(226)],
    TrimBox: [mm(13), mm(13), mm(161), mm(223)],
  };
  for (const [name, corners] of Object.entries(wanted)) {
    const rows = [...stdout.matchAll(new RegExp(`${name}:((?: +[\\d.]+){4})`, "g"))];
    expect(rows).toHaveLength(pages);
    for (const [, numbers = ""] of rows) {
      // pdfinfo gives hundredths of a point.
      const found = numbers.trim().split(/ +/).map(Number);
      for (const [at, corner] of corners.entries()) {
        expect(Math.abs((found[at] ?? NaN) - corner)).toBeLessThan(0.006);
      }
    }
  }
});

test("pdffonts finds every font embedded, as a subset", async (context) => {
  for (const file of [brochure, booklet]) {
    const { stdout } = await runProgram(context, "pdffonts", [file]);
    const [, , ...rows] = stdout.trim().split("\n");
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/ yes +yes +(?:yes|no) +\d+ +\d+$/);
  }
});

describe("Ghostscript's separations", () => {
  test("have a page of text on black alone", async (context) => {
    const separations = await ghostscriptSeparations(context, 5);
    const { trim, heightPt, widthPx } = await pageOf(5);
    for (const separation of ["cyan", "magenta", "yellow"] as const) {
      expect(most(within(separations[separation], widthPx, heightPt, trim))).toBe(0);
    }
    expect(most(within(separations.black, widthPx, heightPt, trim))).toBe(255);
  });

  test("have black text over a colour that goes on below it", async (context) => {
    const separations = await ghostscriptSeparations(context, 4);
    const { bleed, heightPt, widthPx } = await pageOf(4);
    const inks = { cyan: 0.62, magenta: 0.1, yellow: 0 };
    for (const separation of ["cyan", "magenta", "yellow"] as const) {
      const samples = within(separations[separation], widthPx, heightPt, bleed);
      expect([least(samples), most(samples)]).toEqual(
        [inks[separation] * 255, inks[separation] * 255].map(
          (ink) => expect.closeTo(ink, -0.4) as number,
        ),
      );
    }
    expect(most(within(separations.black, widthPx, heightPt, bleed))).toBe(255);
  });

  test("are those that we draw", async (context) => {
    for (const page of [1, 4, 13, 18]) {
      const theirs = await ghostscriptSeparations(context, page);
      const bytes = await readFile(brochure);
      for await (const ours of renderSeparations(bytes, { dpi: DPI, pages: [page] })) {
        for (const separation of SEPARATIONS) {
          const [one, other] = [theirs[separation], ours.separations[separation]];
          expect(one.length).toBe(other.length);
          // Letters' edges differ by how each smooths them; the ink on the separation does not.
          expect(Math.abs(share(one) - share(other))).toBeLessThan(0.004);
          const apart = one.filter((sample, at) => Math.abs(sample - (other[at] ?? 0)) > 128);
          expect(apart.length / one.length).toBeLessThan(0.01);
        }
      }
    }
  });
});

async function pageOf(
  page: number,
): Promise<{ readonly trim: BoxPt; readonly bleed: BoxPt; heightPt: number; widthPx: number }> {
  const facts = readDocumentFacts(await openPdf(await readFile(brochure))).pages[page - 1];
  const { trim, bleed } = facts?.boxes ?? {};
  if (facts === undefined || trim === undefined || bleed === undefined) throw new Error("no boxes");
  return { trim, bleed, heightPt: facts.heightPt, widthPx: Math.round(facts.widthPt) };
}

/** How much of a separation is inked. */
function share(samples: Uint8Array): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length / 255;
}
