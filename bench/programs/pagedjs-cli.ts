/** pagedjs-cli, which the project has as a package: Paged.js, and Chromium's print with tags. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { runGroup } from "./run-group.ts";
import { conversionOf, errorLine, runOptions } from "./conversion.ts";
import { isRoot, OFFLINE_BROWSER, programEnvironment } from "./environment.ts";
import type { Program } from "./program.ts";

const OPTIONS = ["--outline-tags", "h1,h2,h3,h4,h5,h6", "--page-size", "A4"];

export const pagedjsCli: Program = {
  id: "pagedjs-cli",
  name: "pagedjs-cli",
  command: `pagedjs-cli INPUT -o OUTPUT ${OPTIONS.join(" ")}`,
  isKept: true,
  prepare: async (place) => {
    const dir = path.join(place.projectDir, "node_modules/pagedjs-cli");
    const manifest: unknown = JSON.parse(await readFile(path.join(dir, "package.json"), "utf8"));
    const { version } = z.object({ version: z.string() }).parse(manifest);
    const env = { ...programEnvironment(place), PUPPETEER_EXECUTABLE_PATH: OFFLINE_BROWSER };
    return {
      version,
      convert: async ({ file }, output, given) => {
        const args = [
          ...[path.join(dir, "src/cli.js"), file, "-o", output, ...OPTIONS],
          ...(isRoot() ? ["--browserArgs", "--no-sandbox"] : []),
        ];
        const { signal, tmpDir: cwd } = place;
        const options = { cwd, env, signal, ...runOptions(given) };
        return conversionOf(await runGroup(process.execPath, args, options), output, errorLine);
      },
    };
  },
};
