/** Judges a web edition: its pages, what in its files acts of its own, and the colours it is made in. */
import path from "node:path";
import { coloursJudge } from "../../judges/design/token-contrast.ts";
import { judgeHtmlFolder } from "../../judges/html/judge-html.ts";
import { activeContentJudge } from "../../judges/site/active-content.ts";
import type { SourcedElement } from "../../document/source-position.ts";
import type { SourceOf } from "../../judges/verdict/found-element.ts";
import type { JudgeReport } from "../../judges/verdict/finding.ts";
import { runJudge } from "../../judges/verdict/judge.ts";
import { basePathOf } from "../../publication/fields/site-address.ts";
import type { MadeEdition } from "../made-edition.ts";
import type { MadeJudging } from "../room.ts";

/** Of the one page that is made of texts; the others of a site are not. */
const PAGE = "index.html";

function sourceOfPage(elements: readonly SourcedElement[]): SourceOf {
  return (found) => {
    if (found.kind !== "page-element" || found.file !== PAGE) return undefined;
    const element = elements[found.nth];
    return element?.name === found.name ? element.source : undefined;
  };
}

export async function judgeWebEdition(
  { file, elements = [] }: MadeEdition<"web">,
  judging: MadeJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir, project } = judging;
  const { url } = project.publication;
  const root = path.join(makingDir, file);
  // Path of the folder on the host where it will stand; undefined where nobody named it.
  const basePath = url && basePathOf(url);
  const sourceOf = sourceOfPage(elements);
  const judges = await judgeHtmlFolder(root, {
    ...judging,
    ...{ basePath, sourceOf },
    ownFontsOnly: true,
  });
  const published = { root, basePath, contentDir: project.folders.contentDir };
  return [
    ...judges,
    await runJudge(activeContentJudge, published, judging),
    await runJudge(coloursJudge, { project }, judging),
  ];
}
