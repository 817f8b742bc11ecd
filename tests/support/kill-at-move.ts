/**
 * Loaded before a program (`node --import`): kills it, as SIGKILL does, right before its n-th call that
 * moves or removes something of an output folder (KILL_AT), or says at the end how many there were
 * (KILL_AT=count).
 */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const wanted = process.env.KILL_AT;
let count = 0;

function killedAt<Given extends readonly unknown[], Result>(
  original: (...given: Given) => Result,
): (...given: Given) => Result {
  return (...given) => {
    if (String(given[0]).includes("output")) {
      count += 1;
      if (String(count) === wanted) process.kill(process.pid, "SIGKILL");
    }
    return original(...given);
  };
}

fs.rename = killedAt(fs.rename);
fs.rm = killedAt(fs.rm);
fs.rmdir = killedAt(fs.rmdir);
fs.unlink = killedAt(fs.unlink);
syncBuiltinESMExports();
if (wanted === "count") process.on("exit", () => process.stderr.write(`moves: ${count}\n`));
