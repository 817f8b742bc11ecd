/**
 * Longer documents made of a short one: the parts in `main`, and their entries in the contents,
 * over and over until there are as many as wanted. Input: a print source; output: one with ids of
 * its own for every copy, so that its links and names lead where they did. Pure.
 */
import {
  defaultTreeAdapter as adapter,
  parse,
  parseFragment,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes,
} from "parse5";

type Element = DefaultTreeAdapterTypes.Element;

/** Attributes whose value is a list of ids. */
const ID_LISTS: ReadonlySet<string> = new Set([
  ...["aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns"],
  ...["headers", "for"],
]);

/**
 * The document with `partCount` parts: the first ones of it where it has more, all of them again
 * where it has fewer. What stands outside `main` and the contents is there once.
 * @throws RangeError where there is no `main`, or nothing in it.
 */
export function repeatParts(html: string, partCount: number): string {
  const document = parse(html);
  const elements = [...elementsIn(document)];
  const main = elements.find(({ tagName }) => tagName === "main");
  const parts = childElements(main);
  if (main === undefined || parts.length === 0) throw new RangeError("the document has no parts");
  const entries = elements.filter(({ tagName, parentNode }) => {
    return tagName === "li" && isElement(parentNode) && parentNode.tagName === "ol";
  });
  const entryOf = new Map(
    parts.map((part) => [part, entries.find((entry) => leadsInto(entry, part))]),
  );
  const list = [...entryOf.values()].find((entry) => entry !== undefined)?.parentNode ?? undefined;

  const copies = Array.from({ length: partCount }, (_, index) => {
    const part = parts[index % parts.length] ?? main;
    const round = Math.floor(index / parts.length);
    const entry = entryOf.get(part);
    return { part: copied(part, round), entry: entry && copied(entry, round) };
  });
  fill(
    main,
    copies.map(({ part }) => part),
  );
  if (isElement(list)) {
    fill(
      list,
      copies.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
    );
  }
  return serialize(document);
}

/** The first round keeps its ids; later ones get the number of the round at their end. */
function copied(element: Element, round: number): Element {
  const [copy] = childElements(parseFragment(serializeOuter(element)));
  if (copy === undefined) throw new RangeError(`<${element.tagName}> cannot stand by itself`);
  const renamed = (id: string): string => (round === 0 ? id : `${id}-${round + 1}`);
  for (const { attrs } of elementsIn(copy)) {
    for (const attribute of attrs) {
      const { name, value } = attribute;
      if (name === "id") attribute.value = renamed(value);
      else if (ID_LISTS.has(name)) attribute.value = value.split(/\s+/).map(renamed).join(" ");
      else if (name === "href" && value.startsWith("#")) attribute.value = renamed(value);
    }
  }
  return copy;
}

function leadsInto(entry: Element, part: Element): boolean {
  const ids = new Set([...elementsIn(part)].map((element) => attributeOf(element, "id")));
  return [...elementsIn(entry)].some((element) => {
    const href = attributeOf(element, "href");
    return href?.startsWith("#") === true && ids.has(href.slice(1));
  });
}

function fill(parent: Element, children: readonly Element[]): void {
  for (const child of [...parent.childNodes]) adapter.detachNode(child);
  for (const child of children) adapter.appendChild(parent, child);
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function childElements(parent: DefaultTreeAdapterTypes.ParentNode | undefined): Element[] {
  return parent?.childNodes.filter(isElement) ?? [];
}

/** The element itself first, then all that are in it. */
function* elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  if (isElement(node)) yield node;
  for (const child of node.childNodes) if (isElement(child)) yield* elementsIn(child);
}

function isElement(node: DefaultTreeAdapterTypes.Node | null | undefined): node is Element {
  return node !== null && node !== undefined && "tagName" in node;
}
