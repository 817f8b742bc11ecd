/** Judges a PDF edition: the file, the pages that it was laid out in, and how it reads. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { judgePdf } from "../../judges/pdf/judge-pdf.ts";
import type { JudgeReport } from "../../judges/verdict/finding.ts";
import type { MadeEdition } from "../made-edition.ts";
import { whatWasLaidOut } from "../paged/laid-out.ts";
import type { MadeJudging } from "../room.ts";
import { readingFile } from "./files.ts";

export async function judgePdfEdition(
  made: MadeEdition<"pdf">,
  judging: MadeJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir } = judging;
  return judgePdf(await readFile(path.join(makingDir, made.file)), {
    ...judging,
    ...(await whatWasLaidOut(made, judging)),
    sources: made.sources,
    claimJudges: made.claimJudges,
    expectedReading: await readFile(path.join(makingDir, readingFile(made.options)), "utf8"),
  });
}
