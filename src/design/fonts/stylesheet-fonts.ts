/**
 * The fonts that a stylesheet ships and the text that it writes itself. Input: a stylesheet in the
 * project's styles/, with all that it imports. Output: its font faces, and the strings that its
 * declarations put on the page, each with file and line. Opens no font.
 */
import path from "node:path";
import { bundle, type StyleSheet } from "lightningcss";
import { PublicationError, type Place } from "../../errors.ts";

export interface FontFace {
  readonly family: string;
  /** As CSS writes it, e.g. `400` or `100 900`. */
  readonly weight: string;
  /** `normal`, `italic` or `oblique`. */
  readonly style: string;
  /** Absolute paths of the files that its `src` names. */
  readonly files: readonly string[];
}

export interface GeneratedString {
  readonly text: string;
  /** Absolute path, and the line of the rule. */
  readonly place: Place;
}

export interface StylesheetFonts {
  readonly faces: readonly FontFace[];
  readonly strings: readonly GeneratedString[];
}

/** Declarations whose strings are painted. */
const PAINTED: ReadonlySet<string> = new Set([
  ...["content", "quotes", "hyphenate-character", "list-style", "list-style-type"],
  ...["string-set", "text-overflow", "text-emphasis", "text-emphasis-style"],
  ...["symbols", "prefix", "suffix", "additive-symbols", "negative", "pad"],
]);

/** `file` is an absolute path. @throws PublicationError `stylesheet` where it is no CSS. */
export function readStylesheetFonts(file: string): StylesheetFonts {
  const sheets = parseStylesheet(file);
  const faces: FontFace[] = [];
  const strings: GeneratedString[] = [];
  for (const { rules, sources } of sheets) {
    const fileOf = (index: number): string => path.resolve(sources[index] ?? file);
    walk(
      rules,
      { file },
      (node, place) => {
        if (node.type === "font-face") {
          faces.push(readFace(node.value, path.dirname(place.file)));
          return;
        }
        const name = declaredName(node);
        if (name === undefined || !PAINTED.has(name)) return;
        for (const text of stringsIn(node.value)) strings.push({ text, place });
      },
      fileOf,
    );
  }
  return { faces, strings };
}

/** Names of its font families, each once. @throws PublicationError `stylesheet` where it is no CSS. */
export function fontFamilies(file: string): readonly string[] {
  return [...new Set(readStylesheetFonts(file).faces.map(({ family }) => family))];
}

function parseStylesheet(file: string): readonly StyleSheet[] {
  const sheets: StyleSheet[] = [];
  try {
    bundle({
      filename: file,
      // What only Paged.js understands is no fault.
      errorRecovery: true,
      visitor: {
        StyleSheet: (sheet) => {
          sheets.push(sheet);
        },
      },
    });
  } catch (cause) {
    throw new PublicationError("stylesheet", `${path.basename(file)} cannot be read as CSS`, {
      place: { file },
      hint: cause instanceof Error ? cause.message : "look for an unclosed rule or string",
      cause,
    });
  }
  return sheets;
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** Calls `visit` for every object of a tree, with the place of the rule that it is in. */
function walk(
  value: unknown,
  place: Place,
  visit: (node: Node, place: Place) => void,
  fileOf: (sourceIndex: number) => string,
): void {
  if (!isNode(value)) return;
  const own = isNode(value.value) ? value.value : value;
  const here = placeOf(own.loc, fileOf) ?? place;
  visit(value, here);
  for (const child of Object.values(value)) walk(child, here, visit, fileOf);
}

function placeOf(loc: unknown, fileOf: (sourceIndex: number) => string): Place | undefined {
  if (!isNode(loc)) return undefined;
  const { source_index: source, line } = loc;
  if (typeof source !== "number" || typeof line !== "number") return undefined;
  // The library counts lines from 0.
  return { file: fileOf(source), line: line + 1 };
}

/** The property of a declaration that the library keeps as tokens. */
function declaredName({ property, value }: Node): string | undefined {
  if (typeof property !== "string" || !isNode(value)) {
    return typeof property === "string" ? property : undefined;
  }
  if (property === "custom" && typeof value.name === "string") return value.name;
  if (property === "unparsed" && isNode(value.propertyId)) {
    return typeof value.propertyId.property === "string" ? value.propertyId.property : undefined;
  }
  return property;
}

function stringsIn(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  if (value.type === "string" && typeof value.value === "string") return [value.value];
  return Object.values(value).flatMap(stringsIn);
}

function readFace(value: unknown, dir: string): FontFace {
  const properties = isNode(value) && Array.isArray(value.properties) ? value.properties : [];
  const valueOf = (type: string): unknown =>
    properties.filter(isNode).find((property) => property.type === type)?.value;
  const family = valueOf("font-family");
  const style = valueOf("font-style");
  const weights = [...new Set(numbersIn(valueOf("font-weight")))];
  return {
    family: typeof family === "string" ? family : "",
    weight: weights.length === 0 ? "400" : weights.join(" "),
    style: isNode(style) && typeof style.type === "string" ? style.type : "normal",
    files: urlsIn(valueOf("source")).map((url) => path.resolve(dir, url)),
  };
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (value === "normal") return [400];
  if (value === "bold") return [700];
  return isNode(value) ? Object.values(value).flatMap(numbersIn) : [];
}

/** Files beside the stylesheet; an address elsewhere is no file of ours. */
function urlsIn(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  if (typeof value.url === "string") {
    return /^(?:[a-z][a-z0-9+.-]*:|\/|#)/iu.test(value.url) ? [] : [value.url];
  }
  return Object.values(value).flatMap(urlsIn);
}
