/**
 * `npm run soak`: builds that are killed, that meet each other, and that are given broken contents and
 * PDFs, for as long as it takes (about an hour). Input: how many of each, e.g. `npm run soak -- --kills 5`;
 * output: a line for each part, and the faults. Exit code 1 where there is one.
 */
import { parseArgs } from "node:util";
import { killAtEveryMove, killAtRandom } from "./kills.ts";
import { breakContents } from "./mutated-contents.ts";
import { breakPdfs } from "./mutated-pdfs.ts";
import { buildInPairs } from "./pairs.ts";
import type { SoakPart } from "./soak-part.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    pairs: { type: "string", default: "10" },
    contents: { type: "string", default: "500" },
    pdfs: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
  },
});
const seed = Number(values.seed);

const parts: readonly (readonly [name: string, run: () => Promise<SoakPart>])[] = [
  ["killed before each move", killAtEveryMove],
  ["killed at random moments", () => killAtRandom(Number(values.kills), seed)],
  ["pairs of builds at once", () => buildInPairs(Number(values.pairs))],
  ["mutated contents", () => breakContents(Number(values.contents), seed)],
  ["mutated PDFs", () => breakPdfs(Number(values.pdfs), seed)],
];

let faultCount = 0;
for (const [name, run] of parts) {
  const startedMs = performance.now();
  const { runs, outcomes, faults } = await run();
  const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
  const told = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  console.log(`${name}: ${runs} (${told.join(", ")}), ${faults.length} faults, ${minutes} min`);
  for (const fault of faults) console.log(`  ${fault}`);
  faultCount += faults.length;
}
process.exitCode = faultCount === 0 ? 0 : 1;
