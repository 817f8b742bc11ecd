/**
 * What the project knows of pages that it laid out itself, for their judges. Input: an edition as it
 * was made; output: its pages as HTML, what they may be and which fonts they ship.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { shippedFontNames } from "../../design/fonts/shipped-fonts.ts";
import type { PdfJudging } from "../../judges/pdf/judge-pdf.ts";
import { printRoots } from "../../web/print-roots.ts";
import type { PagedEdition } from "../kinds.ts";
import type { MadeEdition } from "../made-edition.ts";
import type { MadeJudging } from "../room.ts";
import { pagesFile } from "./files.ts";

export async function whatWasLaidOut(
  { options, standIns }: MadeEdition<PagedEdition["kind"]>,
  { makingDir, project }: MadeJudging,
): Promise<Required<Pick<PdfJudging, "pages" | "shippedFonts">>> {
  const { judges: limits } = options;
  return {
    pages: {
      html: await readFile(path.join(makingDir, pagesFile(options)), "utf8"),
      roots: printRoots(project),
      standIns,
      limits: { ...limits, smallestTextPt: limits.smallestText },
    },
    shippedFonts: await shippedFontNames(project.design.styles),
  };
}
