/**
 * What references of a publication lead to. Input: the HTML of all texts, in the order of reading;
 * output: each thing with a number or a title, by its id. Figures, tables and formulas are counted each
 * by themselves over the whole publication, so that a number is the same in all its editions.
 */
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from "parse5";
import { inDocumentOrder } from "../../../document/document-order.ts";
import { NOTE_CALL_ELEMENT } from "../../../markdown/notes.ts";
import { kindOfId, NUMBERED, type NumberedKind } from "../../../markdown/references/numbered.ts";
import { SOURCE_LINE } from "../../../markdown/source-lines.ts";
import type { Bodies } from "../../eleventy/texts.ts";
import { attributeOf } from "../../typography/paragraphs.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** `file` is the content file that it stands in. */
export type Target = { readonly file: string } & (
  | { readonly kind: NumberedKind; readonly number: number }
  /** @param title HTML of its heading, without notes and ids. */
  | { readonly kind: "section"; readonly title: string }
);

export type Targets = ReadonlyMap<string, Target>;

export function targetsIn(bodies: Bodies): Targets {
  const counts: Record<NumberedKind, number> = { figure: 0, table: 0, equation: 0 };
  const targets = new Map<string, Target>();
  for (const [file, html] of bodies) {
    // Most texts have none, and need not be parsed for it.
    if (!html.includes(NUMBERED) && !html.includes('id="')) continue;
    for (const element of inDocumentOrder(parseFragment(html))) {
      const id = attributeOf(element, "id");
      if (id === undefined) continue;
      const kind = numberedKindOf(element);
      if (kind !== undefined) {
        counts[kind] += 1;
        targets.set(id, { file, kind, number: counts[kind] });
      } else if (/^h[1-6]$/u.test(element.tagName) && kindOfId(id) === "section") {
        targets.set(id, { file, kind: "section", title: repeatable(element) });
      }
    }
  }
  return targets;
}

function numberedKindOf(element: Element): NumberedKind | undefined {
  // Nobody but the dialect writes the attribute.
  return attributeOf(element, NUMBERED) as NumberedKind | undefined;
}

/** What stands in a heading or a caption, without what may stand once only in a page. */
export function repeatable(element: Element): string {
  const copy = parseFragment(serialize(element));
  for (const inside of [...inDocumentOrder(copy)]) {
    inside.attrs = inside.attrs.filter(({ name }) => name !== "id" && name !== SOURCE_LINE);
    if (inside.tagName === NOTE_CALL_ELEMENT) {
      const { parentNode: parent } = inside;
      parent?.childNodes.splice(parent.childNodes.indexOf(inside), 1);
    }
  }
  return serialize(copy);
}
