/**
 * Reads docs/dialect.md: each construct with an example of its syntax, the HTML of the web edition, and
 * the structure of the PDF, in three fences below its heading. What stands before them may begin with the
 * setting that they are of.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import createMarkdownIt from "markdown-it";

export interface LedgerEntry {
  readonly name: string;
  readonly syntax: string;
  readonly html: string;
  readonly tags: string;
  /** Where notes stand in the PDF. */
  readonly notes: "foot" | "end";
  /** Whether it needs the publication to allow HTML. */
  readonly allowsHtml: boolean;
}

const FILE = path.join(import.meta.dirname, "../../docs/dialect.md");

const END_OF_TEXT = "With `notes: end-of-text`";
const ALLOWED_HTML = "With `html: allowed`";

/** @throws where a construct lacks one of its three fences. */
export function dialectLedger(): readonly LedgerEntry[] {
  const tokens = createMarkdownIt().parse(readFileSync(FILE, "utf8"), {});
  const sections: {
    readonly name: string;
    readonly prose: string | undefined;
    readonly fences: string[];
  }[] = [];
  for (const [index, { type, tag, content }] of tokens.entries()) {
    if (type === "heading_open" && tag === "h2") {
      // An opening, its words and a closing, of the heading and of the paragraph after it.
      const prose = tokens[index + 4]?.content;
      sections.push({ name: tokens[index + 1]?.content ?? "", prose, fences: [] });
    }
    if (type === "fence") sections.at(-1)?.fences.push(content);
  }
  return sections.map(({ name, prose, fences }) => {
    const [syntax, html, tags, ...others] = fences;
    if (syntax === undefined || html === undefined || tags === undefined || others.length > 0) {
      throw new Error(`${name}: it has ${fences.length} examples, and must have three`);
    }
    const notes = prose?.startsWith(END_OF_TEXT) === true ? "end" : "foot";
    const allowsHtml = prose?.startsWith(ALLOWED_HTML) === true;
    return { name, syntax, html, tags, notes, allowsHtml };
  });
}
