/**
 * What kind of thing a source element is where its name alone does not say: a picture, a form
 * control, a table of contents. Pure functions.
 */
import { isDescribed } from "./drawing-names.ts";
import { plainText } from "./source-names.ts";
import type { SourceElement, SourceNode } from "./source-tree.ts";

export const phrasing =
  /^(?:span|a|b|i|u|s|small|big|cite|mark|label|time|data|font|sub|sup|ins|del|dfn|bdi|bdo|output|tspan)$/;

export function isGraphic(source: SourceElement, role: string | undefined): boolean {
  if (role === "img" || role === "image" || /^(?:img|canvas|video|audio)$/.test(source.name))
    return true;
  if (source.name !== "svg") return false;
  const { attributes } = source;
  const isNamed =
    attributes["aria-label"] !== undefined ||
    attributes["aria-labelledby"] !== undefined ||
    isDescribed(source);
  return isNamed || !hasText(source);
}

const groupNames =
  /^(?:section|article|aside|nav|main|header|footer|form|fieldset|address|search|figure|blockquote|details|ul|ol|menu|dir|dl|table)$/;
const groupRoles =
  /^(?:group|region|article|complementary|navigation|main|banner|contentinfo|form|search|figure|blockquote|list|table|grid|treegrid|note|doc-(?!.*(?:ref|link)$).+)$/;

/** Whether it holds other things and may have a name of its own. WAI-ARIA 1.2, 5.2.8. */
export function isGroup(source: SourceElement, role: string | undefined): boolean {
  return role === undefined ? groupNames.test(source.name) : groupRoles.test(role);
}

function hasText(source: SourceElement): boolean {
  return source.children.some(
    (child) => child.kind === "element" && (child.name === "text" || hasText(child)),
  );
}

export function isControl(name: string): boolean {
  return /^(?:input|select|textarea|meter|progress)$/.test(name);
}

export function isGauge({ name }: SourceElement): boolean {
  return name === "meter" || name === "progress";
}

/** What a meter or a progress bar shows: as its author says it in words, or in figures; else empty. */
export function gaugeText(source: SourceElement): string {
  if (!isGauge(source)) return "";
  const { value, max } = source.attributes;
  const figures = [value, max].filter((figure) => figure !== undefined && figure.trim() !== "");
  return plainText(source) || (value === undefined ? "" : figures.join("/"));
}

export function controlTextKeys(source: SourceElement): string[] {
  const own = [`${source.ref}:t0`];
  return [
    ...own,
    ...source.children.flatMap((child) => (child.kind === "element" ? controlTextKeys(child) : [])),
  ];
}

/** Names of what styles may generate in an element, as an icon: the browser does not say whose it is. */
export function generatedKeys(source: SourceElement): string[] {
  const inner = source.children.flatMap((child) =>
    child.kind === "element" ? generatedKeys(child) : [],
  );
  return [`${source.ref}:before`, ...inner, `${source.ref}:after`];
}

/** A table of contents: said to be one, or a navigation whose every list item is an internal link. */
export function isContents(source: SourceElement, role: string | undefined): boolean {
  if (role === "doc-toc") return true;
  if (source.name !== "nav" || role !== undefined) return false;
  const items = itemsOf(source);
  return (
    items.length > 0 &&
    items.every((item) =>
      item.children.some(
        (child) =>
          child.kind === "element" && child.name === "a" && child.attributes.href?.startsWith("#"),
      ),
    )
  );
}

function itemsOf(source: SourceElement): SourceElement[] {
  return source.children.flatMap((child) =>
    child.kind === "text" ? [] : child.name === "li" ? [child, ...itemsOf(child)] : itemsOf(child),
  );
}

/** What a label says, without what the controls in it hold. */
function labelText(label: SourceElement): string {
  const withoutControls = (element: SourceElement): SourceElement => ({
    ...element,
    children: element.children.flatMap((child): readonly SourceNode[] => {
      if (child.kind === "text") return [child];
      return isControl(child.name) ? [] : [withoutControls(child)];
    }),
  });
  return plainText(withoutControls(label));
}

export function labelFor(body: SourceElement, id: string): string | undefined {
  for (const child of body.children) {
    if (child.kind === "text") continue;
    if (child.name === "label" && child.attributes.for === id) return labelText(child);
    const inner = labelFor(child, id);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The text of the label that a control stands in. */
export function labelAround(body: SourceElement, control: SourceElement): string | undefined {
  const holds = (element: SourceElement): boolean =>
    element === control ||
    element.children.some((child) => child.kind === "element" && holds(child));
  for (const child of body.children) {
    if (child.kind === "text" || !holds(child)) continue;
    return child.name === "label" ? labelText(child) : labelAround(child, control);
  }
  return undefined;
}
