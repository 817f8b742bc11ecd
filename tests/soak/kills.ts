/** Builds that are killed. The next command finds, and the next build leaves, a whole output. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openProject, type Project } from "../support/project.ts";
import { seeded, Tally, type SoakPart } from "./soak-part.ts";
import { browserFolders, faultsOfOutput, markContent } from "./whole-output.ts";

const PROGRAM = fileURLToPath(new URL("../../bin/imprimatur.js", import.meta.url));
const KILL_AT_MOVE = fileURLToPath(new URL("../support/kill-at-move.ts", import.meta.url));
const BUILD = ["build", "--no-check"];

export async function killAtEveryMove(): Promise<SoakPart> {
  await using project = await openProject("note");
  const env = (at: string) => ({ NODE_OPTIONS: `--import ${KILL_AT_MOVE}`, KILL_AT: at });
  await project.run(BUILD);
  const counted = await project.run(BUILD, { env: env("count") });
  const moves = Number(/moves: (\d+)/.exec(counted.stderr)?.[1]);
  const tally = new Tally();
  if (!(moves > 0)) tally.fault(`the moves of a build could not be counted: ${counted.stderr}`);
  for (let at = 1; at <= moves; at++) {
    await markContent(project, `kill${at}`);
    await project.run(BUILD, { env: env(String(at)) });
    await judge(project, tally, `killed before move ${at}`, "killed");
  }
  await buildAfterwards(project, tally);
  return tally.result();
}

export async function killAtRandom(count: number, seed: number): Promise<SoakPart> {
  await using project = await openProject("note");
  const random = seeded(seed);
  const before = await browserFolders();
  const startedMs = performance.now();
  await project.run(BUILD);
  const wholeMs = performance.now() - startedMs;
  const tally = new Tally();
  for (let at = 1; at <= count; at++) {
    await markContent(project, `random${at}`);
    const afterMs = random() * wholeMs * 1.1;
    const signal = await killAfter(project, afterMs);
    const outcome = signal === null ? "ended before" : "killed";
    await judge(project, tally, `run ${at}, killed after ${Math.round(afterMs)} ms`, outcome);
  }
  await buildAfterwards(project, tally);
  const left = [...(await browserFolders())].filter((name) => !before.has(name));
  if (left.length > 0) tally.fault(`browsers' folders left behind: ${left.join(", ")}`);
  return tally.result();
}

async function killAfter(project: Project, ms: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [PROGRAM, ...BUILD], { cwd: project.dir, stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), ms);
  await once(child, "exit");
  clearTimeout(timer);
  return child.signalCode;
}

/** The next command, whichever it is, settles what was begun. */
async function judge(project: Project, tally: Tally, what: string, outcome: string): Promise<void> {
  const { stderr } = await project.run(["status"]);
  if (stderr !== "") tally.fault(`${what}: ${stderr.trim()}`);
  const faults = await faultsOfOutput(project, { mayHaveStaging: true });
  for (const fault of faults) tally.fault(`${what}: ${fault}`);
  tally.add(faults.length === 0 ? outcome : "torn");
}

async function buildAfterwards(project: Project, tally: Tally): Promise<void> {
  const { code, stderr } = await project.run(BUILD);
  if (code !== 0) tally.fault(`the build afterwards: ${stderr.trim()}`);
  for (const fault of await faultsOfOutput(project, { mayHaveStaging: false })) {
    tally.fault(`after the build afterwards in ${path.basename(project.dir)}: ${fault}`);
  }
}
