/**
 * A bibliography in BibTeX or BibLaTeX. Input: its text; output: sources as CSL JSON, in the order of the
 * file, and what is wrong, with lines. Nothing is fetched: the reader gets the kind of the text, and does
 * not guess.
 */
import type { CslItem, PlacedWording, ReadSources, Source } from "./sources.ts";

/** An entry, its type and its key; `@string`, `@preamble` and `@comment` have none. */
const ENTRY = /^[ \t]*@(?<type>\w+)\s*[{(]\s*(?<key>[^\s,={}()"#%]+)\s*,/gmu;
const NO_ENTRIES = /^(?:string|preamble|comment)$/iu;

export async function readBibtex(text: string): Promise<ReadSources> {
  const { plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-bibtex");
  const places = [...text.matchAll(ENTRY)]
    .filter(({ groups }) => !NO_ENTRIES.test(groups?.type ?? ""))
    .map(({ index, groups }) => ({ key: groups?.key ?? "", line: lineOf(text, index) }));
  let items: readonly unknown[];
  try {
    items = plugins.input.chain(text, {
      ...{ forceType: "@biblatex/text", target: "@csl/list+object" },
      ...{ generateGraph: false, maxChainLength: 10, strict: true },
    });
  } catch (error) {
    return { sources: [], faults: [syntaxFault(error, text, places)] };
  }
  const lines = Map.groupBy(places, ({ key }) => key);
  const sources = items.filter(isItem).map((item): Source => {
    const line = lines.get(item.id)?.shift()?.line ?? 1;
    return { line, item };
  });
  return { sources, faults: [] };
}

function isItem(item: unknown): item is CslItem {
  return typeof item === "object" && item !== null && "id" in item && typeof item.id === "string";
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** The reader says where it stands, but for the end of the file: there it is the last entry that has none. */
function syntaxFault(
  error: unknown,
  text: string,
  places: readonly { readonly key: string; readonly line: number }[],
): PlacedWording {
  const said = error instanceof Error ? error.message : String(error);
  const line = /\bat line (?<line>\d+)/u.exec(said)?.groups?.line;
  const last = places.at(-1);
  const isAtEnd = line === undefined || Number(line) >= text.trimEnd().split("\n").length;
  const [wanted, got] = [/expected "(\w+)"/u, /got "?(\w+)/u].map((each) => each.exec(said)?.[1]);
  return {
    line: isAtEnd && last !== undefined ? last.line : Number(line ?? 1),
    message:
      isAtEnd && last !== undefined
        ? `the entry ${JSON.stringify(last.key)} does not end, or ends in the middle`
        : `this is not BibTeX${wanted === undefined ? "" : `: there should be ${SIGNS[wanted] ?? wanted}`}${got === undefined ? "" : `, not ${SIGNS[got] ?? got}`}`,
    expected: "entries such as `@book{key, author = {…}, title = {…}, date = {2020}}`",
    hint: "close each brace and quotation mark, and put a comma after each field",
  };
}

/** What the reader calls the signs of BibTeX. */
const SIGNS: Readonly<Record<string, string>> = {
  rbrace: "a closing brace",
  lbrace: "an opening brace",
  comma: "a comma",
  equals: "an equals sign",
  label: "a key",
  identifier: "a name",
  quote: "a quotation mark",
  EOF: "the end of the file",
};
