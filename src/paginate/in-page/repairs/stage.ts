/** Runs in the world that repairs. Lays the document out as wide as its page for as long as it is measured. */
import { areaOf } from "./page-areas.ts";

/** As pages hold it: as wide as their content, and as high as it comes. The body keeps its sides. */
export function stageStyles(): HTMLStyleElement {
  const style = document.createElement("style");
  const open =
    "min-width: 0; height: auto; min-height: 0; max-height: none; display: block; position: static; float: none; columns: auto; overflow: visible; transform: none; zoom: 1";
  const root = `${open}; margin: 0; border: 0; padding: 0; max-width: none; width: ${areaOf("").width}px`;
  const important = (declarations: string): string =>
    declarations.replaceAll(/;|$/g, " !important;");
  style.textContent = `html { ${important(root)} } body { ${important(open)} }`;
  return style;
}
