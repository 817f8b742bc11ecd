/**
 * The faults of a text in Markdown, each as its line and its message.
 *
 * @param contentDir has the pictures that the text names.
 */
import { readText } from "../../src/publication/texts/read-text.ts";

export async function faultsIn(
  source: string,
  contentDir: string = import.meta.dirname,
): Promise<readonly string[]> {
  const { faults } = await readText(source, { file: "a.md", line: 1 }, contentDir);
  return faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
}
