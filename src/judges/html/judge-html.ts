/**
 * Judges what is made of HTML: a folder such as the web edition, one file, or the page at an address
 * of this machine. Input: where it is, and a browser; output: the reports of every judge of HTML.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "puppeteer";
import { gateOrigin, openGatedPage } from "../../browser/gate.ts";
import type { GuardedPage } from "../../browser/guarded-page.ts";
import { openLoopbackPage } from "../../browser/loopback.ts";
import { PublicationError } from "../../errors.ts";
import type { Finding, JudgeReport } from "../verdict/finding.ts";
import { htmlValidityJudge } from "./html-validity.ts";
import { expectPage, htmlText } from "./html-text.ts";
import type { SourceOf } from "../verdict/found-element.ts";
import { runJudge } from "../verdict/judge.ts";
import { withJudgedPage, type PageJudging } from "./judged-page.ts";
import { fragmentsJudge, linksJudge } from "../site/links.ts";
import { DEFAULT_TIME_LIMITS, withinTarget } from "../verdict/time-limit.ts";
import { judgeWebPage } from "./web-modes.ts";

export interface HtmlJudging extends PageJudging {
  readonly browser: Browser;
  /** Path of the folder on its host, `/` between and at both ends; `/` where it is not known. */
  readonly basePath?: string | undefined;
  /** The pages are an edition of the project, to be painted with its own fonts only. */
  readonly ownFontsOnly?: boolean;
}

/** Judges of one page do not know that it is one of several. */
function ofPage(file: string, { sourceOf }: HtmlJudging): SourceOf | undefined {
  return (
    sourceOf &&
    ((element) => sourceOf(element.kind === "page-element" ? { ...element, file } : element))
  );
}

/** What a folder shows as a page: no pipe, and no folder, whatever its name. */
async function listHtmlFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
}

function judgeOpened(
  open: () => Promise<GuardedPage>,
  address: string,
  judging: HtmlJudging,
): Promise<readonly JudgeReport[]> {
  const { limits = DEFAULT_TIME_LIMITS, ownFontsOnly } = judging;
  return withinTarget(limits, (targetSignal) =>
    withJudgedPage(open, address, { ...judging, targetSignal }, (page, run) =>
      judgeWebPage(page, { ...run, ...(ownFontsOnly && { ownFontsOnly }) }),
    ),
  );
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
  judging: HtmlJudging,
): Promise<readonly JudgeReport[]> {
  const { browser, onRefused, basePath = "/" } = judging;
  const files = await listHtmlFiles(dir);
  if (files.length === 0) {
    throw new PublicationError("nothing-to-judge", `${dir} holds no HTML file`, {
      hint: "give a folder that holds a web edition, or a file",
    });
  }
  for (const file of files) await expectPage(path.join(dir, file));
  const roots = [{ urlPath: basePath, dir }];
  const pages: (readonly [string, readonly JudgeReport[]])[] = [];
  for (const file of files) {
    const urlPath = file.split(path.sep).map(encodeURIComponent).join("/");
    const reports = await judgeOpened(
      () => openGatedPage(browser, { roots, onRefused, stays: true }),
      `${gateOrigin}${basePath}${urlPath}`,
      { ...judging, sourceOf: ofPage(file.split(path.sep).join("/"), judging) },
    );
    pages.push([file, reports]);
  }
  const texts = files.map((file) => htmlText(file, path.join(dir, file)));
  return [
    ...mergePages(pages),
    await runJudge(htmlValidityJudge, texts, judging),
    await runJudge(linksJudge, { root: dir, basePath: judging.basePath }, judging),
  ];
}

/** Judges one HTML file; it may show what lies in its own folder. */
export async function judgeHtmlFile(
  file: string,
  judging: HtmlJudging,
): Promise<readonly JudgeReport[]> {
  const { browser, onRefused } = judging;
  await expectPage(file);
  const text = htmlText(path.basename(file), file);
  const roots = [{ urlPath: "/", dir: path.dirname(file) }];
  return [
    ...(await judgeOpened(
      () => openGatedPage(browser, { roots, onRefused, stays: true }),
      `${gateOrigin}/${encodeURIComponent(text.file)}`,
      judging,
    )),
    await runJudge(htmlValidityJudge, [text], judging),
    await runJudge(fragmentsJudge, text, judging),
  ];
}

/** Judges the page at an http address of this machine. */
export async function judgeHtmlAddress(
  address: URL,
  judging: HtmlJudging,
): Promise<readonly JudgeReport[]> {
  const { browser, onRefused } = judging;
  return judgeOpened(
    () => openLoopbackPage(browser, { address, onRefused, stays: true }),
    address.href,
    judging,
  );
}
