/**
 * The source with what a person says of it: its title, alternatives, and which pictures are decoration.
 * Input: the source, what is asked, and what that means in the document; output: the source with it, and
 * what is to be said. Pure: neither the document nor the looks of a page change.
 */
import { roleOf } from "../tree/element-types.ts";
import type { Choice } from "../in-page/choose-pictures.ts";
import { isGraphic } from "../source/source-kinds.ts";
import {
  collapse,
  describeElement,
  elementsById,
  elementsByRef,
  givenName,
  plainText,
  type ElementsById,
} from "../source/source-names.ts";
import type { SourceElement, SourceTree } from "../source/source-tree.ts";
import type { Amendments, GivenAlternative, Notice } from "./amendments.ts";
import { shortened } from "./notices.ts";
import type { PictureKeys } from "./picture-keys.ts";

/** What of the document is meant. */
export interface FoundPictures {
  /** What each of the selectors chooses. */
  readonly chosen: readonly Choice[];
  /** Empty where nobody gives alternatives. */
  readonly keys: PictureKeys;
}

export interface AmendedSource {
  readonly source: SourceTree;
  readonly notices: readonly Notice[];
}

type Changes = Map<string, SourceElement>;

export function amendSource(
  source: SourceTree,
  { title, alternatives = [], decorative = [] }: Amendments,
  { chosen, keys }: FoundPictures,
): AmendedSource {
  const { body } = source;
  const changes: Changes = new Map();
  const elements = elementsByRef(body);
  const ids = elementsById(body);
  const notices = [
    ...titleNotices(source, title),
    ...decorative.map((selector, index) =>
      hideChosen(selector, chosen[index] ?? { refs: [], others: 0 }, { elements, ids, changes }),
    ),
    ...giveAlternatives(alternatives, keys, { elements, ids, changes }),
  ];
  const amended = changes.size === 0 ? body : withChanges(body, changes);
  return {
    source: { ...source, title: title ?? source.title, body: amended },
    notices: [...notices.flat(), ...namelessLinks(amended, changes)],
  };
}

interface Amending {
  readonly elements: ReadonlyMap<string, SourceElement>;
  readonly ids: ElementsById;
  /** Elements that are another than in the document, by number. */
  readonly changes: Changes;
}

function titleNotices(source: SourceTree, title: string | undefined): Notice[] {
  const own = collapse(source.title);
  if (title === undefined || own === "" || own === title) return [];
  const message = `the title is the given one, in the place of the document's, “${shortened(own)}”`;
  return [{ about: "title", message, places: [] }];
}

/** What a selector chooses becomes decoration, where it is a picture. */
function hideChosen(
  selector: string,
  { refs, others }: Choice,
  { elements, ids, changes }: Amending,
): Notice[] {
  const notice = (message: string, places: readonly string[] = []): Notice => ({
    about: "decorative",
    message: `--decorative ${shortened(selector)} ${message}`,
    places,
  });
  if (refs.length + others === 0) return [notice("matches nothing in the document")];
  // What is not displayed is not read.
  const matched = refs.flatMap((ref) => elements.get(ref) ?? []);
  const pictures = matched.filter(isPicture);
  const named = pictures.filter((picture) => givenName(picture, ids) !== undefined);
  // A part of a picture, as a path of a drawing, goes with it.
  const parts = new Set(pictures.flatMap((picture) => [...elementsByRef(picture).keys()]));
  const rest = matched.filter(({ ref }) => !parts.has(ref));
  for (const picture of pictures) changes.set(picture.ref, asDecoration(picture));
  return [
    ...(matched.length === 0 ? [notice("matches nothing that is printed")] : []),
    ...(named.length === 0
      ? []
      : [notice("hides alternatives that the document has", named.map(describeNamed(ids)))]),
    ...(rest.length === 0
      ? []
      : [notice("matches what is no picture and stays as it is", rest.map(describeElement))]),
  ];
}

/** What the list says goes before what a selector says, which is of more than one picture. */
function giveAlternatives(
  alternatives: readonly GivenAlternative[],
  keys: PictureKeys,
  { elements, ids, changes }: Amending,
): Notice[] {
  const byKey = Map.groupBy(keys, ([, key]) => key);
  const unmatched: string[] = [];
  const replaced: string[] = [];
  for (const { picture, alt, decorative } of alternatives) {
    const refs = byKey.get(picture) ?? [];
    const found = refs.flatMap(([ref]) => elements.get(ref) ?? []);
    if (refs.length === 0) unmatched.push(picture);
    if (alt === "" && !decorative) continue;
    for (const element of found) {
      const own = givenName(element, ids);
      if (own !== undefined && own !== collapse(alt)) replaced.push(describeNamed(ids)(element));
      changes.set(element.ref, decorative ? asDecoration(element) : withName(element, alt));
    }
  }
  const notice = (message: string, places: readonly string[]): Notice[] =>
    places.length === 0 ? [] : [{ about: "alternatives", message, places }];
  return [
    ...notice("the list has what is no picture of the document", unmatched),
    ...notice("the list goes before alternatives that the document has", replaced),
  ];
}

/** Whether a person may say of it that it is decoration. */
function isPicture(element: SourceElement): boolean {
  const { name, attributes } = element;
  return (
    isGraphic(element, roleOf(element)) ||
    /^(?:svg|object|embed)$/.test(name) ||
    (name === "input" && attributes.type?.toLowerCase() === "image")
  );
}

const naming = /^(?:alt|alttext|title|aria-label|aria-labelledby|aria-hidden)$/;

/** As `alt=""` is, whatever element it is. */
function asDecoration(element: SourceElement): SourceElement {
  return { ...element, attributes: { ...withoutNames(element), alt: "", "aria-hidden": "true" } };
}

function withName(element: SourceElement, text: string): SourceElement {
  const { role, ...others } = withoutNames(element);
  const kept =
    role === undefined || /^\s*(?:presentation|none)\b/i.test(role) ? others : { ...others, role };
  const attribute = /^(?:img|input)$/.test(element.name) ? "alt" : "aria-label";
  return { ...element, attributes: { ...kept, [attribute]: collapse(text) } };
}

function withoutNames({ attributes }: SourceElement): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !naming.test(name)));
}

function withChanges(element: SourceElement, changes: Changes): SourceElement {
  const now = changes.get(element.ref) ?? element;
  const children = now.children.map((child) =>
    child.kind === "text" ? child : withChanges(child, changes),
  );
  const isSame = children.every((child, index) => child === now.children[index]);
  return isSame ? now : { ...now, children };
}

function describeNamed(ids: ElementsById): (element: SourceElement) => string {
  return (element) => `${describeElement(element)} “${shortened(givenName(element, ids) ?? "")}”`;
}

/** Links that hold nothing but what has become decoration; the source's judge reports them too. */
function namelessLinks(body: SourceElement, changes: Changes): Notice[] {
  if (changes.size === 0) return [];
  const ids = elementsById(body);
  const places = [...elementsByRef(body).values()]
    .filter(
      (element) =>
        element.name === "a" &&
        element.attributes.href !== undefined &&
        holdsDecoration(element, changes) &&
        givenName(element, ids) === undefined &&
        plainText(element) === "",
    )
    .map(describeElement);
  if (places.length === 0) return [];
  const message = "what is decoration now was all that a link holds: the link has no name any more";
  return [{ about: "decorative", message, places }];
}

function holdsDecoration(element: SourceElement, changes: Changes): boolean {
  return element.children.some(
    (child) =>
      child.kind === "element" &&
      ((changes.has(child.ref) && child.attributes["aria-hidden"] === "true") ||
        holdsDecoration(child, changes)),
  );
}
