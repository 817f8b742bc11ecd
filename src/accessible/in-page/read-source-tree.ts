/**
 * Runs in the world that proves. Reads the source's elements and text just before Paged.js lays them
 * out, when styles and fonts are there, elements are numbered and nothing is cut yet. It changes
 * nothing. Names of controls hide what their form has, so that elements are read by `window.proof.dom`.
 */
import type { ImageMap, SourceArea } from "../image-maps/source-areas.ts";
import type {
  GeneratedSlot,
  SourceElement,
  SourceNode,
  SourceTree,
} from "../source/source-tree.ts";

export function readSourceTree(): SourceTree {
  const { dom } = window.proof;
  const kept =
    /^(?:role|aria-.+|alt|title|dir|href|id|class|src|scope|headers|colspan|rowspan|start|value|reversed|max|type|checked|for|name|alttext|open|abbr|datetime|label|placeholder|usemap)$/;
  /** Nothing in these is ever shown as text. */
  const skipped = /^(?:script|style|template|noscript|link|meta|base|head|source|track|param)$/;

  /**
   * `xml:lang` goes before `lang` where the document was parsed as XML (HTML Standard, 3.2.6.2). In
   * HTML it means nothing, and yet its author meant the language, where there is no `lang` beside it.
   */
  const languageOf = (element: Element): string | null =>
    dom.attributeNS(element, "http://www.w3.org/XML/1998/namespace", "lang") ??
    dom.attribute(element, "lang") ??
    dom.attribute(element, "xml:lang");

  const attributesOf = (element: Element): Record<string, string> => {
    const found: Record<string, string> = {};
    const language = languageOf(element);
    if (language !== null) found.lang = language;
    for (const { name, value } of dom.attributesOf(element)) {
      const key = name === "xlink:href" ? "href" : name;
      if (kept.test(key)) found[key] = key === "src" ? value.slice(0, 200) : value;
    }
    return found;
  };

  const valueOf = (element: Element): string | undefined => {
    if (element instanceof HTMLInputElement) {
      return /^(?:checkbox|radio)$/.test(element.type)
        ? element.checked
          ? "on"
          : "off"
        : element.value;
    }
    if (element instanceof HTMLSelectElement) {
      return [...element.selectedOptions].map((option) => option.label).join(", ");
    }
    return element instanceof HTMLTextAreaElement ? element.value : undefined;
  };

  /** Whether a file was asked for and did not come; what stands in the document itself is not asked for. */
  const didNotCome = (address: string | null): boolean => {
    if (address === null) return false;
    const url = URL.parse(address, document.baseURI)?.href ?? "";
    const timings = performance.getEntriesByName(url) as PerformanceResourceTiming[];
    return timings.length > 0 && timings.every(({ responseStatus }) => responseStatus !== 200);
  };

  const isBroken = (element: Element): boolean => {
    if (element instanceof HTMLImageElement) {
      return element.complete && element.naturalWidth === 0 && element.currentSrc !== "";
    }
    if (element instanceof HTMLInputElement) {
      return element.type === "image" && didNotCome(element.getAttribute("src"));
    }
    if (!(element instanceof SVGSVGElement)) return false;
    return [...element.querySelectorAll("image")].some(({ href }) => didNotCome(href.baseVal));
  };

  const slots: readonly GeneratedSlot[] = ["before", "after", "marker"];

  /** Whether any style sheet gives generated content an alternative: to ask each element costs time. */
  const hasAlternatives = (rules: Iterable<CSSRule>): boolean => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && alternativeIn(rule.style.content) !== undefined)
        return true;
    }
    return false;
  };

  /** What stands behind the slash of `content`, undefined where there is none. */
  const alternativeIn = (content: string): string | undefined =>
    /^(?:"(?:[^"\\]|\\.)*"|[^"/])*\/(.*)$/s.exec(content)?.[1];

  const alternativesOf = (element: Element): Partial<Record<GeneratedSlot, string>> | undefined => {
    const found: Partial<Record<GeneratedSlot, string>> = {};
    for (const slot of slots) {
      const alternative = alternativeIn(getComputedStyle(element, `::${slot}`).content);
      if (alternative === undefined) continue;
      const parts = alternative.matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g);
      found[slot] = [...parts]
        .map(([, text, name]) =>
          name === undefined
            ? (text ?? "").replace(/\\(.)/g, "$1")
            : (dom.attribute(element, name) ?? ""),
        )
        .join("");
    }
    return Object.keys(found).length > 0 ? found : undefined;
  };

  /** Pictures that the styles say mean something: those with an alternative that is not empty. */
  const generatedPicturesOf = (
    element: Element,
    alternatives: Partial<Record<GeneratedSlot, string>>,
  ): string[] =>
    slots.flatMap((slot) => {
      const alternative = alternatives[slot]?.trim() ?? "";
      const { content } = getComputedStyle(element, `::${slot}`);
      return alternative !== "" && /^(?:url|image-set|[\w-]*gradient)\(/.test(content)
        ? [alternative]
        : [];
    });

  const shapeOf = (area: Element): SourceArea["shape"] => {
    const shape = dom.attribute(area, "shape")?.trim().toLowerCase() ?? "";
    if (shape.startsWith("circ")) return "circle";
    if (shape.startsWith("poly")) return "poly";
    return shape === "default" ? "default" : "rect";
  };

  /** The areas of a picture that lead somewhere. */
  const imageMapOf = (picture: Element): ImageMap | undefined => {
    const name = picture instanceof HTMLImageElement && /^#(.+)/.exec(picture.useMap)?.[1];
    if (!name) return undefined;
    const map = [...document.querySelectorAll("map")].find((each) => each.name === name);
    const style = getComputedStyle(picture);
    const edge = (side: string): number =>
      parseFloat(style.getPropertyValue(`border-${side}-width`)) +
      parseFloat(style.getPropertyValue(`padding-${side}`));
    const box = dom.boxOf(picture);
    const [left, top] = [edge("left"), edge("top")];
    const [right, bottom] = [edge("right"), edge("bottom")];
    const areas = [...(map?.querySelectorAll("area[href]") ?? [])].map((area): SourceArea => {
      const href = dom.attribute(area, "href") ?? "";
      const names = ["aria-label", "alt", "title"].map((key) => dom.attribute(area, key)?.trim());
      return {
        ref: dom.attribute(area, "data-ref") ?? "0",
        shape: shapeOf(area),
        coordinates: (dom.attribute(area, "coords") ?? "")
          .split(/[\s,;]+/)
          .filter((part) => part !== "")
          .map(parseFloat),
        href,
        address: URL.parse(href, document.baseURI)?.href ?? href,
        name: names.find((each) => each !== undefined && each !== "") ?? "",
      };
    });
    return {
      box: {
        ...{ left, top, right, bottom },
        width: box.width - left - right,
        height: box.height - top - bottom,
      },
      areas,
    };
  };

  let readsAlternatives = false;

  /** Beyond this far to the left or above, in pixels, nothing is meant to be seen. */
  const offPage = -500;

  const isUnseen = (style: CSSStyleDeclaration): boolean => {
    if (style.opacity === "0") return true;
    if (style.position !== "absolute" && style.position !== "fixed") return false;
    return (
      style.getPropertyValue("clip") !== "auto" ||
      style.clipPath.startsWith("inset(") ||
      (style.overflowX !== "visible" &&
        (parseFloat(style.width) <= 1 || parseFloat(style.height) <= 1)) ||
      parseFloat(style.left) < offPage ||
      parseFloat(style.top) < offPage
    );
  };

  /** What a drawing says of itself stands in it and is not painted. */
  const isSaidOnly = (element: Element): boolean =>
    element instanceof SVGElement && /^(?:title|desc|metadata)$/.test(element.localName);

  const read = (element: Element): SourceElement => {
    const style = getComputedStyle(element);
    const children: SourceNode[] = [];
    // What is not displayed is no part of what is read; counting it would cost time.
    if (style.display !== "none") {
      for (const child of dom.childrenOf(element)) {
        if (child instanceof Text) {
          const last = children.at(-1);
          if (last?.kind === "text") {
            children[children.length - 1] = { kind: "text", text: last.text + child.data };
          } else {
            children.push({ kind: "text", text: child.data });
          }
        } else if (child instanceof Element && !skipped.test(dom.localNameOf(child))) {
          children.push(read(child));
        }
      }
    }
    const value = valueOf(element);
    const imageMap = imageMapOf(element);
    const alternatives = readsAlternatives ? alternativesOf(element) : undefined;
    const generatedPictures = alternatives ? generatedPicturesOf(element, alternatives) : [];
    return {
      kind: "element",
      ref: dom.attribute(element, "data-ref") ?? "0",
      name: dom.localNameOf(element),
      attributes: attributesOf(element),
      display: style.display,
      invisible: style.visibility !== "visible" || isSaidOnly(element),
      ...(style.display === "list-item" && { listStyle: style.listStyleType }),
      ...(alternatives && { alternatives }),
      ...(generatedPictures.length > 0 && { generatedPictures }),
      ...(isUnseen(style) && { unseen: true }),
      ...(isBroken(element) && { broken: true }),
      ...(value !== undefined && { value }),
      ...(imageMap !== undefined && { imageMap }),
      children,
    };
  };

  readsAlternatives = hasAlternatives(window.rulesIn(document.styleSheets));
  const metadata: Record<string, string> = {};
  // By attributes: in XML, what is called so may be no element of HTML.
  for (const meta of document.querySelectorAll("meta[name][content]")) {
    metadata[(dom.attribute(meta, "name") ?? "").toLowerCase()] =
      dom.attribute(meta, "content") ?? "";
  }
  return {
    title: document.title,
    language: languageOf(document.documentElement) ?? "",
    metadata,
    body: read(document.body),
  };
}
