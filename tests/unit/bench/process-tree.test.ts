import { expect, it } from "vitest";
import { kindOfProcess, parseMemory, parseStat } from "../../../bench/process-tree.ts";

it("reads a process whose name holds spaces and brackets", () => {
  const line = "12 (a) b) S 7 12 12 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 1 0 5 6 7";
  expect(parseStat(line)).toEqual({ parent: 7, cpuMs: 3000 });
});

it.each([
  ["5584 [rollup]\nRss:    1828 kB\nPss:     414 kB\nPss_Dirty: 116 kB\n", 414 * 1024],
  ["Name:\tnode\nVmRSS:\t    20 kB\n", 20 * 1024],
  ["", 0],
])("reads the memory in %j", (text, bytes) => {
  expect(parseMemory(text)).toBe(bytes);
});

it.each([
  ["/usr/bin/node\0main.js\0", "node"],
  ["/opt/chrome\0--type=renderer\0--lang=en\0", "renderer"],
  ["", ""],
])("names the process %j", (line, kind) => {
  expect(kindOfProcess(line)).toBe(kind);
});
