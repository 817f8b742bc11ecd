/** From a component to the text of an HTML file. */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { withDoctype } from "../document/with-doctype.ts";
import { typesetHtml } from "./typography/html.ts";

/** Renders a whole document (`<html>` at its root) and sets its text after `lang`'s typography. */
export function renderDocument(document: VNode, lang: string): string {
  return `${typesetHtml(withDoctype(renderToString(document)), { lang })}\n`;
}
