/*
 * Runs a program in this one's place, and ends as it ends. Plain JavaScript that Node 20 understands.
 */
import { spawn } from "node:child_process";
import { fstatSync, readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { withMemorySettings } from "./memory-settings.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * A terminal sends its signals to the whole process group; one that is sent to this process alone
 * has to be passed on. Both happen at Ctrl-C: the child takes the two for one. This process outlives
 * the child, to tell its exit code: 128 + n where signal n has ended it.
 *
 * @type {(program: string, args: readonly string[]) => void}
 */
export function handOver(program, args) {
  const env = withMemorySettings(process.env);
  const child = spawn(program, args, { stdio: descriptorsFor(args), env });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`error: ${program} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}

/**
 * What the child gets of this process's open files: the three that every program has, and those that
 * a word names by number, as `/dev/fd/63` does for `>(program)`.
 */
function descriptorsFor(words) {
  const descriptors = ["inherit", "inherit", "inherit"];
  for (const word of words) {
    const [, number] = /^(?:--output=)?\/(?:dev|proc\/self)\/fd\/(\d{1,3})$/.exec(word) ?? [];
    if (number > 2 && isInherited(Number(number))) descriptors[number] = Number(number);
  }
  return Array.from(descriptors, (descriptor) => descriptor ?? "ignore");
}

/** Whether it is open, and no pipe of which this process has both ends, as Node.js itself has some. */
function isInherited(fd) {
  try {
    const stats = fstatSync(fd);
    return !stats.isFIFO() || !isReadHere(stats);
  } catch {
    return false;
  }
}

/** See src/files/descriptor.ts. */
function isReadHere(pipe) {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc/self/fd").some((name) => {
    try {
      const { dev, ino } = fstatSync(Number(name));
      const info = readFileSync(`/proc/self/fdinfo/${name}`, "utf8");
      const isForReading = (parseInt(/^flags:\s*(\d+)/m.exec(info)[1], 8) & 3) === 0;
      return dev === pipe.dev && ino === pipe.ino && isForReading;
    } catch {
      return false;
    }
  });
}
