/**
 * What `status` says, as plain lines: each file with its status, and one line that agrees with the exit
 * code. Input: statuses; output: text that ends its lines. It writes nothing.
 */
import type { FileStatus, OutputStatus } from "../build/read-status.ts";
import { count } from "./counts.ts";
import { plainLine } from "./plain-line.ts";

const WIDTH = "changed since".length;
/** What is most urgent first. */
const ORDER: readonly FileStatus[] = [
  "missing",
  "changed since",
  "refused",
  "never judged",
  "granted",
];

export function formatStatus({ files, granted }: OutputStatus): string {
  const lines = files.map(({ path, status }) => `${status.padEnd(WIDTH)}  ${plainLine(path)}`);
  return `${[...lines, ...(lines.length > 0 ? [""] : []), summary(files, granted)].join("\n")}\n`;
}

function summary(files: OutputStatus["files"], granted: boolean): string {
  if (files.length === 0) return "In output/, nothing was built yet: run `npm run build`.";
  if (granted) return `Imprimatur: every one of ${count(files.length, "file")} is granted.`;
  const parts = ORDER.flatMap((wanted) => {
    const number = files.filter(({ status }) => status === wanted).length;
    return number === 0 ? [] : [`${number} ${wanted}`];
  });
  return `No imprimatur for all of output/: ${parts.join(", ")}. \`npm run check\` judges what is there.`;
}
