/*
 * Loaded before a program (`node --import`): kills it, as SIGKILL does, right before its n-th call that
 * moves or removes something (KILL_AT), or counts the calls and says their number at the end
 * (KILL_AT=count).
 */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const wanted = process.env.KILL_AT;
let count = 0;
for (const name of ["rename", "rm", "rmdir", "unlink"]) {
  const original = fs[name];
  fs[name] = (...given) => {
    // Only what lies in an output folder, and only in the process that publishes.
    if (String(given[0]).includes("output")) {
      count += 1;
      if (String(count) === wanted) process.kill(process.pid, "SIGKILL");
    }
    return original(...given);
  };
}
syncBuiltinESMExports();
if (wanted === "count") process.on("exit", () => process.stderr.write(`moves: ${count}\n`));
