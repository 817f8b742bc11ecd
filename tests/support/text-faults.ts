/** The faults of a text in Markdown, each as its line and its message. */
import { readText } from "../../src/publication/texts/read-text.ts";

export async function faultsIn(source: string): Promise<readonly string[]> {
  const { faults } = await readText(source, { file: "a.md", line: 1 }, import.meta.dirname);
  return faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
}
