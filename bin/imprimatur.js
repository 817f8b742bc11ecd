#!/usr/bin/env node
/*
 * Starts the command line on a Node.js that can run it. Plain JavaScript that Node 20 understands:
 * the packages at the core need Node 22.13, and the project brings a Node of its own (npm package
 * "node"), to which an older one hands over.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { handOver } from "./hand-over.js";
import { applyMemorySettings } from "./memory-settings.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isRecent = major > 22 || (major === 22 && minor >= 13);

if (!hasCurrentFolder()) {
  process.stderr.write(
    "error: the current folder does not exist any more\n  hint: change to one that does\n",
  );
  process.exitCode = 1;
} else if (isRecent) {
  // Other commands may be given open files, which would not outlive it.
  if (process.argv[2] === "build") applyMemorySettings();
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
  const { main } = await import("../src/cli/main.ts");
  await main();
} else {
  runOnOwnNode();
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

/** Runs this file again on the project's own Node. */
function runOnOwnNode() {
  const require = createRequire(import.meta.url);
  let node;
  try {
    node = path.join(path.dirname(require.resolve("node/package.json")), "bin", "node");
  } catch {
    process.stderr.write(
      `error: Node.js ${process.versions.node} is too old, and the project's own is not installed\n` +
        "  hint: run `npm ci`, or use Node.js 22.13 or later\n",
    );
    process.exitCode = 1;
    return;
  }
  handOver(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
}
