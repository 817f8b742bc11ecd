/** Loaded before a program (`node --import`): to look at the file `lost.html` never comes to an end. */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const original = fs.stat;
fs.stat = ((...given: Parameters<typeof original>) =>
  given[0] === "lost.html" ? new Promise(() => undefined) : original(...given)) as typeof original;
syncBuiltinESMExports();
