/**
 * Vivliostyle CLI, from npm. It starts the browser by its path, so it fetches none of its own, and
 * its packages run no script when they are installed.
 */
import path from "node:path";
import { installNpm } from "../install/npm.ts";
import { runGroup } from "./run-group.ts";
import { conversionOf, errorLine, runOptions } from "./conversion.ts";
import { OFFLINE_BROWSER, programEnvironment } from "./environment.ts";
import type { Program } from "./program.ts";

const VERSION = "11.3.3";
const OPTIONS = ["--single-doc", "--size", "A4"];

export const vivliostyle: Program = {
  id: "vivliostyle",
  name: "Vivliostyle CLI",
  command: `vivliostyle build ${OPTIONS.join(" ")} INPUT -o OUTPUT`,
  isKept: true,
  prepare: async (place) => {
    const { signal } = place;
    const dir = path.join(place.cacheDir, "programs/vivliostyle");
    const modules = await installNpm(dir, { "@vivliostyle/cli": VERSION }, signal);
    const program = path.join(modules, "@vivliostyle/cli/dist/cli.js");
    const env = { ...programEnvironment(place), PUPPETEER_SKIP_DOWNLOAD: "1" };
    return {
      version: VERSION,
      convert: async ({ file }, output, given) => {
        const run = runOptions(given);
        const args = [
          ...[program, "build", ...OPTIONS, file, "-o", output],
          ...["--executable-browser", OFFLINE_BROWSER],
          ...["--no-vite-config-file", "--timeout", String(run.timeLimitMs / 1000)],
        ];
        // It looks for settings in the folder that it is started in.
        const options = { cwd: path.dirname(file), env, signal, ...run };
        return conversionOf(await runGroup(process.execPath, args, options), output, errorLine);
      },
    };
  },
};
