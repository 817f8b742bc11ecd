/**
 * Runs in the world that lays out. Says in style sheets what `style` attributes say of page breaks and named
 * pages: Paged.js 0.4.3 looks in style sheets alone.
 */

const properties = ["break-before", "break-after", "break-inside", "page"];
const mark = "data-imprimatur-breaks";

export function announceInlineBreaks(): void {
  const rules = new Map<string, number>();
  for (const element of document.body.querySelectorAll<HTMLElement>("[style]")) {
    const declarations = properties
      .map((property) => [property, element.style.getPropertyValue(property)])
      .filter(([, value]) => value !== "" && value !== "auto")
      .map(([property, value]) => `${property}: ${value}`)
      .join("; ");
    if (declarations === "") continue;
    const number = rules.get(declarations) ?? rules.size + 1;
    rules.set(declarations, number);
    element.setAttribute(mark, String(number));
  }
  if (rules.size === 0) return;
  const style = document.createElement("style");
  style.textContent = [...rules]
    .map(([declarations, number]) => `[${mark}="${number}"] { ${declarations} }`)
    .join("\n");
  document.head.append(style);
}
