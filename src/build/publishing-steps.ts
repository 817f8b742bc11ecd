/**
 * What goes where when a run publishes. Input: what it has made, and what stood in output/ before;
 * output: the steps. A whole build has every folder of output/ that is ours made anew, a partial one
 * puts its files and takes away what no edition has any more. Pure.
 */
import type { Report } from "../check/finding.ts";
import type { StandingEdition } from "./grant.ts";
import type { PublishingStep } from "./publishing.ts";
import { REPORTS_DIR } from "./read-former-report.ts";
import { OUTPUT_DIR } from "./output-folder.ts";

/** The folders of output/ that builds make: nothing else is ever moved or removed there. */
const MADE_DIRS = ["web", "pdf", "print", "pages"] as const;

/** @param made names of the files and folders that were made. */
export function wholeBuildSteps(made: readonly string[]): readonly PublishingStep[] {
  const folders = new Set(made.map((name) => name.split("/")[0]));
  return [...MADE_DIRS, REPORTS_DIR].map((name) => ({
    kind: folders.has(name) || name === REPORTS_DIR ? "put" : "remove",
    name,
  }));
}

/**
 * @param made names of the files and folders that were made.
 * @param former the report of the run before.
 * @param standing the editions that stand in output/ when the steps are done.
 */
export function partialBuildSteps(
  made: readonly string[],
  former: Report | undefined,
  standing: readonly StandingEdition[],
): readonly PublishingStep[] {
  const kept = new Set(standing.flatMap(({ files }) => files.map((file) => file.path)));
  const leftOver = (former?.editions ?? [])
    .flatMap(({ files = [] }) => files.map((file) => file.path))
    .filter((file) => !kept.has(file))
    .flatMap((file) => nameInOutput(file) ?? []);
  return [
    ...made.map((name) => ({ kind: "put" as const, name })),
    { kind: "put", name: REPORTS_DIR },
    ...[...new Set(leftOver)].map((name) => ({ kind: "remove" as const, name })),
  ];
}

/** Undefined for a path that no build of ours has made, whatever a report says. */
function nameInOutput(file: string): string | undefined {
  const isOurs = MADE_DIRS.some((dir) => file.startsWith(`${OUTPUT_DIR}/${dir}/`));
  const isPlain = file.split("/").every((part) => !["", ".", ".."].includes(part));
  return isOurs && isPlain ? file.slice(OUTPUT_DIR.length + 1) : undefined;
}
