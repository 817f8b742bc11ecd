/**
 * One structure element as HTML, after the PDF Association's “Deriving HTML from PDF”: what
 * assistive technology learns of the element, no better and no worse. A defect of the tags stays
 * a defect of the HTML: a list without items, a figure without alternative, a cell outside a row.
 */
import { isStandardRole } from "../../../pdf/structure/standard-roles.ts";
import type { StructureElement, StructureKid } from "../../../pdf/structure/structure-tree.ts";
import { isPhrasing } from "./content-kind.ts";
import { formControl } from "./form-control.ts";
import { element, plainText, type HtmlNode } from "./html-node.ts";
import { linkAddress } from "./link-address.ts";
import { deriveList, deriveTable, tableCellAttributes, type Nesting } from "./list-and-table.ts";

/** What an element knows of its surroundings. */
export interface Surroundings {
  readonly parent: StructureElement | undefined;
  /** Elements around it that hold a heading of type H: its level (§14.8.4.3.2). */
  readonly sections: number;
  readonly insideLink: boolean;
  readonly insideTable: boolean;
}

/** What is known of the whole document. */
export interface Derivation {
  readonly place: (of: StructureElement) => string;
  /** The ID of the element in HTML; undefined where nothing refers to it. */
  readonly idOf: (of: StructureElement) => string | undefined;
  /** HTML IDs by the IDs that table cells refer to. */
  readonly ids: ReadonlyMap<string, string>;
  readonly anchors: ReadonlyMap<number, string>;
}

/** Types whose HTML element is only a matter of name. */
const PLAIN: Readonly<Record<string, string>> = {
  Document: "div",
  DocumentFragment: "div",
  Part: "div",
  Div: "div",
  Art: "article",
  Sect: "section",
  Index: "section",
  BlockQuote: "blockquote",
  Aside: "aside",
  LBody: "div",
  Quote: "q",
  Code: "code",
  Em: "em",
  Strong: "strong",
  Ruby: "ruby",
  RT: "rt",
  RP: "rp",
  Span: "span",
  Reference: "span",
  Lbl: "span",
  RB: "span",
  Warichu: "span",
  WT: "span",
  WP: "span",
  Sub: "span",
};

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

export function deriveElement(
  source: StructureElement,
  around: Surroundings,
  derivation: Derivation,
): HtmlNode {
  const role = source.mappedRole;
  const attributes = {
    // First, so that judges that quote the start of an element quote its place.
    "data-pdf": derivation.place(source),
    id: derivation.idOf(source),
    lang: source.lang,
  };
  const sections = around.sections + (holdsHeading(source) ? 1 : 0);
  const inner = (parent: StructureElement, insideLink = around.insideLink): Surroundings => ({
    parent,
    sections,
    insideLink,
    insideTable: around.insideTable || role === "Table",
  });
  const kids = (): readonly HtmlNode[] => content(source, inner(source), derivation);
  const nesting: Nesting = {
    content: kids,
    kids: (some) => deriveKids(some, source, inner(source), derivation),
  };
  const phrasing = isPhrasing({ ...source, mappedRole: "Span" }, isStandardRole);

  const level = headingLevel(role, around.sections);
  if (level !== undefined) {
    if (level <= 6 && phrasing) return element(`h${level}`, attributes, kids());
    return element("div", { ...attributes, role: "heading", "aria-level": String(level) }, kids());
  }
  switch (role) {
    case "P":
    case "Title":
      return element(phrasing ? "p" : "div", attributes, kids());
    case "Caption":
      return element(captionName(around.parent), attributes, kids());
    case "L":
    case "TOC":
    case "LI":
    case "TOCI":
      return deriveList(source, around.parent?.mappedRole, attributes, nesting);
    case "Table":
    case "THead":
    case "TBody":
    case "TFoot":
    case "TR":
      return deriveTable(source, around.parent?.mappedRole, attributes, nesting);
    case "TH":
    case "TD":
      if (!around.insideTable || around.parent?.mappedRole !== "TR")
        return element("div", attributes, kids());
      return element(
        role.toLowerCase(),
        { ...attributes, ...tableCellAttributes(source, derivation.ids) },
        kids(),
      );
    case "Figure":
      return deriveFigure(source, attributes, inner(source), derivation);
    case "Formula":
      return element("span", { ...attributes, role: "img", "aria-label": alternative(source) }, [
        ...(alternative(source) === undefined ? kids() : []),
      ]);
    case "Link":
      return deriveLink(source, around, attributes, inner(source, true), derivation);
    case "Note":
    case "FENote":
      return element(phrasing ? "span" : "div", { ...attributes, role: "note" }, kids());
    case "Form":
    case "Annot":
      return element(phrasing ? "span" : "div", attributes, kids());
    case "Artifact":
      return "";
    default: {
      const name = PLAIN[role] ?? (phrasing ? "span" : "div");
      return element(
        name === "div" && phrasing && inLine(around) ? "span" : name,
        attributes,
        kids(),
      );
    }
  }
}

/** The derived kids; ActualText or Alt stands in their place, an expansion around them. */
function content(
  source: StructureElement,
  around: Surroundings,
  derivation: Derivation,
): readonly HtmlNode[] {
  const nodes = replacedContent(source) ?? deriveKids(source.kids, source, around, derivation);
  if (source.expansion === undefined) return nodes;
  return [element("abbr", { title: source.expansion }, nodes)];
}

function deriveKids(
  kids: readonly StructureKid[],
  source: StructureElement,
  around: Surroundings,
  derivation: Derivation,
): readonly HtmlNode[] {
  return kids.map((kid): HtmlNode => {
    switch (kid.kind) {
      case "element":
        return deriveElement(kid, around, derivation);
      case "content":
        return kid.lang === undefined ? kid.text : element("span", { lang: kid.lang }, [kid.text]);
      case "annotation": {
        const { annotation } = kid;
        if (annotation.subtype === "Link") return "";
        if (annotation.subtype === "Widget")
          return formControl(annotation, derivation.place(source));
        return annotation.contents ?? "";
      }
    }
  });
}

function replacedContent(source: StructureElement): readonly HtmlNode[] | undefined {
  if (source.actualText !== undefined) return [source.actualText];
  const { alt, mappedRole } = source;
  if (alt === undefined || mappedRole === "Link" || mappedRole === "Form") return undefined;
  return [element("span", { role: "img", "aria-label": alt })];
}

/** An empty alternative is none: what says nothing should be an artifact, not a Figure. */
function alternative(source: StructureElement): string | undefined {
  return source.alt?.trim() === "" ? undefined : source.alt;
}

function deriveFigure(
  source: StructureElement,
  attributes: Readonly<Record<string, string | undefined>>,
  around: Surroundings,
  derivation: Derivation,
): HtmlNode {
  if (source.actualText !== undefined) return element("span", attributes, [source.actualText]);
  const alt = alternative(source);
  const isCaption = (kid: StructureKid): boolean =>
    kid.kind === "element" && kid.mappedRole === "Caption";
  const captions = source.kids.filter(isCaption);
  const rest = source.kids.filter((kid) => !isCaption(kid));
  // A Figure that only frames other Figures is what HTML calls figure; the alternative is theirs.
  const frames =
    alt === undefined &&
    rest.some((kid) => kid.kind === "element" && kid.mappedRole === "Figure") &&
    rest.every((kid) => kid.kind === "element");
  if (frames)
    return element("figure", attributes, deriveKids(source.kids, source, around, derivation));
  const image = element("img", { ...attributes, src: PIXEL, alt });
  const shown = alt === undefined ? deriveKids(rest, source, around, derivation) : [];
  const text = shown.map(plainText).join("").trim();
  if (captions.length === 0 && text === "") return image;
  return element("figure", {}, [
    image,
    ...shown,
    ...deriveKids(captions, source, around, derivation),
  ]);
}

function deriveLink(
  source: StructureElement,
  around: Surroundings,
  attributes: Readonly<Record<string, string | undefined>>,
  inside: Surroundings,
  derivation: Derivation,
): HtmlNode {
  const kids = content(source, inside, derivation);
  // HTML has no link in a link: a browser would tear the outer one apart.
  if (around.insideLink) return element("span", attributes, kids);
  const annotation = linkAnnotation(source.kids);
  const named = kids.map(plainText).join("").trim() !== "" || hasImage(kids);
  const name = source.alt ?? (named ? undefined : annotation?.contents);
  const href = annotation === undefined ? undefined : linkAddress(annotation, derivation.anchors);
  return element("a", { ...attributes, href, "aria-label": name }, kids);
}

/** The first link annotation of a Link, perhaps in a Span or NonStruct of it. */
function linkAnnotation(kids: readonly StructureKid[]): ReturnType<typeof annotationOf> {
  for (const kid of kids) {
    const found =
      kid.kind === "element" && kid.mappedRole !== "Link"
        ? linkAnnotation(kid.kids)
        : annotationOf(kid);
    if (found !== undefined) return found;
  }
  return undefined;
}

function annotationOf(kid: StructureKid) {
  return kid.kind === "annotation" && kid.annotation.subtype === "Link"
    ? kid.annotation
    : undefined;
}

function hasImage(nodes: readonly HtmlNode[]): boolean {
  return nodes.some(
    (node) =>
      typeof node !== "string" &&
      (node.attributes.alt !== undefined ||
        node.attributes["aria-label"] !== undefined ||
        hasImage(node.kids)),
  );
}

function headingLevel(role: string, sections: number): number | undefined {
  if (role === "H") return Math.max(1, sections);
  const numbered = /^H(\d+)$/.exec(role)?.[1];
  return numbered === undefined ? undefined : Number(numbered);
}

function holdsHeading(source: StructureElement): boolean {
  return source.kids.some((kid) => kid.kind === "element" && kid.mappedRole === "H");
}

function captionName(parent: StructureElement | undefined): string {
  if (parent?.mappedRole === "Table") return "caption";
  return parent?.mappedRole === "Figure" ? "figcaption" : "div";
}

function inLine({ parent }: Surroundings): boolean {
  return (
    parent !== undefined && /^(?:P|H\d*|Span|Link|Quote|Em|Strong|Note)$/.test(parent.mappedRole)
  );
}
