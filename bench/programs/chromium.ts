/** Chromium's own print, with tags and bookmarks, as puppeteer offers it. */
import { writeFile } from "node:fs/promises";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { openForPrint } from "../compare/measure/read-document.ts";
import { shorten, TIME_LIMIT_MS } from "./conversion.ts";
import type { Conversion, Input, Place, Program } from "./program.ts";

export const chromium: Program = {
  id: "chromium",
  name: "Chromium",
  command:
    "page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })",
  isKept: true,
  prepare: async (place) => {
    const { version, close } = await launch(place, place.signal);
    await close();
    return { version, convert: (input, output) => print(place, input, output) };
  },
};

function launch(
  { projectDir, browser }: Place,
  signal: AbortSignal,
): ReturnType<typeof launchBrowser> {
  return launchBrowser({ projectDir, found: browser, signal, onNotice: () => undefined });
}

async function print(place: Place, input: Input, output: string): Promise<Conversion> {
  const startedMs = performance.now();
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  const wallMs = (): number => Math.round(performance.now() - startedMs);
  try {
    const { browser, close } = await launch(place, AbortSignal.any([limit, place.signal]));
    try {
      const page = await openForPrint(browser, input.file);
      const pdf = await page.pdf({
        tagged: true,
        outline: true,
        preferCSSPageSize: true,
        printBackground: true,
        format: "A4",
        timeout: TIME_LIMIT_MS,
      });
      await writeFile(output, pdf);
      return { outcome: "made", wallMs: wallMs() };
    } finally {
      await close();
    }
  } catch (error) {
    place.signal.throwIfAborted();
    if (limit.aborted) {
      return { outcome: "over-time", message: `over ${TIME_LIMIT_MS / 1000} s`, wallMs: wallMs() };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: "failed", message: shorten(message), wallMs: wallMs() };
  }
}
