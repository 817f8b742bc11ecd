/**
 * Puts the table into a page, between two markers. Input: the page's text and the table; output: the
 * page as prettier formats it. Pure but for the settings that prettier reads.
 */
import { format, resolveConfig } from "prettier";

export const BEGIN = "<!-- comparison: made by `npm run compare` -->";
export const END = "<!-- /comparison -->";

/** @throws RangeError where the page has no place for it. */
export async function placeTable(page: string, table: string, file: string): Promise<string> {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from === -1 || to < from) throw new RangeError(`${file} has no “${BEGIN}” and “${END}”`);
  const text = `${page.slice(0, from)}${BEGIN}\n\n${table}\n\n${page.slice(to)}`;
  return format(text, { ...(await resolveConfig(file)), parser: "markdown" });
}

export async function formatJson(value: unknown, file: string): Promise<string> {
  return format(JSON.stringify(value), { ...(await resolveConfig(file)), parser: "json" });
}
