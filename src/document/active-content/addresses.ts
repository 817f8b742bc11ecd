/**
 * The addresses that an element has, and what a browser does with each. Input: an element; output:
 * the attribute, the address as written, and its use. It resolves and judges none.
 */
import { attributeOf, keyword, type MarkupElement } from "./markup.ts";

/**
 * `follow` is a link, which a reader chooses; `load` is fetched by itself and shown or applied;
 * `frame` is a document shown within; `send` is sent what readers do or enter; `go` leaves the page
 * by itself; `base` is what all others start from; `name` is neither loaded nor gone to.
 */
export type AddressUse = "follow" | "load" | "frame" | "send" | "go" | "base" | "name";

export interface ElementAddress {
  readonly attribute: string;
  readonly value: string;
  readonly use: AddressUse;
}

const FRAMES: ReadonlySet<string> = new Set(["iframe", "frame", "embed", "portal", "fencedframe"]);
/** What SVG takes from the address in `href`, where it is no link. */
const SVG_LOADING: ReadonlySet<string> = new Set(
  (
    "image use feImage script filter pattern linearGradient radialGradient textPath mpath tref " +
    "cursor font-face-uri altGlyph color-profile"
  ).split(" "),
);
/** Relations whose file a browser fetches; the others are links. HTML Standard 4.6.7. */
const LOADING_RELATIONS: ReadonlySet<string> = new Set(
  (
    "stylesheet icon shortcut apple-touch-icon apple-touch-icon-precomposed mask-icon manifest " +
    "preload modulepreload prefetch prerender preconnect dns-prefetch import"
  ).split(" "),
);

const USES: Readonly<Record<string, (element: MarkupElement) => AddressUse>> = {
  href: useOfHref,
  "xlink:href": useOfHref,
  src: ({ name }) => (FRAMES.has(name) ? "frame" : "load"),
  data: ({ name }) => (name === "object" ? "frame" : "name"),
  code: ({ name }) => (name === "applet" ? "frame" : "name"),
  codebase: ({ name }) => (name === "applet" || name === "object" ? "frame" : "name"),
  classid: ({ name }) => (name === "object" ? "frame" : "name"),
  action: ({ name }) => (name === "form" ? "send" : "name"),
  formaction: () => "send",
  poster: () => "load",
  background: () => "load",
  dynsrc: () => "load",
  lowsrc: () => "load",
  manifest: () => "load",
  cite: () => "name",
  longdesc: () => "name",
  profile: () => "name",
  icon: () => "load",
};

/** Elements that change an attribute over time. SVG Animations Level 2. */
const ANIMATIONS: ReadonlySet<string> = new Set(
  "set animate animateColor animateMotion animateTransform".split(" "),
);

export function isAnimation({ name, namespace }: MarkupElement): boolean {
  return namespace === "svg" && ANIMATIONS.has(name);
}

export function addressesOf(element: MarkupElement): readonly ElementAddress[] {
  const addresses = element.attributes.flatMap(({ name, value }): readonly ElementAddress[] => {
    const use = USES[name]?.(element);
    if (use !== undefined) return [{ attribute: name, value, use }];
    if (name === "srcset" || name === "imagesrcset") {
      return candidatesOf(value).map((each) => ({ attribute: name, value: each, use: "load" }));
    }
    if (name === "ping") {
      return value
        .split(/[\t\n\f\r ]+/u)
        .filter((each) => each !== "")
        .map((each) => ({ attribute: name, value: each, use: "send" }));
    }
    if (isAnimation(element) && ["from", "to", "by", "values"].includes(name)) {
      return value.split(";").map((each) => ({ attribute: name, value: each, use: "name" }));
    }
    return [];
  });
  const refresh = refreshAddress(element);
  return refresh === undefined
    ? addresses
    : [...addresses, { attribute: "content", value: refresh, use: "go" }];
}

/** What a `<link>` is to its page, in small letters. */
export function relationsOf(element: MarkupElement): readonly string[] {
  return (attributeOf(element, "rel") ?? "").split(/[\t\n\f\r ]+/u).map(keyword);
}

function useOfHref(element: MarkupElement): AddressUse {
  const { name, namespace } = element;
  if (namespace === "svg") return SVG_LOADING.has(name) ? "load" : "follow";
  if (name === "base") return "base";
  if (name !== "link") return "follow";
  return relationsOf(element).some((relation) => LOADING_RELATIONS.has(relation))
    ? "load"
    : "follow";
}

/** HTML Standard 4.8.4.3.11: an address ends at white space; a comma at its end leads nowhere else. */
function candidatesOf(sourceSet: string): readonly string[] {
  return [...sourceSet.matchAll(/[^\t\n\f\r ,][^\t\n\f\r ]*/gu)]
    .map(([candidate]) => candidate)
    .filter((candidate) => !/^\d+(?:\.\d+)?[wxh],?$/u.test(candidate));
}

/** Where `<meta http-equiv=refresh>` goes; HTML Standard 4.2.5.3, "shared declarative refresh". */
function refreshAddress(element: MarkupElement): string | undefined {
  if (element.namespace !== "html" || element.name !== "meta") return undefined;
  if (keyword(attributeOf(element, "http-equiv") ?? "") !== "refresh") return undefined;
  const content = attributeOf(element, "content") ?? "";
  const [, rest] =
    /^[\t\n\f\r ]*[\d.]*[\t\n\f\r ]*[;,]?[\t\n\f\r ]*(?<address>[^]+)$/u.exec(content) ?? [];
  if (rest === undefined) return undefined;
  const [, quote = "", bare = ""] =
    /^(?:url[\t\n\f\r ]*=[\t\n\f\r ]*)?(["']?)([^]*)$/iu.exec(rest) ?? [];
  const [address = ""] = quote === "" ? [bare] : bare.split(quote);
  return address;
}
