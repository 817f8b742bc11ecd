/**
 * The command `check`: judges what an earlier build made, or whatever PDF, HTML file, folder or
 * address of this machine a person names. Input: targets; output: the report. It makes no edition
 * and writes nothing.
 */
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { launchBrowser } from "../browser/launch-browser.ts";
import type { Refusal } from "../browser/refusal.ts";
import { PublicationError } from "../errors.ts";
import type { Log } from "../log.ts";
import { chooseEditions } from "../publication/choose-editions.ts";
import { loadPublication } from "../publication/load-publication.ts";
import type { EditionReport, JudgeReport, Report } from "./finding.ts";
import { combineReports, runJudge } from "./judge.ts";
import { judgeHtmlAddress, judgeHtmlFile, judgeHtmlFolder } from "./judge-html.ts";
import { judgeMade } from "./judge-made.ts";
import { filesOf, madeEdition, type MadeEdition } from "./made-edition.ts";
import { judgePdf, type PdfJudging } from "./judge-pdf.ts";
import { judgePress, readPurposes } from "./judge-press.ts";
import { DEFAULT_PRESS_DEMANDS, type PressDemands } from "./preflight.ts";
import { resourcesJudge } from "./resources.ts";
import { resolveTarget, type Target } from "./targets.ts";
import { openVeraPdfJudge } from "./verapdf.ts";

export interface CheckOptions {
  readonly projectDir: string;
  /** Words of the command line; the project's own editions where there are none. */
  readonly targets: readonly string[];
  /** Ids of the project's own editions; all of them where it is undefined. */
  readonly editions: readonly string[] | undefined;
  /** No judge is waived because this machine lacks what it needs. */
  readonly everyJudgeMustRun: boolean;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const OUTPUT_DIR = "output";

/** @throws PublicationError where a target cannot be opened, or an edition was not built. */
export async function check(options: CheckOptions): Promise<Report> {
  const { projectDir, log, signal } = options;
  const targets = await Promise.all(options.targets.map(resolveTarget));
  const made = targets.length > 0 ? [] : await findMade(options);
  const launched = await launchBrowser({
    projectDir,
    onNotice: (notice) => {
      log.notice(notice);
    },
    signal,
  });
  try {
    if (targets.length === 0) {
      return await judgeMade(made, {
        ...options,
        makingDir: path.join(projectDir, OUTPUT_DIR),
        outputDir: OUTPUT_DIR,
        browser: launched.browser,
      });
    }
    const { browser } = launched;
    const opened = { ...options, browser, veraPdf: await openVeraPdfJudge(options) };
    return combineReports(
      await Promise.all(
        targets.map((target, index) => judgeTarget(target, options.targets[index] ?? "", opened)),
      ),
    );
  } finally {
    await launched.close();
  }
}

/** The editions of the project, each of which must have been built. */
async function findMade({ projectDir, editions }: CheckOptions): Promise<readonly MadeEdition[]> {
  const publication = await loadPublication({ projectDir });
  const made = chooseEditions(publication, editions).map((edition) =>
    madeEdition(publication, edition),
  );
  for (const edition of made) {
    for (const file of filesOf(edition)) {
      await access(path.join(projectDir, OUTPUT_DIR, file)).catch((cause: unknown) => {
        throw new PublicationError("edition-not-built", `${OUTPUT_DIR}/${file} does not exist`, {
          hint: "run `npm run build` first, or name files to check",
          cause,
        });
      });
    }
  }
  return made;
}

async function judgeTarget(
  target: Target,
  word: string,
  options: CheckOptions & Pick<PdfJudging, "browser" | "veraPdf">,
): Promise<EditionReport> {
  const refusals: Refusal[] = [];
  const judging = {
    ...options,
    onRefused: (refusal: Refusal) => {
      refusals.push(refusal);
    },
  };
  return options.log.stage(word, async (update) => {
    const judges = [
      ...(await judgesOf(target, judging)),
      await runJudge(resourcesJudge, refusals, options),
    ];
    update(`${judges.length} judges`);
    return { edition: target.kind, file: word, judges };
  });
}

async function judgesOf(target: Target, judging: PdfJudging): Promise<readonly JudgeReport[]> {
  switch (target.kind) {
    case "pdf":
      return judgePdfFile(await readFile(target.file), judging);
    case "html-file":
      return judgeHtmlFile(target.file, judging);
    case "html-folder":
      return judgeHtmlFolder(target.file, judging);
    case "address":
      return judgeHtmlAddress(target.address, judging);
  }
}

/** A file that was made elsewhere may have been ordered with any number of pages. */
const FOREIGN_DEMANDS: PressDemands = { ...DEFAULT_PRESS_DEMANDS, pageMultiple: 1 };

/** By what the file says that it is for: paper, reading, or both. */
async function judgePdfFile(
  bytes: Uint8Array,
  judging: PdfJudging,
): Promise<readonly JudgeReport[]> {
  const purposes = await readPurposes(bytes);
  return [
    ...(purposes.press ? await judgePress(bytes, FOREIGN_DEMANDS, judging) : []),
    ...(purposes.reading ? await judgePdf(bytes, judging) : []),
  ];
}
