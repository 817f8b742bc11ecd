/**
 * Reads docs/dialect.md: each construct with an example of its syntax, the HTML of the web edition, and
 * the structure of the PDF, in three fences below its heading.
 */
import { readFileSync } from "node:fs";
import path from "node:path";

export interface LedgerEntry {
  readonly name: string;
  readonly syntax: string;
  readonly html: string;
  readonly tags: string;
}

const FILE = path.join(import.meta.dirname, "../../docs/dialect.md");

/** @throws where a construct lacks one of its three fences. */
export function dialectLedger(): readonly LedgerEntry[] {
  const [, ...sections] = readFileSync(FILE, "utf8").split(/^### /mu);
  return sections.map((section) => {
    const [name = ""] = section.split("\n", 1);
    const fences = [...section.matchAll(/^(?<ticks>`{3,})text\n(?<body>.*?)^\k<ticks>$/gmsu)];
    const [syntax, html, tags] = fences.map(({ groups }) => groups?.body);
    if (syntax === undefined || html === undefined || tags === undefined) {
      throw new Error(`${name}: it has ${fences.length} examples, and must have three`);
    }
    return { name, syntax, html, tags };
  });
}
