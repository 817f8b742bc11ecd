/**
 * The headers that docs/web-edition.md advises hosts to send: read from there, so that what it
 * advises is what the tests try.
 */
import { readFile } from "node:fs/promises";

export async function readAdvisedHeaders(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile("docs/web-edition.md", "utf8");
  const [, block = ""] = /```http\n([\s\S]*?)```/.exec(text) ?? [];
  return Object.fromEntries(
    block
      .trim()
      .split("\n")
      .map((line) => /^([^:]+):\s*(.*)$/.exec(line) ?? [])
      .map(([, name = "", value = ""]) => [name.toLowerCase(), value]),
  );
}
