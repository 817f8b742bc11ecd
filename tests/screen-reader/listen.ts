/**
 * A command: what a screen reader says of a PDF, or what a browser gives to screen readers.
 * Output: Orca's utterances, one a line; or the pages' trees, a node a line, its role first.
 */
import { access, constants } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findMissingParts } from "./installed.ts";
import { readAloud, readAloudPrograms } from "./read-aloud.ts";
import { readTree, readTreePrograms, type AccessibleNode, type Viewer } from "./read-tree.ts";

const USAGE = `npm run listen -- FILE.pdf                      Orca reads the file in Evince
npm run listen -- FILE.pdf --tree firefox       the accessibility tree of a viewer: firefox or chromium
  --page NUMBER      the page whose tree must be there (1)
  --locale NAME      the language of the screen reader (fr_FR.UTF-8)
`;

/** `page 4` and all below it, indented; private use and invisible characters as escapes. */
function formatNode(node: AccessibleNode, depth = 0): string {
  const text = node.children.length === 0 && node.text !== "" ? node.text : node.name;
  const shown = JSON.stringify(text).replace(
    /[\p{Co}\p{Cf}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  const line = `${"  ".repeat(depth)}${node.role}${text === "" ? "" : ` ${shown}`}`;
  return [line, ...node.children.map((child) => formatNode(child, depth + 1))].join("\n");
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tree: { type: "string" },
      page: { type: "string", default: "1" },
      locale: { type: "string", default: "fr_FR.UTF-8" },
    },
  });
  const [file, ...more] = positionals;
  const { tree, locale } = values;
  const page = Number(values.page);
  if (file === undefined || more.length > 0) throw new TypeError("name one PDF");
  if (!Number.isInteger(page) || page < 1) throw new TypeError(`no page number: ${values.page}`);
  if (tree !== undefined && !(tree in readTreePrograms)) throw new TypeError(`no viewer: ${tree}`);
  return { file, viewer: tree as Viewer | undefined, page, locale };
}

async function listen(signal: AbortSignal): Promise<string> {
  const { file, viewer, page, locale } = readArguments();
  const programs = viewer === undefined ? readAloudPrograms : readTreePrograms[viewer];
  const missing = await findMissingParts(programs, locale);
  if (missing.length > 0) throw new Error(`not installed: ${missing.join(", ")}`);
  await access(file, constants.R_OK);
  if (viewer === undefined) return (await readAloud(file, { locale, signal })).transcript;
  const pages = await readTree(viewer, file, { locale, page, signal });
  return [...pages.values()].map((node) => formatNode(node)).join("\n");
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    stop.abort();
  });
}
try {
  console.log(await listen(stop.signal));
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof TypeError) console.error(`\n${USAGE}`);
  }
  process.exitCode = stop.signal.aborted ? 130 : 1;
}
