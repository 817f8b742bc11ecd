/**
 * What drawings (SVG) are called by the titles and descriptions in them. Input: an `svg` element of the
 * source; output: its alternative text. Pure. SVG Accessibility API Mappings, 8.2: `title` and `desc` that
 * are children of the drawing; here also those of its parts, where it has none itself.
 */
import { collapse, givenName, plainText, type ElementsById } from "./source-names.ts";
import type { SourceElement } from "./source-tree.ts";

/** Whether a title or a description in it says what it shows. */
export function isDescribed(drawing: SourceElement): boolean {
  return childText(drawing, "title") !== "" || childText(drawing, "desc") !== "";
}

/** Its name and its description as one text; undefined where it has neither. */
export function alternativeOf(drawing: SourceElement, ids: ElementsById): string | undefined {
  const name = givenName(drawing, ids);
  if (drawing.name !== "svg") return name;
  const description = descriptionOf(drawing, ids);
  const said = [name ?? "", name?.includes(description) === true ? "" : description];
  const all = sentences(said.filter((part) => part !== ""));
  return all === "" ? partsOf(drawing) : all;
}

/** By `aria-describedby`, where that is in the drawing and so read nowhere else, or by `desc`. */
function descriptionOf(drawing: SourceElement, ids: ElementsById): string {
  const named = drawing.attributes["aria-describedby"]?.split(/\s+/) ?? [];
  const texts = named
    .flatMap((id) => ids.get(id) ?? [])
    .filter(({ name }) => name === "desc" || name === "title")
    .map(plainText);
  return collapse(texts.join(" ")) || childText(drawing, "desc");
}

function childText({ children }: SourceElement, name: "title" | "desc"): string {
  const child = children.find((each) => each.kind === "element" && each.name === name);
  return child === undefined ? "" : plainText(child);
}

/** The titles of its parts, or their labels, in order. */
function partsOf(drawing: SourceElement): string | undefined {
  const found: string[] = [];
  const visit = ({ children }: SourceElement): void => {
    for (const child of children) {
      if (child.kind === "text" || child.attributes["aria-hidden"] === "true") continue;
      const label = collapse(child.attributes["aria-label"] ?? "") || childText(child, "title");
      if (label === "") visit(child);
      else found.push(label);
    }
  };
  visit(drawing);
  return found.length === 0 ? undefined : sentences(found);
}

function sentences(parts: readonly string[]): string {
  return parts.reduce((all, part) => {
    if (all === "") return part;
    return /\p{P}$/u.test(all) ? `${all} ${part}` : `${all}. ${part}`;
  }, "");
}
