/**
 * A bibliography in CSL JSON. Input: its text; output: sources in the order of the file, and what is
 * wrong, with lines.
 */
import { LineCounter, parseDocument, isSeq, isNode } from "yaml";
import { z } from "zod";
import type { PlacedWording, ReadSources, Source } from "./sources.ts";

const text = z.union([z.string(), z.number()]);
const name = z.record(z.string(), z.union([text, z.boolean()]));
const date = z.looseObject({
  "date-parts": z.array(z.array(text).max(3)).min(1).max(2).optional(),
});
/** Fields that a processor reads; what they are called is its affair. */
const value = z.union([text, z.boolean(), z.array(name), z.array(z.string()), date]);
const item = z.object({ id: text.transform(String), type: z.string().min(1) }).catchall(value);

const EXPECTED = 'an array of sources, such as `[{ "id": "key", "type": "book", "title": "…" }]`';

/** JSON is YAML as well, whose reader knows on which line a value stands. */
export function readCslJson(written: string): ReadSources {
  let values: unknown;
  try {
    values = JSON.parse(written);
  } catch (error) {
    return { sources: [], faults: [syntaxFault(error, written)] };
  }
  if (!Array.isArray(values)) {
    const message = "the bibliography is no array of sources";
    const hint = "put the sources between square brackets";
    return { sources: [], faults: [{ line: 1, message, expected: EXPECTED, hint }] };
  }
  const lines = linesOfItems(written);
  const sources: Source[] = [];
  const faults: PlacedWording[] = [];
  for (const [index, each] of values.entries()) {
    const line = lines[index] ?? 1;
    const read = item.safeParse(each);
    if (read.success) sources.push({ item: read.data, line });
    else faults.push({ line, ...wordingOf(read.error) });
  }
  return { sources, faults };
}

function linesOfItems(written: string): readonly number[] {
  const counter = new LineCounter();
  const { contents } = parseDocument(written, { lineCounter: counter, uniqueKeys: false });
  if (!isSeq(contents)) return [];
  return contents.items.map((node) => (isNode(node) ? counter.linePos(node.range[0]).line : 1));
}

function wordingOf({ issues: [issue] }: z.ZodError): Omit<PlacedWording, "line"> {
  const field = issue?.path.map(String).join(".") ?? "";
  return {
    message:
      field === ""
        ? "this is no source"
        : `the field ${JSON.stringify(field)} of this source is missing, or is not what it may be`,
    expected: EXPECTED,
    hint: "let the program that made the file write it again, as CSL JSON",
  };
}

function syntaxFault(error: unknown, written: string): PlacedWording {
  const said = error instanceof Error ? error.message : "";
  const position = Number(/position (?<at>\d+)/u.exec(said)?.groups?.at ?? written.length);
  return {
    line: written.slice(0, position).trimEnd().split("\n").length,
    message: "this is not JSON",
    expected: EXPECTED,
    hint: "look for a comma or a quotation mark that is missing, or one too many",
  };
}
