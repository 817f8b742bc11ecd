/**
 * The HTML control for a form field. Input: a widget annotation; output: an input, select or
 * textarea, named by the field's tooltip (TU) and by nothing else, so that a field without one is
 * found.
 */
import type { PdfAnnotation } from "../../../pdf/document/annotations.ts";
import { element, type HtmlElement } from "./html-node.ts";

// Field flags, ISO 32000-1 tables 226, 228 and 230: bit position less one.
const RADIO = 1 << 15;
const PUSH_BUTTON = 1 << 16;
const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;

export function formControl(annotation: PdfAnnotation, place: string): HtmlElement {
  const { field } = annotation;
  const label = field?.label ?? annotation.contents;
  const named = { "data-pdf": place, ...(label === undefined ? {} : { "aria-label": label }) };
  const has = (flag: number): boolean => ((field?.flags ?? 0) & flag) !== 0;
  switch (field?.type) {
    case "Btn":
      if (has(PUSH_BUTTON)) return element("button", { ...named, type: "button" });
      return element("input", { ...named, type: has(RADIO) ? "radio" : "checkbox" });
    case "Ch":
      return element("select", named, [element("option", {}, [field.value ?? "…"])]);
    default:
      if (has(MULTILINE)) return element("textarea", named, [field?.value ?? ""]);
      return element("input", {
        ...named,
        type: has(PASSWORD) ? "password" : "text",
        // A signature cannot be typed, but it has to be named like other fields.
        ...(field?.type === "Sig" ? { readonly: "" } : {}),
      });
  }
}
