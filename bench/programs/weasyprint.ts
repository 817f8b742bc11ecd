/**
 * WeasyPrint, from PyPI, in an environment of its own; it needs Python and Pango of the system. Form
 * fields (`--pdf-forms`) are left out: with them, files of this version cannot be read.
 */
import path from "node:path";
import { installPython } from "../install/python.ts";
import { runGroup } from "./run-group.ts";
import { conversionOf, errorLine, runOptions, TIME_LIMIT_MS } from "./conversion.ts";
import { programEnvironment } from "./environment.ts";
import type { Program } from "./program.ts";

const VERSION = "70.0";
const OPTIONS = ["--pdf-variant", "pdf/ua-1"];

export const weasyprint: Program = {
  id: "weasyprint",
  name: "WeasyPrint",
  command: `weasyprint ${OPTIONS.join(" ")} INPUT OUTPUT`,
  isKept: true,
  prepare: async (place) => {
    const { signal, tmpDir: cwd } = place;
    const dir = path.join(place.cacheDir, "programs/weasyprint");
    const python = await installPython(dir, { weasyprint: VERSION }, signal);
    const env = programEnvironment(place);
    // Its own script names the folder that it was installed in, which may have moved.
    const start = ["-m", "weasyprint"];
    const checked = await runGroup(python, [...start, "--version"], {
      cwd,
      env,
      signal,
      timeLimitMs: TIME_LIMIT_MS,
    });
    if (checked.code !== 0) throw new Error(errorLine(checked));
    return {
      version: VERSION,
      convert: async ({ file }, output, given) => {
        const options = { cwd, env, signal, ...runOptions(given) };
        return conversionOf(
          await runGroup(
            python,
            [...start, ...OPTIONS, "--allowed-protocols", "file,data", file, output],
            options,
          ),
          output,
          // What it warns of comes first, what has stopped it last.
          (result) => result.stderr.trim().split("\n").at(-1) ?? errorLine(result),
        );
      },
    };
  },
};
