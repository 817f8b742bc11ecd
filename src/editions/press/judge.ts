/** Judges a press edition: what a print shop would refuse, its pages, its inks and its booklet. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { coloursJudge } from "../../judges/design/token-contrast.ts";
import { judgeFonts, judgePages } from "../../judges/pdf/judge-pdf.ts";
import { sourceOfPdf } from "../../judges/pdf/pdf-sources.ts";
import { bookletJudge } from "../../judges/press/booklet.ts";
import { judgePress } from "../../judges/press/judge-press.ts";
import { DEFAULT_PRESS_DEMANDS, type PressDemands } from "../../judges/press/preflight.ts";
import type { JudgeReport } from "../../judges/verdict/finding.ts";
import { runJudge } from "../../judges/verdict/judge.ts";
import { openPdf } from "../../pdf/objects/open-pdf.ts";
import type { MadeEdition } from "../made-edition.ts";
import { whatWasLaidOut } from "../paged/laid-out.ts";
import { measuresOf } from "../paged/page-measures.ts";
import type { MadeJudging } from "../room.ts";
import { bookletFile } from "./files.ts";
import type { PressEdition } from "./options.ts";

export async function judgePressEdition(
  made: MadeEdition<"press">,
  judging: MadeJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir, project } = judging;
  const brochure = await readFile(path.join(makingDir, made.file));
  const laidOut = {
    ...judging,
    ...(await whatWasLaidOut(made, judging)),
    sourceOf: sourceOfPdf(made.sources),
  };
  const judges = await Promise.all([
    judgePress(brochure, demandsOf(made.options), judging),
    judgeFonts(await openPdf(brochure), laidOut),
    judgePages(laidOut),
    judgeBooklet(brochure, made, judging),
    // A wrong ink is printed, and nobody would hear of it.
    runJudge(coloursJudge, { project, press: { profile: made.options.profile } }, judging),
  ]);
  return judges.flat();
}

/** What the file for the print shop is held to. */
function demandsOf(edition: PressEdition): PressDemands {
  const { widthMm, heightMm } = measuresOf(edition);
  return {
    ...DEFAULT_PRESS_DEMANDS,
    trim: { widthMm, heightMm },
    bleedMm: edition.bleed,
    // The four inks together: 3 is 300 %.
    inkLimit: edition.inkLimit / 100,
  };
}

async function judgeBooklet(
  brochure: Uint8Array,
  { options }: MadeEdition<"press">,
  judging: MadeJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir, project } = judging;
  const file = bookletFile(project.publication, options);
  if (file === undefined || options.booklet === undefined) return [];
  const sheets = await readFile(path.join(makingDir, file));
  const { layout } = options.booklet;
  return [await runJudge(bookletJudge, { brochure, sheets, layout }, judging)];
}
