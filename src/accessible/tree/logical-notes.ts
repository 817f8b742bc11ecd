/** Footnotes as logical elements: a Reference where each is called, then its Note. ISO 14289-1 §7.9. */
import { collapse } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";
import type { LogicalNode } from "./logical-tree.ts";
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";

export function buildNote(
  builder: TreeBuilder,
  source: SourceElement,
  around: Surroundings,
): LogicalNode[] {
  const { ref } = source;
  const language = source.attributes.lang ?? around.language;
  const call = builder.generated(source, "call");
  const marker = builder.generated(source, "marker");
  const link = { ref: `call ${ref}`, contents: collapse(call.map((leaf) => leaf.text).join("")) };
  const reference = builder.element("Reference", source, [
    builder.element("Link", source, call, { link }),
  ]);
  const label = marker.length > 0 ? [builder.element("Lbl", source, marker)] : [];
  const note = builder.element(
    "Note",
    source,
    [...label, ...builder.content(source, { ...around, language })],
    { id: `note-${ref}`, ...(language !== around.language && { language }) },
  );
  return call.length > 0 ? [reference, note] : [note];
}
