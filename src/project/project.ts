/**
 * A project as a value, which every stage takes: where its files are, and what it publishes. Nothing
 * asks for the current folder, so that several projects can be built in one process. Input: the
 * project's folder; output: a `Project` that is known to be whole.
 */
import { loadPublication } from "../publication/load-publication.ts";
import type { Publication } from "../publication/publication.ts";
import { projectFolders, type ProjectFolders } from "./folders.ts";

export interface Project {
  readonly folders: ProjectFolders;
  readonly publication: Publication;
}

/**
 * @param dir a relative path is seen from the current folder.
 * @throws ContentError with every fault of the content, in the order of files and lines.
 */
export async function openProject(dir: string): Promise<Project> {
  const folders = projectFolders(dir);
  return { folders, publication: await loadPublication(folders) };
}
