/**
 * Has a page give back the memory of what nothing needs any more, which the browser would do when it comes to
 * it. What layout and proof leave behind is half of what a page holds, and printing, which takes the most,
 * comes on top of it.
 *
 * It takes time: the browser then gives all elements in the document their style once more. So it is for when
 * none that count stand there.
 */
import type { Page } from "puppeteer";

export async function returnMemory(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}
