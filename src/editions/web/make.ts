/**
 * Makes a web edition: a folder with its page, the files of a site, and the editions that it offers
 * for download. Input: the texts as they were rendered, and those editions as they were made.
 */
import { makeFolderBelow } from "../../files/make-folder.ts";
import { noticeOfAddress } from "../../web/site/site.ts";
import { webWriting, writeWebEdition } from "../../web/web.ts";
import { madeEdition, type MadeEdition } from "../made-edition.ts";
import type { EditionMaking } from "../room.ts";
import { WEB_FOLDER } from "./files.ts";
import type { WebEdition } from "./options.ts";

export async function makeWebEdition(
  edition: WebEdition,
  { project, sources, dir, formerDirs = [], log, signal }: EditionMaking,
): Promise<MadeEdition<"web">> {
  const notice = noticeOfAddress(project.publication);
  if (notice !== undefined) log.notice(notice);
  // Eleventy would make the whole path anew, where somebody has removed the project.
  await makeFolderBelow(dir, WEB_FOLDER);
  const elements = await log.stage("web edition", () =>
    writeWebEdition(project, sources.bodies, webWriting(dir, { formerDirs, signal })),
  );
  return { ...madeEdition<"web">(project.publication, edition), elements };
}
