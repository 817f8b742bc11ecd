/**
 * Judges one element: scripts, event attributes, addresses, animations of addresses, styles. Input:
 * an element and where its document is; output: what it does of its own. Documents inside it
 * (`srcdoc`, `data:`) are handed to whoever searches them.
 */
import { tagWords } from "../tag-words.ts";
import {
  addressFault,
  attributeExcerpt,
  dataDocument,
  type DataDocument,
} from "./address-rules.ts";
import { addressesOf, isAnimation, relationsOf, type ElementAddress } from "./addresses.ts";
import type { ActiveContent, ActiveRule, DocumentPlace } from "./active-content.ts";
import { cssParts } from "./css-parts.ts";
import { attributeOf, keyword, type MarkupElement } from "./markup.ts";
import { runsScript } from "./scripts.ts";
import { quoteExcerpt } from "./excerpt.ts";

/** A document within an element. */
export interface InnerDocument extends DataDocument {
  /** Where it is, for messages: `<iframe srcdoc>`. */
  readonly holder: string;
  readonly line: number;
}

export interface JudgedElement {
  readonly found: readonly ActiveContent[];
  readonly inner: readonly InnerDocument[];
}

/** @param base what relative addresses start from. */
export function judgeElement(
  element: MarkupElement,
  base: URL,
  place: DocumentPlace,
): JudgedElement {
  const { name, line } = element;
  const tell = (rule: ActiveRule, attributes: string, does: string): ActiveContent => ({
    rule,
    line,
    message: `${tagWords(name, attributes)} ${does}.`,
  });
  const addresses = addressesOf(element);
  return {
    found: [
      ...scripts(element).map((attributes) => tell("script", attributes, "is a script")),
      ...(importsDocument(element)
        ? [tell("script", 'rel="import"', "has old browsers run what another document holds")]
        : []),
      ...eventAttributes(element).map((attributes) =>
        tell("event-attribute", attributes, "runs a script"),
      ),
      ...(animatesAddress(element)
        ? [tell("animated-address", 'attributeName="href"', "changes where a link leads")]
        : []),
      ...addresses.flatMap(({ attribute, value, use }) => {
        const fault = addressFault(value, use, base, place);
        if (fault === undefined) return [];
        return [tell(fault.rule, attributeExcerpt(attribute, value), fault.does)];
      }),
      ...stylesOf(element).flatMap(({ css, attribute, firstLine }) =>
        judgeCss(css, base, place).map((part) => ({
          ...part,
          line: attribute === "" ? firstLine + part.line - 1 : firstLine,
          message: `${tagWords(name, attribute)}: ${part.message}`,
        })),
      ),
    ],
    inner: [...srcdocOf(element), ...pictureDocuments(element, addresses, base)],
  };
}

/** Style sheets by themselves are judged by the same rules. */
export function judgeCss(css: string, base: URL, place: DocumentPlace): readonly ActiveContent[] {
  return cssParts(css).flatMap((part): readonly ActiveContent[] => {
    const { line, value } = part;
    if (part.kind === "program") {
      return [
        {
          rule: "style-program",
          line,
          message: `The style ${value} runs a program in old browsers.`,
        },
      ];
    }
    const fault = addressFault(value, "load", base, place);
    if (fault === undefined) return [];
    return [
      { rule: fault.rule, line, message: `The style's ${quoteExcerpt(value)} ${fault.does}.` },
    ];
  });
}

/** The attributes to show of a script that runs; none where nothing does. */
function scripts(element: MarkupElement): readonly string[] {
  const { name, namespace } = element;
  if (name !== "script" || (namespace !== "html" && namespace !== "svg")) return [];
  if (!runsScript(element)) return [];
  const source = element.attributes.find(({ name: attribute }) =>
    ["src", "href", "xlink:href"].includes(attribute),
  );
  return [source === undefined ? "" : attributeExcerpt(source.name, source.value)];
}

function importsDocument(element: MarkupElement): boolean {
  return element.name === "link" && relationsOf(element).includes("import");
}

function eventAttributes(element: MarkupElement): readonly string[] {
  const own = element.attributes.filter(({ name }) => /^on[^:]*$/iu.test(name));
  const animated = isAnimation(element)
    ? element.attributes.filter(
        ({ name, value }) => name === "attributeName" && keyword(value).startsWith("on"),
      )
    : [];
  return [...own, ...animated].map(({ name, value }) => attributeExcerpt(name, value));
}

function animatesAddress(element: MarkupElement): boolean {
  const animated = keyword(attributeOf(element, "attributeName") ?? "");
  return isAnimation(element) && (animated === "href" || animated === "xlink:href");
}

interface ElementStyle {
  readonly css: string;
  /** `style`, or nothing where the element is a style sheet. */
  readonly attribute: string;
  readonly firstLine: number;
}

/** Style sheets, `style`, and attributes of SVG that are styles, such as `fill`. */
function stylesOf(element: MarkupElement): readonly ElementStyle[] {
  const { name, namespace, text, line: firstLine, attributes } = element;
  const isSheet = name === "style" && (namespace === "html" || namespace === "svg");
  const inAttributes = attributes.filter(
    (attribute) =>
      attribute.name === "style" ||
      (namespace === "svg" && attribute.value.includes("(") && !attribute.name.startsWith("on")),
  );
  return [
    ...(isSheet ? [{ css: text, attribute: "", firstLine }] : []),
    ...inAttributes.map((each) => ({ css: each.value, attribute: each.name, firstLine })),
  ];
}

function srcdocOf(element: MarkupElement): readonly InnerDocument[] {
  const text = attributeOf(element, "srcdoc");
  if (text === undefined || element.namespace !== "html") return [];
  return [{ language: "html", text, holder: tagWords(element.name, "srcdoc"), line: element.line }];
}

/** Drawings in `data:` addresses: shown as pictures they are still, opened by themselves they are not. */
function pictureDocuments(
  { name, line }: MarkupElement,
  addresses: readonly ElementAddress[],
  base: URL,
): readonly InnerDocument[] {
  return addresses.flatMap(({ attribute, value, use }): readonly InnerDocument[] => {
    const address = use === "load" ? URL.parse(value, base) : null;
    const document = address === null ? undefined : dataDocument(address);
    return document === undefined ? [] : [{ ...document, holder: tagWords(name, attribute), line }];
  });
}
