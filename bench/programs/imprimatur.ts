/** `imprimatur pdf` of this work tree. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { runGroup, type GroupResult } from "./run-group.ts";
import { conversionOf, errorLine, runOptions, shorten } from "./conversion.ts";
import type { Conversion, Place, Program } from "./program.ts";

/** What is read of its result: why there is no PDF, or the findings that take the claim away. */
const resultSchema = z.union([
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
  z.object({
    report: z.object({
      judges: z.array(z.object({ findings: z.array(z.object({ rule: z.string() })) })),
    }),
  }),
]);

/** Faults of the machine, not of the document. */
const FAULT =
  /^(?:browser-|lock-|layout-|page-(?:closed|crashed|unreachable)|pages-unreadable|pdf-damaged)/u;

export const imprimatur: Program = {
  id: "imprimatur",
  name: "Imprimatur",
  command: "imprimatur pdf INPUT -o OUTPUT",
  isKept: false,
  prepare: async (place) => ({
    version: await compiledVersion(place),
    convert: async ({ file, root }, output, given) => {
      const { projectDir, tmpDir, signal } = place;
      const program = path.join(projectDir, "bin/imprimatur.js");
      const args = [program, "pdf", file, "-o", output, "--json", "--allowed-path", root];
      const env = { ...process.env, TMPDIR: tmpDir };
      const options = { cwd: projectDir, env, signal, ...runOptions(given) };
      const result = await runGroup(process.execPath, args, options);
      const conversion = await conversionOf(result, output, errorLine);
      return tellWhy(conversion, result);
    },
  }),
};

/** An error names what is wrong with the document; findings, what it does not vouch for. */
function tellWhy(conversion: Conversion, { stdout, code }: GroupResult): Conversion {
  if (conversion.outcome === "over-time" || code === 0) return conversion;
  const parsed = resultSchema.safeParse(parseJson(stdout));
  if (!parsed.success) return conversion;
  if ("error" in parsed.data) {
    const { code: name, message } = parsed.data.error;
    const outcome = FAULT.test(name) ? "failed" : "refused";
    return { ...conversion, outcome, message: shorten(`${name}: ${message}`) };
  }
  const counts = new Map<string, number>();
  for (const { rule } of parsed.data.report.judges.flatMap(({ findings }) => findings)) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const rules = [...counts].map(([rule, count]) => (count === 1 ? rule : `${rule} ×${count}`));
  return { ...conversion, message: shorten(rules.join(", ")) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Compiled first: a run that compiles would take its time and memory. */
async function compiledVersion(place: Place): Promise<string> {
  const compile = path.join(place.projectDir, "bin/compile.js");
  await promisify(execFile)(process.execPath, [compile], { cwd: place.projectDir });
  return ownVersion(place);
}

/** The version, and the commit where there is one. */
async function ownVersion({ projectDir }: Place): Promise<string> {
  const text = await readFile(path.join(projectDir, "package.json"), "utf8");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(text));
  const commit = await promisify(execFile)(
    "git",
    ["describe", "--always", "--dirty", "--exclude=*"],
    {
      cwd: projectDir,
    },
  ).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
  return commit === undefined ? version : `${version} (${commit})`;
}
