/** Judges a web edition: its pages, what in its files acts of its own, and the colours it is made in. */
import path from "node:path";
import { coloursJudge } from "../../judges/design/token-contrast.ts";
import { judgeHtmlFolder } from "../../judges/html/judge-html.ts";
import { activeContentJudge } from "../../judges/site/active-content.ts";
import type { JudgeReport } from "../../judges/verdict/finding.ts";
import { runJudge } from "../../judges/verdict/judge.ts";
import { basePathOf } from "../../publication/site-address.ts";
import type { MadeEdition } from "../made-edition.ts";
import type { MadeJudging } from "../room.ts";

export async function judgeWebEdition(
  { file }: MadeEdition<"web">,
  judging: MadeJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir, project } = judging;
  const { url } = project.publication;
  const root = path.join(makingDir, file);
  // Path of the folder on the host where it will stand; undefined where nobody named it.
  const basePath = url && basePathOf(url);
  const judges = await judgeHtmlFolder(root, { ...judging, basePath, ownFontsOnly: true });
  const published = { root, basePath, contentDir: project.folders.contentDir };
  return [
    ...judges,
    await runJudge(activeContentJudge, published, judging),
    await runJudge(coloursJudge, { project }, judging),
  ];
}
