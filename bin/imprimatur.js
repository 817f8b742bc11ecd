#!/usr/bin/env node
/*
 * Starts the command line on a Node.js that can run it. Plain JavaScript that Node 20 understands:
 * the packages at the core need Node 22.13, and the repository brings a Node of its own (npm package
 * "node"), to which an older one hands over. The npm package brings none.
 */
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { handOver } from "./hand-over.js";
import { applyMemorySettings } from "./memory-settings.js";

const VERSION_FLAGS = ["--version", "-V"];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isRecent = major > 22 || (major === 22 && minor >= 13);

if (!hasCurrentFolder()) {
  process.stderr.write(
    "error: the current folder does not exist any more\n  hint: change to one that does\n",
  );
  process.exitCode = 1;
} else if (asksForVersion() && saysVersion()) {
  // That is all.
} else if (isRecent) {
  // Other commands may be given open files, which would not outlive it.
  if (process.argv[2] === "build") applyMemorySettings();
  await runProgram();
} else {
  runOnOwnNode();
}

function asksForVersion() {
  return process.argv.length === 3 && VERSION_FLAGS.includes(process.argv[2]);
}

/** False where it cannot be written: the program says why, in the words it has for that. */
function saysVersion() {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  try {
    writeSync(1, `${version}\n`);
    return true;
  } catch {
    return false;
  }
}

async function runProgram() {
  const { explainFault, loadFrom, upToDate } = await import("./compiled-program.js");
  let dir;
  try {
    dir = await upToDate();
  } catch (error) {
    process.stderr.write(explainFault(error));
    process.exitCode = 1;
    return;
  }
  const { main } = await loadFrom(dir, "main");
  await main();
}

/** Nothing can be loaded, let alone run, in a folder that has been removed. */
function hasCurrentFolder() {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}

/** Runs this file again on the repository's own Node. */
function runOnOwnNode() {
  const require = createRequire(import.meta.url);
  let node;
  try {
    node = path.join(path.dirname(require.resolve("node/package.json")), "bin", "node");
  } catch {
    process.stderr.write(
      `error: Node.js ${process.versions.node} is too old\n` +
        "  hint: use Node.js 22.13 or later; in Imprimatur's own repository, `npm ci` installs one\n",
    );
    process.exitCode = 1;
    return;
  }
  handOver(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
}
