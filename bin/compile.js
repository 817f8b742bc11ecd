/* Compiles the program where its sources are newer: what `npm ci` does at its end. */
import { explainFault, upToDate } from "./compiled-program.js";

try {
  await upToDate();
} catch (error) {
  process.stderr.write(explainFault(error));
  process.exitCode = 1;
}
