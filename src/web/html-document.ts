/** From a component to the text of an HTML file, and to the lines that its elements came from. */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { withDoctype } from "../document/with-doctype.ts";
import { withDirections } from "./directions.ts";
import { takeMarks, type TakenMarks } from "./source-marks.ts";
import { typesetHtml } from "./typography/html.ts";

/** Renders a whole document (`<html>` at its root) and sets its text after `lang`'s typography. */
export function renderDocument(document: VNode, lang: string): string {
  return renderWithSources(document, lang).html;
}

/**
 * The same, with where each of its elements came from.
 * @param change what else is done to the HTML: elements that it takes away are in no list.
 */
export function renderWithSources(
  document: VNode,
  lang: string,
  change: (html: string) => string = (html) => html,
): TakenMarks {
  const { html, elements } = takeMarks(change(withDoctype(renderToString(document))));
  return { html: `${withDirections(typesetHtml(html, { lang }))}\n`, elements };
}
