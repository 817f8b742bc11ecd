/** A publication as projects load it, for tests of content. */
import { openProjectIn } from "../../src/project/project.ts";
import type { ProjectFolders } from "../../src/project/folders.ts";
import type { Publication } from "../../src/publication/publication.ts";

/** @throws ContentError with every fault of the content. */
export async function loadPublicationIn(folders: ProjectFolders): Promise<Publication> {
  return (await openProjectIn(folders)).publication;
}
