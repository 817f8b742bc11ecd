/**
 * YAML fields with their lines, and the text below them. Input: the text of a content file. Output:
 * the fields as data, the body, and faults of syntax. What the fields must be is for the schemas.
 */
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from "yaml";
import type { YAMLError } from "yaml";
import type { Fault } from "../faults/fault.ts";

/** Keys and positions from the top: `["editions", 0, "id"]`. */
export type FieldPath = readonly PropertyKey[];

export interface YamlFields {
  /** Plain data, `{}` where nothing is written. */
  readonly data: unknown;
  /** Line of the file, from 1, of the field's key, or of the nearest that holds it. */
  readonly lineOf: (path: FieldPath) => number;
}

export interface ParsedYaml {
  /** Absent where the syntax is too broken to say what the fields are. */
  readonly fields?: YamlFields;
  readonly faults: readonly Fault[];
}

export interface FrontMatter {
  readonly yaml: string;
  /** Line of the file on which `yaml` begins. */
  readonly yamlLine: number;
  /** Text below the front matter without blank lines at either end. */
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Splits a Markdown file at the two lines of `---`; undefined where it has no front matter, or one
 * that says it is in another language than YAML (`---js` would be run by some tools).
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const lines = text.split(/\r\n|\r|\n/u);
  const isFence = (line: string | undefined): boolean => line?.trimEnd() === "---";
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (!isFence(lines[0]) || end === -1) return undefined;

  const below = lines.slice(end + 1);
  const blankCount = below.findIndex((line) => line.trim() !== "");
  const body = blankCount === -1 ? "" : below.slice(blankCount).join("\n").trimEnd();
  return {
    // The last line break ends the last field's line: an error at the end is then placed on it.
    yaml: lines.slice(1, end).join("\n"),
    yamlLine: 2,
    body,
    bodyLine: end + 2 + Math.max(blankCount, 0),
  };
}

const hintsByCode: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: "put the value between quotes: it holds a colon and a space",
  DUPLICATE_KEY: "keep one of the two lines",
  TAB_AS_INDENT: "indent with spaces",
  MISSING_CHAR: "close the quotes; an apostrophe between single quotes is written twice",
  BAD_SCALAR_START: "put the value between quotes: it begins with a character that YAML reserves",
  UNEXPECTED_TOKEN:
    "put the value between quotes if it begins with a bracket or a quotation mark; an apostrophe between single quotes is written twice",
  MULTIPLE_DOCS: "remove the line of ---",
  TAG_RESOLVE_FAILED: "put the value between quotes: it begins with an exclamation mark",
};

const expected = "fields in YAML, a line each, such as `title: Our year`";

function syntaxFault(error: YAMLError, file: string, line: number): Fault {
  return {
    file,
    line,
    message: `this is not YAML: ${error.message}`,
    expected,
    hint: hintsByCode[error.code] ?? "put the value between quotes",
  };
}

function findLine(document: Document, lines: LineCounter, path: FieldPath): number | undefined {
  let node: unknown = document.contents;
  let line: number | undefined;
  for (const step of path) {
    let found: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      found = pair?.key;
      node = pair?.value;
    } else if (isSeq(node)) {
      found = node = typeof step === "number" ? node.items[step] : undefined;
    }
    if (!isNode(found) || !found.range) break;
    line = lines.linePos(found.range[0]).line;
  }
  return line;
}

/** Where in the source the first alias is. */
function firstAlias(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/**
 * Parses `source`, which begins on `firstLine` of `file`. Broken syntax is one fault, its first: the
 * rest follow from it. Aliases are refused, since a few of them can stand for gigabytes.
 */
export function parseYaml(source: string, file: string, firstLine: number): ParsedYaml {
  const lines = new LineCounter();
  // To YAML a carriage return alone ends a line, and the parser does not know it.
  const text = source.replaceAll(/\r\n?/gu, "\n");
  // "error" keeps the parser from writing to the terminal.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const lastLine = firstLine + text.trimEnd().split("\n").length - 1;
  const faultOf = (error: YAMLError): Fault => {
    const line = firstLine + lines.linePos(error.pos[0]).line - 1;
    return syntaxFault(error, file, Math.min(line, lastLine));
  };

  const broken = document.errors.find(({ code }) => code !== "DUPLICATE_KEY");
  if (broken !== undefined) return { faults: [faultOf(broken)] };
  const faults = [...document.errors, ...document.warnings].map(faultOf);

  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (!isEmpty && !isMap(contents)) {
    const message = "this is not a set of fields";
    const hint = "write each field as a name, a colon, a space and its value";
    return { faults: [...faults, { file, line: firstLine, message, expected, hint }] };
  }
  const alias = firstAlias(document);
  if (alias !== undefined) {
    const line = firstLine + lines.linePos(alias).line - 1;
    const message = "this is not plain YAML: it holds an alias (a value that begins with *)";
    const hint = "put the value between quotes, or write it out";
    return { faults: [...faults, { file, line, message, expected, hint }] };
  }
  const data: unknown = isEmpty ? {} : document.toJS();
  const lineOf = (path: FieldPath): number => {
    const line = findLine(document, lines, path);
    // Nothing to point at: the line of `---` above the fields, or the first of the file.
    return line === undefined ? Math.max(firstLine - 1, 1) : firstLine + line - 1;
  };
  return { fields: { data, lineOf }, faults };
}
