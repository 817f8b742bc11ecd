/**
 * Whether a browser runs what a `<script>` holds. Input: the element; output: yes or no. HTML
 * Standard 4.12.1.1, "prepare the script element": every type that is not in its list makes a data
 * block, which no browser runs.
 */
import { attributeOf, keyword, type MarkupElement } from "./markup.ts";

/** MIME Sniffing Standard 4.6, "JavaScript MIME type essence". */
const JAVASCRIPT_TYPES: ReadonlySet<string> = new Set([
  "application/ecmascript",
  "application/javascript",
  "application/x-ecmascript",
  "application/x-javascript",
  "text/ecmascript",
  "text/javascript",
  "text/javascript1.0",
  "text/javascript1.1",
  "text/javascript1.2",
  "text/javascript1.3",
  "text/javascript1.4",
  "text/javascript1.5",
  "text/jscript",
  "text/livescript",
  "text/x-ecmascript",
  "text/x-javascript",
]);
/** Types of their own: modules, and what decides which files a page fetches and runs. */
const OTHER_TYPES: ReadonlySet<string> = new Set(["module", "importmap", "speculationrules"]);

export function runsScript(element: MarkupElement): boolean {
  const type = attributeOf(element, "type");
  // Scripts of SVG have no `language`.
  const language = element.namespace === "html" ? attributeOf(element, "language") : undefined;
  if (type === "" || (type === undefined && (language ?? "") === "")) return true;
  const name = keyword(type ?? `text/${language ?? ""}`);
  return JAVASCRIPT_TYPES.has(name) || OTHER_TYPES.has(name);
}
