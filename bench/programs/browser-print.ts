/** The browser alone, from the command line: its own pages, and a PDF with its own tags. */
import path from "node:path";
import { runGroup } from "./run-group.ts";
import { conversionOf, errorLine, runOptions } from "./conversion.ts";
import { isRoot, OFFLINE_BROWSER, programEnvironment } from "./environment.ts";
import type { Program } from "./program.ts";

const OPTIONS = ["--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline"];

export const browserPrint: Program = {
  id: "browser",
  name: "the browser's own print",
  command: `chromium ${OPTIONS.join(" ")} --print-to-pdf=OUTPUT INPUT`,
  isKept: true,
  prepare: (place) => {
    const env = programEnvironment(place);
    return Promise.resolve({
      version: "",
      convert: async ({ file }, output, given) => {
        const args = [
          ...OPTIONS,
          ...(isRoot() ? ["--no-sandbox"] : []),
          `--user-data-dir=${path.join(place.tmpDir, "browser")}`,
          `--print-to-pdf=${output}`,
          file,
        ];
        const options = { cwd: place.tmpDir, env, signal: place.signal, ...runOptions(given) };
        return conversionOf(await runGroup(OFFLINE_BROWSER, args, options), output, errorLine);
      },
    });
  },
};
