/** What the judge of layout runs in a world of the paginated pages, as one bundle. */
export { markOrigins, removeMarks } from "./generated-origins.ts";
export { readPage } from "./read-page.ts";
export { readTables } from "./read-tables.ts";

/** How many pages there are, once their fonts are there. */
export async function countPages(): Promise<number> {
  await document.fonts.ready;
  return document.querySelectorAll(".pagedjs_page").length;
}

export function scrollOffset(): { readonly x: number; readonly y: number } {
  return { x: window.scrollX, y: window.scrollY };
}
