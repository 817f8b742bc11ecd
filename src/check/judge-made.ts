/**
 * Judges the editions that the project has made, side by side in one browser. Input: where they are;
 * output: the `Report`. Which judges an edition meets is in `judge-html.ts` and `judge-pdf.ts`.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "puppeteer";
import type { Refusal } from "../browser/refusal.ts";
import type { Log } from "../log.ts";
import type { EditionReport, JudgeReport, Report } from "./finding.ts";
import { combineReports, runJudge } from "./judge.ts";
import { judgeHtmlFolder } from "./judge-html.ts";
import { judgePdf } from "./judge-pdf.ts";
import type { MadeEdition } from "./made-edition.ts";
import { sourceJudge } from "./source.ts";
import { coloursJudge } from "./token-contrast.ts";
import { openVeraPdfJudge, type VeraPdfJudge } from "./verapdf.ts";
import { shippedFontNames } from "../web/fonts/shipped-fonts.ts";
import { printRoots } from "../web/print-roots.ts";
import { resourcesJudge } from "./resources.ts";

export interface MadeJudging {
  /** Folder that the editions' paths start from: the output folder, or where it is being made. */
  readonly makingDir: string;
  readonly projectDir: string;
  /** Name of the output folder as the report shows it. */
  readonly outputDir: string;
  readonly browser: Browser;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly everyJudgeMustRun: boolean;
}

export async function judgeMade(
  editions: readonly MadeEdition[],
  judging: MadeJudging,
): Promise<Report> {
  const veraPdf = await openVeraPdfJudge(judging);
  return combineReports(
    await Promise.all(
      editions.map((edition) =>
        judging.log.stage(`judges ${edition.edition}`, async (update): Promise<EditionReport> => {
          const judges = await judgeEdition(edition, { ...judging, veraPdf });
          const ran = judges.filter(({ status }) => status !== "skipped").length;
          const findingCount = judges.flatMap((judge) => judge.findings).length;
          update(`${ran} of ${judges.length} judges, ${findingCount} findings`);
          return {
            edition: edition.edition,
            file: path.posix.join(judging.outputDir, edition.file),
            judges,
          };
        }),
      ),
    ),
  );
}

async function judgeEdition(
  edition: MadeEdition,
  {
    makingDir,
    projectDir,
    browser,
    signal,
    everyJudgeMustRun,
    veraPdf,
  }: MadeJudging & { readonly veraPdf: VeraPdfJudge },
): Promise<readonly JudgeReport[]> {
  const refusals: Refusal[] = [];
  const onRefused = (refusal: Refusal): void => {
    refusals.push(refusal);
  };
  const file = path.join(makingDir, edition.file);
  if (edition.kind === "web") {
    const judges = await judgeHtmlFolder(file, {
      browser,
      onRefused,
      signal,
      basePath: edition.basePath,
      ownFontsOnly: true,
    });
    return [
      ...judges,
      await runJudge(coloursJudge, projectDir, signal),
      await runJudge(resourcesJudge, refusals, signal),
    ];
  }
  const judges = await judgePdf(await readFile(file), {
    browser,
    signal,
    onRefused,
    veraPdf,
    everyJudgeMustRun,
    pages: {
      html: await readFile(path.join(makingDir, edition.pages), "utf8"),
      roots: printRoots(projectDir),
      limits: { ...edition.judging, smallestTextPt: edition.judging.smallestText },
    },
    shippedFonts: await shippedFontNames(path.join(projectDir, "styles")),
    expectedReading: await readFile(path.join(makingDir, edition.reading), "utf8"),
  });
  const { faults } = edition;
  return [
    ...judges,
    ...(faults === undefined
      ? []
      : [
          await runJudge(
            sourceJudge,
            { file: `print source of ${edition.edition}`, faults },
            signal,
          ),
        ]),
    await runJudge(resourcesJudge, [...(edition.refusals ?? []), ...refusals], signal),
  ];
}
