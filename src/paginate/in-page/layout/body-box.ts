/**
 * Runs in the world that lays out, where a document is printed as a browser prints it. The body's margins,
 * padding and width are around its text on every page; Paged.js would have them around all pages, where
 * they move or cut the sheets.
 */

const horizontal = [
  "margin-left",
  "margin-right",
  "padding-left",
  "padding-right",
  "border-left",
  "border-right",
  "width",
  "max-width",
  "min-width",
  "box-sizing",
];
const reset =
  "margin: 0; border: 0; padding: 0; width: auto; min-width: 0; max-width: none; height: auto; min-height: 0; max-height: none; display: block; position: static; float: none; columns: auto; overflow: visible; transform: none";

/** As computed, so that `auto` and shares stay what they are. */
function declarationsOf(element: Element, properties: readonly string[]): string {
  const styles = element.computedStyleMap();
  return properties
    .map((property) => `${property}: ${String(styles.get(property) ?? "initial")};`)
    .join(" ");
}

export function keepBodyBox(): void {
  const { body } = document;
  const style = document.createElement("style");
  const important = reset.replaceAll(/;|$/g, " !important;");
  const content = ".pagedjs_page_content > div";
  style.textContent = `html, body { ${important} }
${content} { ${declarationsOf(body, horizontal)} }
.pagedjs_first_page ${content} { ${declarationsOf(body, ["margin-top", "padding-top", "border-top"])} }`;
  class BodyKeeper extends window.Paged.Handler {
    afterParsed(): void {
      document.head.append(style);
    }
  }
  window.Paged.registeredHandlers.push(BodyKeeper);
}
