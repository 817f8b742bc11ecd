/**
 * The pictures of a document that have no alternative, as a person is to find them. Input: faults, the
 * source and what is printed; output: a picture for each key, in the order of the document. Pure.
 */
import { headingLevel, ownType } from "../tree/element-types.ts";
import type { PrintedPages } from "../printed/printed-pages.ts";
import type { SourceFault } from "../source/source-fault.ts";
import { collapse, describeElement, elementsByRef, plainText } from "../source/source-names.ts";
import type { SourceElement, SourceTree } from "../source/source-tree.ts";
import type { UnnamedPicture } from "./amendments.ts";
import { shortened } from "./notices.ts";
import type { PictureKeys } from "./picture-keys.ts";

export interface UnnamedParts {
  readonly faults: readonly SourceFault[];
  readonly source: SourceTree;
  readonly keys: PictureKeys;
  readonly printed: PrintedPages;
}

export function unnamedPictures({ faults, source, keys, printed }: UnnamedParts): UnnamedPicture[] {
  const lacking = new Set(
    faults.flatMap(({ rule, ref }) =>
      rule === "image-alt" || rule === "control-name" ? (ref ?? []) : [],
    ),
  );
  const found = new Map<string, { readonly first: string; count: number }>();
  for (const placed of withSurroundings(source.body)) {
    const { ref } = placed.element;
    const key = keys.get(ref);
    if (key === undefined || !lacking.has(ref)) continue;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { first: placeOf(placed, printed), count: 1 });
  }
  return [...found].map(([picture, { first, count }]) => ({
    picture,
    where:
      count === 1 ? first : `${first}, and ${count === 2 ? "once" : `${count - 1} times`} more`,
  }));
}

interface Placed {
  readonly element: SourceElement;
  /** The text of the last heading before it; empty where there is none. */
  readonly heading: string;
  /** The last words between the two; empty where there are none. */
  readonly words: string;
}

function* withSurroundings(body: SourceElement): Generator<Placed> {
  let heading = "";
  let before = "";
  function* visit(element: SourceElement): Generator<Placed> {
    if (element.display === "none") return;
    yield { element, heading, words: lastWords(before) };
    const type = ownType(element);
    const own = type !== undefined && headingLevel(type) !== undefined ? plainText(element) : "";
    if (own !== "") heading = own;
    for (const child of element.children) {
      if (child.kind === "element") yield* visit(child);
      else if (!element.invisible) before = `${before} ${child.text}`.slice(-longestBefore);
    }
    if (own !== "") before = "";
  }
  yield* visit(body);
}

/** Letters in which the last words are looked for. */
const longestBefore = 200;

function lastWords(text: string): string {
  return collapse(text).split(" ").slice(-4).join(" ");
}

function placeOf({ element, heading, words }: Placed, { pages }: PrintedPages): string {
  const refs = new Set(elementsByRef(element).keys());
  const index = pages.findIndex(
    ({ graphics, texts }) =>
      graphics.some(({ ref }) => refs.has(ref)) ||
      texts.some(({ key }) => refs.has(key?.split(":")[0] ?? "")),
  );
  const page = index === -1 ? "" : ` on page ${index + 1}`;
  const below = heading === "" ? "" : `, below “${shortened(heading)}”`;
  const after = words === "" ? "" : `, after “${shortened(words)}”`;
  // The address of a picture is its name already.
  const { id, class: classes } = element.attributes;
  const attributes = { ...(id && { id }), ...(classes && { class: classes }) };
  return `${describeElement({ ...element, attributes })}${page}${below}${after}`;
}
