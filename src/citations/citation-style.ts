/**
 * Styles in CSL, which say how sources are cited and listed. Input: the XML of one; output: what is wrong
 * with it, or undefined. It is untrusted: a style that would keep the processor busy for ever is refused
 * before it is run.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseXml, XmlElement, type XmlDocument } from "@rgrove/parse-xml";
import type { Wording } from "../markdown/fault-token.ts";

const FOLDER = fileURLToPath(new URL("data/styles", import.meta.url));

/** What Pandoc takes as well where no style is named. */
export const DEFAULT_STYLE = "chicago-author-date";

/** Names of the styles that come with the program. */
export function shippedStyles(): readonly string[] {
  return readdirSync(FOLDER).flatMap((file) => /^(.+)\.csl$/u.exec(file)?.[1] ?? []);
}

/** Undefined where none of the name is shipped. */
export function readShippedStyle(name: string): string | undefined {
  const file = `${FOLDER}/${name}.csl`;
  return /^[a-z\d-]+$/u.test(name) && existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

const EXPECTED = "an independent style in CSL 1.0, author-date or numeric, with a list of sources";

export function styleFault(xml: string): Wording | undefined {
  let document: XmlDocument;
  try {
    document = parseXml(xml);
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
    const hint = "take the file again from the place where it was found";
    return { message: `the style is not XML: ${reason}`, expected: EXPECTED, hint };
  }
  const { root } = document;
  const parts = root === null ? [] : elementsOf(root);
  if (root?.name !== "style") {
    const hint = "take a file whose name ends in .csl";
    return { message: "this is no style of citations", expected: EXPECTED, hint };
  }
  const names = parts.map(({ name }) => name);
  if (!names.includes("citation")) {
    const message = "the style only names another, whose rules it takes";
    return { message, expected: EXPECTED, hint: "take the style that it names" };
  }
  if (root.attributes.class === "note") {
    return {
      message: "the style cites in notes, and sources are cited in the text here",
      expected: EXPECTED,
      hint: "take an author-date or a numeric style, or write notes that name their sources",
    };
  }
  if (!names.includes("bibliography")) {
    const message = "the style has no list of sources";
    return { message, expected: EXPECTED, hint: "take another style" };
  }
  return weight(root) > MOST_ELEMENTS
    ? {
        message: "the style calls its macros too often, or one by itself",
        expected: EXPECTED,
        hint: "take another style",
      }
    : undefined;
}

/** Of elements, with macros in the place of their calls. The largest styles of the CSL project have 2.5 million. */
const MOST_ELEMENTS = 10_000_000;

function weight(root: XmlElement): number {
  const macros = new Map(
    elementsOf(root)
      .filter(({ name }) => name === "macro")
      .map((macro) => [macro.attributes.name ?? "", macro] as const),
  );
  const known = new Map<string, number>();
  const weightOfMacro = (name: string): number => {
    const macro = macros.get(name);
    if (macro === undefined) return 0;
    const before = known.get(name);
    if (before !== undefined) return before;
    // Who comes here again while it is weighed calls itself.
    known.set(name, Infinity);
    const found = weightOf(macro);
    known.set(name, found);
    return found;
  };
  const weightOf = (element: XmlElement): number =>
    elementsOf(element).reduce(
      (sum, each) => sum + weightOf(each),
      1 + weightOfMacro(element.attributes.macro ?? ""),
    );
  // What no citation and no entry calls is never run.
  return elementsOf(root)
    .filter(({ name }) => name !== "macro")
    .reduce((sum, each) => sum + weightOf(each), 0);
}

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => child instanceof XmlElement);
}
