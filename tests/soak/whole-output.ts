/** Whether an output folder is that of one build. Input: a project; output: what is wrong with it. */
import { access, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseJson } from "../../src/report/json.ts";
import type { Project } from "../support/project.ts";

const SECTION = "content/sections/source.md";
/** The word of the fixture's text that each build has another of. */
const MARK = /between (\w+) stones/;

export async function markContent(project: Project, mark: string): Promise<void> {
  const text = await readFile(path.join(project.dir, SECTION), "utf8");
  await project.write(SECTION, text.replace(MARK, `between ${mark} stones`));
}

/** The marks of what the editions say, each once: one where the output is of one build. */
async function marksOf(output: string): Promise<readonly string[]> {
  const files = ["web/index.html", "pages/report.txt", "pages/pocket.txt"];
  const texts = await Promise.all(files.map((file) => readFile(path.join(output, file), "utf8")));
  return [...new Set(texts.map((text) => MARK.exec(text)?.[1] ?? "none"))];
}

/**
 * @param mayHaveStaging a run that was killed leaves what it was making until the next one begins.
 */
export async function faultsOfOutput(
  { dir }: Project,
  { mayHaveStaging }: { readonly mayHaveStaging: boolean },
): Promise<readonly string[]> {
  const output = path.join(dir, "output");
  const faults: string[] = [];
  try {
    const marks = await marksOf(output);
    if (marks.length !== 1) faults.push(`editions of several builds: ${marks.join(", ")}`);
    const report = parseJson(await readFile(path.join(output, "reports/report.json"), "utf8"));
    const named = report.editions.flatMap(({ files = [] }) => files);
    if (named.length === 0) faults.push("the report names no file");
    for (const file of named) await access(path.join(dir, file.path));
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  const names = await readdir(output);
  const left = names.filter(
    (name) =>
      name.startsWith(".") &&
      name !== ".session.lock" &&
      !(mayHaveStaging && (name.startsWith(".making-") || name === ".session.json")),
  );
  if (left.length > 0) faults.push(`left behind: ${left.join(", ")}`);
  return faults;
}

/** Folders of browsers in the system's temporary folder. */
export async function browserFolders(): Promise<ReadonlySet<string>> {
  const names = await readdir(tmpdir());
  return new Set(names.filter((name) => name.startsWith("imprimatur-browser")));
}
