/** The faults of a publication of texts, for tests of what leads from one text to another. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectFolders } from "../../src/project/folders.ts";
import { ContentError } from "../../src/publication/faults/fault.ts";
import { loadPublicationIn } from "./load-publication.ts";

const STYLES = path.join(import.meta.dirname, "../fixtures/content/styles");
const PUBLICATION =
  "title: A year\nlead: LEAD\nlanguage: en\npublisher: Nobody\nslug: year\neditions:\n  - id: web\n    kind: web\n    stylesheet: styles/web.css\n";

/**
 * What is wrong, as `file:line message (hint)`.
 *
 * @param texts by their slugs, each a file of its own; the text begins on line 4.
 */
export async function faultsOfTexts(
  texts: Readonly<Record<string, string>>,
  lead = "A lead.",
): Promise<readonly string[]> {
  const projectDir = await mkdtemp(path.join(tmpdir(), "imprimatur-texts-"));
  try {
    await cp(STYLES, path.join(projectDir, "styles"), { recursive: true });
    const content = path.join(projectDir, "content");
    await mkdir(content);
    await writeFile(path.join(content, "publication.yaml"), PUBLICATION.replace("LEAD", lead));
    for (const [index, [slug, text]] of Object.entries(texts).entries()) {
      const file = `0${index + 1}0-${slug}.md`;
      await writeFile(path.join(content, file), `---\ntitle: A chapter\n---\n${text}\n`);
    }
    await loadPublicationIn(projectFolders(projectDir));
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.faults.map(
      ({ file, line, message, hint }) => `${file}:${line ?? ""} ${message} (${hint})`,
    );
  } finally {
    await rm(projectDir, { recursive: true });
  }
}
