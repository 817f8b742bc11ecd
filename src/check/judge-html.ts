/**
 * Judges what is made of HTML: a folder such as the web edition, one file, or the page at an address
 * of this machine. Input: where it is, and a browser; output: the reports of every judge of HTML.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "puppeteer";
import { openGatedPage } from "../browser/gate.ts";
import type { GuardedPage } from "../browser/guarded-page.ts";
import { openLoopbackPage } from "../browser/loopback.ts";
import type { Refusal } from "../browser/refusal.ts";
import { PublicationError } from "../errors.ts";
import type { Finding, JudgeReport } from "./finding.ts";
import { htmlValidityJudge } from "./html-validity.ts";
import { runJudge, type JudgeTime } from "./judge.ts";
import { fragmentsJudge, linksJudge } from "./links.ts";
import { judgeWebPage, type WebPageOptions } from "./web-modes.ts";

export interface HtmlJudging extends JudgeTime {
  readonly browser: Browser;
  readonly onRefused: (refusal: Refusal) => void;
  readonly signal: AbortSignal;
  /** Path of the folder on its host, `/` between and at both ends; `/` where it is not told. */
  readonly basePath?: string | undefined;
  /** The pages are an edition of the project, to be painted with its own fonts only. */
  readonly ownFontsOnly?: boolean;
}

async function listHtmlFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true });
  return entries.filter((name) => /\.html?$/i.test(name)).sort();
}

async function judgeOpened(
  { page, close, crashed }: GuardedPage,
  address: string,
  options: WebPageOptions,
): Promise<readonly JudgeReport[]> {
  try {
    await load(page, address).catch((error: unknown) => {
      crashed.throwIfAborted();
      throw error;
    });
    return await judgeWebPage(page, { ...options, targetSignal: crashed });
  } finally {
    await close();
  }
}

async function load(page: Page, address: string): Promise<void> {
  const response = await page.goto(address, { waitUntil: "load" }).catch((cause: unknown) => {
    // It was taken away: that says nothing of the address.
    if (page.isClosed()) throw cause;
    throw new PublicationError("page-unreachable", `${address} cannot be opened`, {
      hint: "is the server running, and is the address right?",
      cause,
    });
  });
  if (response !== null && !response.ok() && response.status() !== 304) {
    throw new PublicationError("page-unreachable", `${address} answers ${response.status()}`, {
      hint: "give the address of a page that exists",
    });
  }
}

/** One report a judge for the reports of several pages, each finding with its file before it. */
function mergePages(
  byFile: readonly (readonly [file: string, reports: readonly JudgeReport[]])[],
): readonly JudgeReport[] {
  const merged = new Map<string, JudgeReport>();
  const prefix = (file: string, findings: readonly Finding[]): readonly Finding[] =>
    findings.map((finding) => ({ ...finding, where: `${file}: ${finding.where}` }));
  for (const [file, reports] of byFile) {
    for (const report of reports) {
      const former = merged.get(report.name);
      const findings = [...(former?.findings ?? []), ...prefix(file, report.findings)];
      const toReview = [...(former?.toReview ?? []), ...prefix(file, report.toReview ?? [])];
      const reasons = [
        ...(former?.reason === undefined ? [] : [former.reason]),
        ...(report.reason === undefined ? [] : [`${file}: ${report.reason}`]),
      ];
      const isSkipped = report.status === "skipped" || former?.status === "skipped";
      merged.set(report.name, {
        name: report.name,
        version: report.version,
        status: isSkipped ? "skipped" : findings.length > 0 ? "failed" : "passed",
        ...(reasons.length > 0 && { reason: reasons.join("; ") }),
        findings,
        ...(toReview.length > 0 && { toReview }),
      });
    }
  }
  return [...merged.values()];
}

/** Judges every page of a folder that is published as a whole, its links, and its HTML. */
export async function judgeHtmlFolder(
  dir: string,
  { browser, onRefused, signal, basePath = "/", ownFontsOnly = false }: HtmlJudging,
): Promise<readonly JudgeReport[]> {
  const files = await listHtmlFiles(dir);
  if (files.length === 0) {
    throw new PublicationError("nothing-to-judge", `${dir} holds no HTML file`, {
      hint: "give a folder that holds a web edition, or a file",
    });
  }
  const texts = await Promise.all(
    files.map(async (file) => ({ file, html: await readFile(path.join(dir, file), "utf8") })),
  );
  const pages: (readonly [string, readonly JudgeReport[]])[] = [];
  for (const file of files) {
    const gated = await openGatedPage(browser, { roots: [{ urlPath: basePath, dir }], onRefused });
    const urlPath = file.split(path.sep).map(encodeURIComponent).join("/");
    pages.push([
      file,
      await judgeOpened(gated, `${gated.origin}${basePath}${urlPath}`, { signal, ownFontsOnly }),
    ]);
  }
  return [
    ...mergePages(pages),
    await runJudge(htmlValidityJudge, texts, { signal }),
    await runJudge(linksJudge, { root: dir, basePath }, { signal }),
  ];
}

/** Judges one HTML file; it may show what lies in its own folder. */
export async function judgeHtmlFile(
  file: string,
  { browser, onRefused, signal }: HtmlJudging,
): Promise<readonly JudgeReport[]> {
  const text = { file: path.basename(file), html: await readFile(file, "utf8") };
  const gated = await openGatedPage(browser, {
    roots: [{ urlPath: "/", dir: path.dirname(file) }],
    onRefused,
  });
  return [
    ...(await judgeOpened(gated, `${gated.origin}/${encodeURIComponent(text.file)}`, { signal })),
    await runJudge(htmlValidityJudge, [text], { signal }),
    await runJudge(fragmentsJudge, text, { signal }),
  ];
}

/** Judges the page at an http address of this machine. */
export async function judgeHtmlAddress(
  address: URL,
  { browser, onRefused, signal }: HtmlJudging,
): Promise<readonly JudgeReport[]> {
  const guarded = await openLoopbackPage(browser, { address, onRefused });
  return judgeOpened(guarded, address.href, { signal });
}
