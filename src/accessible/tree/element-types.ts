/**
 * Which structure type an HTML element has by itself, before its surroundings are looked at.
 * ISO 32000-1 §14.8.4 names the types.
 */
import type { StructureType } from "./logical-tree.ts";
import type { SourceElement } from "../source/source-tree.ts";

const typesByName: Readonly<Record<string, StructureType>> = {
  p: "P",
  blockquote: "BlockQuote",
  section: "Sect",
  article: "Art",
  nav: "Sect",
  aside: "Aside",
  h1: "H1",
  h2: "H2",
  h3: "H3",
  h4: "H4",
  h5: "H5",
  h6: "H6",
  q: "Quote",
  em: "Em",
  strong: "Strong",
  code: "Code",
  kbd: "Code",
  samp: "Code",
  var: "Code",
  pre: "Code",
  figcaption: "Caption",
  caption: "Caption",
  rt: "RT",
  rp: "RP",
  rb: "RB",
  rtc: "RT",
  summary: "P",
};

const headingTypes = ["H1", "H2", "H3", "H4", "H5", "H6"] as const;

/** The first role of an element; `undefined` where it has none. */
export function roleOf(element: SourceElement): string | undefined {
  return element.attributes.role?.trim().toLowerCase().split(/\s+/)[0];
}

export function headingType(level: number): StructureType {
  return headingTypes[Math.min(Math.max(level, 1), 6) - 1] ?? "H6";
}

/** The level of a heading type, from 1; undefined for other types. */
export function headingLevel(type: StructureType): number | undefined {
  return /^H[1-6]$/.test(type) ? Number(type.slice(1)) : undefined;
}

/** The element's own type, or undefined where it is no more than a box or a style. */
export function ownType(element: SourceElement): StructureType | undefined {
  const role = roleOf(element);
  switch (role) {
    case "heading":
      return headingType(levelOf(element) ?? 2);
    case "presentation":
    case "none":
      return undefined;
    case "doc-footnote":
    case "doc-endnote":
      return "Note";
    case "region":
    case "doc-chapter":
    case "doc-part":
      return "Sect";
    case "article":
      return "Art";
    case "complementary":
      return "Aside";
    case "blockquote":
      return "BlockQuote";
    case "paragraph":
      return "P";
    case "navigation":
      return "Sect";
    case "caption":
      return "Caption";
    case "code":
      return "Code";
    case "emphasis":
      return "Em";
    case "strong":
      return "Strong";
    default: {
      const type = typesByName[element.name];
      const level = levelOf(element);
      // `aria-level` says another level of a heading as well (ARIA in HTML, 4).
      return role === undefined && level !== undefined && headingLevel(type ?? "P") !== undefined
        ? headingType(level)
        : type;
    }
  }
}

/** What `aria-level` says, from 1; undefined where it says no level. WAI-ARIA 1.2, 6.6. */
function levelOf({ attributes }: SourceElement): number | undefined {
  const level = Number(attributes["aria-level"]);
  return Number.isInteger(level) && level > 0 ? level : undefined;
}
