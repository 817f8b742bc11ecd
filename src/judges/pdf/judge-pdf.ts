/**
 * Judges a PDF as assistive technology meets it: its structure tree is read back from the file and
 * derived into HTML, which axe-core and pa11y judge; what HTML cannot show is judged on the tree;
 * contrast is judged on the paginated pages. Input: the bytes of any PDF, and the paginated pages
 * where the project laid them out. Output: the reports of every judge of PDFs.
 */
import type { Browser, Page } from "puppeteer";
import { gateOrigin, openGatedPage } from "../../browser/gate.ts";
import type { GuardedPage } from "../../browser/guarded-page.ts";
import type { ServedRoot } from "../../browser/served-files.ts";
import { openPdf, type PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { axeJudge } from "../html/axe.ts";
import type { LeastContrast } from "../html/contrast-ratio.ts";
import { deriveHtml } from "./derive-html.ts";
import { sourceOfPdf, type PdfSources } from "./pdf-sources.ts";
import type { JudgeReport } from "../verdict/finding.ts";
import { afterPreparing, reportSkipped, runJudge, type JudgeRun } from "../verdict/judge.ts";
import { withJudgedPage, type PageJudging } from "../html/judged-page.ts";
import { pdfFontsJudge } from "../design/fonts.ts";
import { layoutJudge } from "../layout/layout.ts";
import type { LayoutLimits } from "../layout/rules.ts";
import { pa11yJudge } from "../html/pa11y.ts";
import { contrastJudge, pageContrastJudge } from "../html/page-contrast.ts";
import { pdfStructureJudge, readForJudging, type PdfReading } from "./pdf-structure.ts";
import { pdfiumReader, pdfjsReader, readingFidelityJudge } from "./reading-fidelity.ts";
import { derivedSemanticsJudge } from "../html/semantics.ts";
import { DEFAULT_TIME_LIMITS, withinTarget } from "../verdict/time-limit.ts";
import type { VeraPdfJudge } from "./verapdf.ts";

export interface PdfJudging extends PageJudging {
  readonly browser: Browser;
  /** The judge of PDF/UA-1 and PDF/A-2a, opened once for all files. */
  readonly veraPdf: VeraPdfJudge;
  /** No judge is waived because this machine lacks what it needs. */
  readonly everyJudgeMustRun: boolean;
  /** The pages as they were laid out; only for a PDF that the project made. */
  readonly pages?: {
    readonly html: string;
    readonly roots: readonly ServedRoot[];
    /** Files that were laid out in the place of larger pictures, by URL path. */
    readonly standIns?: ReadonlyMap<string, string> | undefined;
    /** What the edition is held to. */
    readonly limits: LayoutLimits & { readonly contrast: LeastContrast };
  };
  /** Names of the fonts that the project ships; only for a PDF that the project made. */
  readonly shippedFonts?: ReadonlySet<string>;
  /** The source as plain text; only for a PDF that the project made. */
  readonly expectedReading?: string;
  /** Where its texts were written; only for a PDF that this run has made. */
  readonly sources?: PdfSources | undefined;
  /**
   * What the judges of its claim have said of the same content (`judgeClaim`); only for a PDF that this
   * run has made. They stand, and are not asked again: no verdict differs from what the file says of
   * itself.
   */
  readonly claimJudges?: readonly JudgeReport[] | undefined;
}

/** Pages of A4 at 96 pixels an inch fit; the judges of structure need no particular size. */
const VIEWPORT = { width: 1280, height: 1123 };

/** @throws PublicationError where the file cannot be read as a PDF. */
export function judgePdf(bytes: Uint8Array, judging: PdfJudging): Promise<readonly JudgeReport[]> {
  const { limits = DEFAULT_TIME_LIMITS } = judging;
  return withinTarget(limits, (targetSignal) => judgeWithin(bytes, { ...judging, targetSignal }));
}

async function judgeWithin(bytes: Uint8Array, asked: PdfJudging): Promise<readonly JudgeReport[]> {
  const pdf = await openPdf(bytes);
  const reading = await readForJudging(pdf);
  const judging = { ...asked, sourceOf: sourceOfPdf(asked.sources, reading.tree) };
  const { claimJudges = [] } = judging;
  const [derived, structure, fidelity, fonts, pages, standards] = await Promise.all([
    judgeDerived(reading, judging),
    judgeStructure(reading, judging),
    judgeFidelity(pdf, judging),
    judgeFonts(pdf, judging),
    judgePages(judging),
    judgeStandards(bytes, judging),
  ]);
  return [...derived, ...structure, ...fidelity, ...fonts, ...pages, standards, ...claimJudges];
}

function hasSpoken({ name }: { readonly name: string }, { claimJudges = [] }: PdfJudging): boolean {
  return claimJudges.some((report) => report.name === name);
}

async function judgeStructure(
  reading: PdfReading,
  judging: PdfJudging,
): Promise<readonly JudgeReport[]> {
  if (hasSpoken(pdfStructureJudge, judging)) return [];
  return [await runJudge(pdfStructureJudge, reading, judging)];
}

interface OpenedDocument {
  readonly html: string;
  readonly roots: readonly ServedRoot[];
  readonly standIns?: ReadonlyMap<string, string> | undefined;
}

function withDocument(
  { html, roots, standIns }: OpenedDocument,
  judging: Pick<PdfJudging, "browser" | keyof PageJudging>,
  judge: (page: Page, run: JudgeRun) => Promise<readonly JudgeReport[]>,
): Promise<readonly JudgeReport[]> {
  const { browser, onRefused } = judging;
  const documents = new Map([
    ["/document.html", { body: html, contentType: "text/html; charset=utf-8" }],
  ]);
  const open = async (): Promise<GuardedPage> => {
    const gated = await openGatedPage(browser, {
      ...{ roots, documents, standIns, onRefused },
      stays: true,
    });
    await gated.page.setViewport(VIEWPORT);
    return gated;
  };
  // It is ours, and comes to an end: what takes it long is its size.
  const { judgeTimeoutMs } = judging.limits ?? DEFAULT_TIME_LIMITS;
  return withJudgedPage(
    open,
    `${gateOrigin}/document.html`,
    { ...judging, loadTimeoutMs: judgeTimeoutMs },
    judge,
  );
}

/**
 * A derived document has the structure of the PDF and none of its looks: contrast is judged on the
 * pages, sizes of targets are a style sheet's that does not exist. It has no landmarks of a web page
 * either, which axe's best practices ask for.
 */
const derivedAxeJudge = axeJudge({
  bestPractices: false,
  withoutRules: ["color-contrast", "target-size"],
});

/** The judge of semantics sees the tables and lists that neither axe-core nor pa11y does. */
async function judgeDerived(
  { tree, facts }: PdfReading,
  judging: PdfJudging,
): Promise<readonly JudgeReport[]> {
  const html = deriveHtml(tree, facts);
  return withDocument({ html, roots: [] }, judging, async (page, run) => {
    const reports: JudgeReport[] = [];
    for (const judge of [derivedAxeJudge, pa11yJudge, derivedSemanticsJudge]) {
      reports.push(await runJudge(judge, page, run));
    }
    return reports;
  });
}

/** A PDF that was made elsewhere has no source to be compared with. */
async function judgeFidelity(
  pdf: PdfDocument,
  judging: PdfJudging,
): Promise<readonly JudgeReport[]> {
  const { expectedReading } = judging;
  if (expectedReading === undefined || hasSpoken(readingFidelityJudge, judging)) return [];
  const readers = [pdfiumReader, pdfjsReader];
  const subject = { pdf, expected: expectedReading, readers };
  return [await runJudge(readingFidelityJudge, subject, judging)];
}

/** A PDF that was made elsewhere may have what fonts it likes. */
export async function judgeFonts(
  pdf: PdfDocument,
  judging: Pick<PdfJudging, "shippedFonts" | keyof JudgeRun>,
): Promise<readonly JudgeReport[]> {
  const { shippedFonts } = judging;
  if (shippedFonts === undefined) return [];
  return [await runJudge(pdfFontsJudge, { pdf, shippedFonts }, judging)];
}

/** Contrast and layout are judged on the pages as they were laid out, opened once. */
export async function judgePages(
  judging: Pick<PdfJudging, "browser" | "pages" | keyof PageJudging>,
): Promise<readonly JudgeReport[]> {
  const { pages } = judging;
  const { name, version } = pageContrastJudge;
  if (pages === undefined) {
    const reason = "contrast is judged on paginated pages, and this PDF was made elsewhere";
    return [reportSkipped(name, version, reason)];
  }
  return withDocument(pages, judging, async (page, run) => {
    const reports: JudgeReport[] = [];
    for (const judge of [contrastJudge(pages.limits.contrast), layoutJudge(pages.limits)]) {
      // A judge that closes a DevTools session of its own takes the emulated medium with it.
      const onPaper = afterPreparing(() => page.emulateMediaType("print"), judge);
      reports.push(await runJudge(onPaper, page, run));
    }
    return reports;
  });
}

/** PDF/UA-1 and PDF/A-2a by the reference validator, which needs Java. */
async function judgeStandards(bytes: Uint8Array, judging: PdfJudging): Promise<JudgeReport> {
  const { veraPdf, everyJudgeMustRun } = judging;
  const report = await runJudge(veraPdf, bytes, judging);
  const isWaived = report.status === "skipped" && veraPdf.isMissing && !everyJudgeMustRun;
  return isWaived ? { ...report, waived: true } : report;
}
