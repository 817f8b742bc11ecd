/**
 * What goes where when a run publishes. Input: what it has made, and what stood in output/ before;
 * output: the steps. A whole build has every folder of output/ that is ours made anew, a partial one
 * puts its files and takes away what no edition has any more. Pure.
 */
import { MADE_FOLDERS } from "../editions/kinds.ts";
import type { Report } from "../judges/verdict/finding.ts";
import type { StandingEdition } from "./grant.ts";
import type { PublishingStep } from "./publishing.ts";
import { REPORTS_DIR } from "./read-former-report.ts";
import { OUTPUT_DIR } from "./output-folder.ts";

/** @param made names of the files and folders that were made. */
export function wholeBuildSteps(made: readonly string[]): readonly PublishingStep[] {
  const folders = new Set(made.map((name) => name.split("/")[0]));
  return [...MADE_FOLDERS, REPORTS_DIR].map((name) => ({
    kind: folders.has(name) || name === REPORTS_DIR ? "put" : "remove",
    name,
  }));
}

export interface PartialBuild {
  /** Ids of the editions that were made. */
  readonly made: ReadonlySet<string>;
  /** Names of their files and folders, and of copies of them. */
  readonly names: readonly string[];
  /** The report of the run before. */
  readonly former: Report | undefined;
  /** The editions that stand in output/ when the names are put there. */
  readonly standing: readonly StandingEdition[];
}

export function partialBuildSteps({
  made,
  names,
  former,
  standing,
}: PartialBuild): readonly PublishingStep[] {
  const known = former?.editions ?? [];
  const kept = new Set(
    standing.flatMap(({ edition, files }) => {
      // A folder that was not made anew may hold what the run before made for another edition.
      const before = known.find((report) => report.edition === edition)?.files;
      return (made.has(edition) ? files : (before ?? files)).map((file) => file.path);
    }),
  );
  const leftOver = known
    .flatMap(({ files = [] }) => files.map((file) => file.path))
    .filter((file) => !kept.has(file))
    .flatMap((file) => nameInOutput(file) ?? []);
  return [
    ...names.map((name) => ({ kind: "put" as const, name })),
    { kind: "put", name: REPORTS_DIR },
    ...[...new Set(leftOver)].map((name) => ({ kind: "remove" as const, name })),
  ];
}

/** The editions without the files that the steps take away. */
export function afterSteps(
  standing: readonly StandingEdition[],
  steps: readonly PublishingStep[],
): readonly StandingEdition[] {
  const removed = new Set(
    steps.flatMap(({ kind, name }) => (kind === "remove" ? [`${OUTPUT_DIR}/${name}`] : [])),
  );
  return standing.map((edition) => ({
    ...edition,
    files: edition.files.filter((file) => !removed.has(file.path)),
  }));
}

/** Undefined for a path that no build of ours has made, whatever a report says. */
function nameInOutput(file: string): string | undefined {
  const isOurs = MADE_FOLDERS.some((dir) => file.startsWith(`${OUTPUT_DIR}/${dir}/`));
  const isPlain = file.split("/").every((part) => !["", ".", ".."].includes(part));
  return isOurs && isPlain ? file.slice(OUTPUT_DIR.length + 1) : undefined;
}
