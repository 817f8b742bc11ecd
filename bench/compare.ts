/**
 * `npm run compare`: the same documents as PDFs by five programs, read by programs of other people
 * than ours; see docs/comparison.md. The documents come from packages, and the table goes into that
 * page. `-- FILE.html FOLDER …` takes these documents instead, and prints the table; `--json FILE`
 * writes the figures there, `--only ID…` takes a part of the documents. The exit code is 0 where the
 * comparison was made, whatever it shows.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareDocuments } from "./compare/compare-documents.ts";
import { packagedDocuments } from "./compare/documents/catalogue.ts";
import { namedDocuments } from "./compare/documents/named-documents.ts";
import { programs } from "./programs/programs.ts";
import { formatComparison } from "./compare/table.ts";
import { formatJson, placeTable } from "./compare/write-page.ts";

const projectDir = fileURLToPath(new URL("../", import.meta.url));
const PAGE = path.join(projectDir, "docs/comparison.md");
const FIGURES = path.join(projectDir, "docs/comparison.json");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, only: { type: "string", multiple: true } },
});
const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    interrupted.abort(new Error(`stopped by ${name}`));
  });
}

const isPackaged = positionals.length === 0;
const comparison = await compareDocuments({
  projectDir,
  programs,
  documents: async (place) => {
    const all = isPackaged
      ? packagedDocuments(place)
      : await namedDocuments(positionals, place.tmpDir);
    return all.filter(({ id }) => values.only?.includes(id) ?? true);
  },
  signal: interrupted.signal,
  onProgress: (line) => {
    console.error(line);
  },
});
const table = formatComparison(comparison);
const isWhole = isPackaged && values.only === undefined;
const figures = values.json ?? (isWhole ? FIGURES : undefined);
if (figures !== undefined) await writeFile(figures, await formatJson(comparison, figures));
if (isWhole) {
  await writeFile(PAGE, await placeTable(await readFile(PAGE, "utf8"), table, PAGE));
} else {
  console.log(table);
}
