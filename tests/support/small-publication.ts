/** A small publication in a test's project, in place of the repository's own: one section. */
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Project } from "./project.ts";

export const SMALL_SLUG = "our-year";

export interface SmallPublication {
  readonly language?: string;
  /** Lines of publication.yaml between the slug and the editions, each with its line break. */
  readonly fields?: string;
  /** Entries of `editions`, each indented by two spaces. */
  readonly editions: readonly string[];
  /** Markdown of the section. */
  readonly text?: string;
}

export const TITLE = "Our year on the quay";
export const PUBLISHER = "Harbour Library";

export async function writeSmallPublication(
  project: Project,
  { language = "en", fields = "", editions, text = "We lent books from a boat." }: SmallPublication,
): Promise<void> {
  await rm(path.join(project.dir, "content"), { recursive: true, force: true });
  await project.write(
    "content/publication.yaml",
    `title: ${TITLE}\nlead: What a small library did between two winters.\nlanguage: ${language}\npublisher: ${PUBLISHER}\nslug: ${SMALL_SLUG}\n${fields}editions:\n${editions.join("")}`,
  );
  await project.write(
    "content/sections/the-boat.md",
    `---\ntitle: The boat\norder: 10\n---\n\n${text}\n`,
  );
}

export const WEB_EDITION = "  - { id: web, kind: web, stylesheet: styles/web.css }\n";

/** A PDF edition of a format, whose id and suffix are the format's name in small letters. */
export function pdfEdition(format: string, stylesheet = "report"): string {
  const id = format.toLowerCase();
  return `  - { id: ${id}, kind: pdf, stylesheet: styles/${stylesheet}.css, format: ${format}, typeSize: 10, suffix: ${id}, hyphenation: true }\n`;
}

/** A press edition of a format, whose id and suffix are `press-` and the format's name. */
export function pressEdition(format: string): string {
  const id = `press-${format.toLowerCase()}`;
  return `  - { id: ${id}, kind: press, stylesheet: styles/brochure.css, format: ${format}, typeSize: 9, suffix: ${id}, booklet: { suffix: ${id}-booklet } }\n`;
}
