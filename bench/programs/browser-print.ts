/**
 * The browser alone as a whole process: its own pages, and a PDF with its own tags. What makes PDFs with it
 * takes as long at least. The comparison prints in its own process (`chromium.ts`), and waits for scripts.
 */
import { fileURLToPath } from "node:url";
import { conversionOf, errorLine, runOptions } from "./conversion.ts";
import { OFFLINE_BROWSER, programEnvironment } from "./environment.ts";
import type { Program } from "./program.ts";
import { runGroup } from "./run-group.ts";

const SCRIPT = fileURLToPath(new URL("print-with-browser.ts", import.meta.url));

export const browserPrint: Program = {
  id: "browser",
  name: "the browser's own print",
  command: "page.pdf({ tagged: true, outline: true })",
  isKept: true,
  prepare: (place) => {
    const env = { ...programEnvironment(place), PUPPETEER_EXECUTABLE_PATH: OFFLINE_BROWSER };
    return Promise.resolve({
      version: "",
      convert: async ({ file }, output, given) => {
        const options = { cwd: place.tmpDir, env, signal: place.signal, ...runOptions(given) };
        const result = await runGroup(process.execPath, [SCRIPT, file, output], options);
        return conversionOf(result, output, errorLine);
      },
    });
  },
};
