/**
 * `npm run bench`: what `imprimatur pdf` takes beside pagedjs-cli, with the same browser, as whole
 * processes in turns, on reports of about 5, 45, 220 and 880 pages; see docs/bench.md. WeasyPrint and
 * Vivliostyle take part where `npm run compare` has installed them. `--pages 5 --pages 45` takes these
 * documents, `--rounds N` as many rounds, `--only-own` no other program. Exit codes are those of the
 * command line: 0 where all targets are met, 2 where one is missed. Linux.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findBrowser } from "../src/browser/find-browser.ts";
import { JudgeUnavailable } from "../src/judges/verdict/judge.ts";
import { readTags } from "./compare/measure/read-tags.ts";
import { validate } from "./compare/measure/validate.ts";
import { takeTurns } from "./measure.ts";
import { browserPrint } from "./programs/browser-print.ts";
import { imprimatur } from "./programs/imprimatur.ts";
import { pagedjsCli } from "./programs/pagedjs-cli.ts";
import type { Place, Program, ReadyProgram } from "./programs/program.ts";
import { vivliostyle } from "./programs/vivliostyle.ts";
import { weasyprint } from "./programs/weasyprint.ts";
import { reportDocument } from "./speed/report-document.tsx";
import { runWhole, type WholeRun } from "./speed/run-whole.ts";
import { formatTable, judgeSpeed, type DocumentRuns, type Targets } from "./speed/speed-figures.ts";
import { formatVerdicts } from "./verdicts.ts";

interface Report extends Targets {
  /** About as many pages. */
  readonly pages: number;
  readonly sections: number;
}

/** Shortest first. */
const reports: readonly Report[] = [
  { pages: 5, sections: 2, wall: 1, memory: 1 },
  { pages: 45, sections: 22, wall: 0.9, memory: 1 },
  { pages: 220, sections: 108, wall: 0.6, memory: 1 },
  { pages: 880, sections: 435, wall: 0.3, memory: 0.8 },
];

/** They come before those whose times count, and warm up the machine for these. */
const MEMORY_RUNS = 1;

interface Taking {
  readonly program: Program;
  readonly ready: ReadyProgram;
}

async function prepareAll(place: Place, onlyOwn: boolean): Promise<readonly Taking[]> {
  const others = [vivliostyle, weasyprint].filter(({ id, name }) => {
    const isInstalled = existsSync(path.join(place.cacheDir, "programs", id));
    if (!isInstalled) console.error(`${name} is not installed here (npm run compare)`);
    return isInstalled;
  });
  const taking = onlyOwn ? [imprimatur] : [imprimatur, pagedjsCli, browserPrint, ...others];
  return Promise.all(
    taking.map(async (program) => ({ program, ready: await program.prepare(place) })),
  );
}

async function benchReport(
  { pages, sections }: Report,
  taking: readonly Taking[],
  place: Place,
  rounds: number,
): Promise<DocumentRuns> {
  const file = path.join(place.tmpDir, `report-${pages}.html`);
  await writeFile(file, reportDocument(sections));
  const input = { file, root: place.tmpDir };
  const outputOf = ({ program }: Taking): string =>
    path.join(place.tmpDir, `${program.id}-${pages}.pdf`);
  const ways = (look: "times" | "memory"): Parameters<typeof takeTurns<WholeRun>>[0] =>
    taking.map((each) => async () => {
      const run = await runWhole(each.ready, input, outputOf(each), look);
      console.error(`${pages} pages, ${each.program.id}: ${(run.wallMs / 1000).toFixed(2)} s`);
      return run;
    });
  const watched = await takeTurns(ways("memory"), MEMORY_RUNS);
  const timed = await takeTurns(ways("times"), rounds);
  const [own] = taking;
  if (own === undefined) throw new RangeError("nothing takes part");
  const made = await readTags(await readFile(outputOf(own)));
  return {
    pageCount: made.pages,
    isValid: await isValid(place, outputOf(own), made.claims),
    programs: taking.map(({ program: { id, name } }, index) => ({
      id,
      name,
      timed: timed[index] ?? [],
      watched: watched[index] ?? [],
    })),
  };
}

/** Whether it claims both standards and breaks no rule of either; undefined without veraPDF. */
async function isValid(
  place: Place,
  file: string,
  claims: readonly string[],
): Promise<boolean | undefined> {
  if (claims.length < 2) return false;
  try {
    const [broken] = await validate(place, [{ file, claims }]);
    return broken?.ua1.length === 0 && broken.a2a?.length === 0;
  } catch (error) {
    if (error instanceof JudgeUnavailable) return undefined;
    throw error;
  }
}

async function bench(options: {
  readonly pages: readonly number[];
  readonly rounds: number;
  readonly onlyOwn: boolean;
}): Promise<boolean> {
  const projectDir = fileURLToPath(new URL("../", import.meta.url));
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      interrupted.abort(new Error(`stopped by ${name}`));
    });
  }
  const { signal } = interrupted;
  const tmpDir = await mkdtemp(path.join(tmpdir(), "imprimatur-bench-"));
  try {
    const onNotice = (notice: string): void => {
      console.error(notice);
    };
    const browser = await findBrowser({ projectDir, onNotice, signal });
    const cacheDir = path.join(projectDir, ".cache/compare");
    const place: Place = { projectDir, cacheDir, tmpDir, browser, signal };
    const taking = await prepareAll(place, options.onlyOwn);
    const chosen = reports.filter(({ pages }) => options.pages.includes(pages));
    const documents: DocumentRuns[] = [];
    for (const report of chosen) {
      documents.push(await benchReport(report, taking, place, options.rounds));
    }
    const verdicts = judgeSpeed(documents, chosen);
    console.log(
      `${cpus().length} cores, Node ${process.versions.node}, ${path.basename(browser.executablePath)}, median of ${options.rounds} rounds\n`,
    );
    console.log(`${formatTable(documents)}\n\n${formatVerdicts(verdicts)}`);
    return verdicts.every(({ met }) => met);
  } finally {
    await rm(tmpDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

const { values } = parseArgs({
  options: {
    pages: { type: "string", multiple: true, default: reports.map(({ pages }) => String(pages)) },
    rounds: { type: "string", default: "3" },
    "only-own": { type: "boolean", default: false },
  },
});
const isMet = await bench({
  pages: values.pages.map(Number),
  rounds: Number(values.rounds),
  onlyOwn: values["only-own"],
});
process.exitCode = isMet ? 0 : 2;
