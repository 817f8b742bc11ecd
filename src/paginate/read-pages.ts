/**
 * The paginated pages as a file: what stands in the browser after layout, without the scripts that
 * laid it out. Input: the live page; output: HTML that shows the same pages when it is opened again
 * where the source was served. It changes nothing in the live page.
 */
import type { PaginatedDocument } from "./paginated-document.ts";

export async function readPages({ page }: PaginatedDocument): Promise<string> {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of copy.querySelectorAll("script")) script.remove();
    return copy.outerHTML;
  });
  return `<!doctype html>\n${html}\n`;
}
