/**
 * The fonts that a stylesheet ships and the text that it writes itself. Input: the styles and the
 * name of a sheet in them, with all that it imports. Output: its font faces, and the strings that its
 * declarations put on the page, each with file and line. Opens no font.
 */
import type { StyleSheet } from "lightningcss";
import type { Place } from "../../errors.ts";
import { bundleStyles, placeName } from "../styles/bundle-styles.ts";
import { findStyle, resolveStyle, type StyleFolder } from "../styles/style-folder.ts";

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
  /** The file as messages name it, and the line of the rule. */
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

/**
 * @param name of a sheet in the styles.
 * @throws PublicationError `stylesheet` where it is no CSS.
 */
export async function readStylesheetFonts(
  styles: StyleFolder,
  name: string,
): Promise<StylesheetFonts> {
  const sheets: StyleSheet[] = [];
  await bundleStyles(styles, name, {
    // What only Paged.js understands is no fault.
    errorRecovery: true,
    visitor: {
      StyleSheet: (sheet) => {
        sheets.push(sheet);
      },
    },
  });
  const named: NamedFonts = { faces: [], strings: [] };
  for (const { rules, sources } of sheets) {
    const nameOf = (index: number): string => sources[index] ?? name;
    walk(
      rules,
      { file: name },
      (node, place) => {
        if (node.type === "font-face") {
          named.faces.push(readFace(node.value, place.file));
          return;
        }
        const property = declaredName(node);
        if (property === undefined || !PAINTED.has(property)) return;
        for (const text of stringsIn(node.value)) named.strings.push({ text, place });
      },
      nameOf,
    );
  }
  return {
    faces: await Promise.all(named.faces.map((face) => withFiles(face, styles))),
    strings: await Promise.all(
      named.strings.map(async ({ text, place }) => ({
        text,
        place: { ...place, file: await placeName(styles, place.file) },
      })),
    ),
  };
}

/** What a sheet says, in which files are names of the styles. */
interface NamedFonts {
  readonly faces: (Omit<FontFace, "files"> & { readonly names: readonly string[] })[];
  readonly strings: GeneratedString[];
}

async function withFiles(
  { names, ...face }: NamedFonts["faces"][number],
  styles: StyleFolder,
): Promise<FontFace> {
  const found = await Promise.all(names.map((name) => findStyle(styles, name)));
  return { ...face, files: found.flatMap((each) => (each.state === "found" ? each.realPath : [])) };
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

/** @param sheet name of the sheet that the face is in. */
function readFace(value: unknown, sheet: string): NamedFonts["faces"][number] {
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
    names: urlsIn(valueOf("source")).flatMap((url) => resolveStyle(url, sheet) ?? []),
  };
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (value === "normal") return [400];
  if (value === "bold") return [700];
  return isNode(value) ? Object.values(value).flatMap(numbersIn) : [];
}

function urlsIn(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  if (typeof value.url === "string") return [value.url];
  return Object.values(value).flatMap(urlsIn);
}
