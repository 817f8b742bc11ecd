/** Where a project's files are. Input: its folder; output: paths. It touches no file. */
import path from "node:path";

/** Absolute paths. */
export interface ProjectFolders {
  /** The project itself. */
  readonly dir: string;
  /** Texts and pictures. */
  readonly contentDir: string;
  /** What is the project's own of its design. */
  readonly stylesDir: string;
}

/** @param dir the project; a relative path is seen from the current folder. */
export function projectFolders(dir: string): ProjectFolders {
  const project = path.resolve(dir);
  return {
    dir: project,
    contentDir: path.join(project, "content"),
    stylesDir: path.join(project, "styles"),
  };
}

/** A file by its path in the project, such as `styles/report.css`. */
export function fileIn({ dir }: ProjectFolders, name: string): string {
  return path.join(dir, name);
}

/** How messages name a file: its path from the project, with `/` between folders. */
export function nameIn({ dir }: ProjectFolders, file: string): string {
  return path.relative(dir, file).split(path.sep).join("/");
}
