import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { kindOfProcess, parseMemory, parseStat, ProcessTree } from "../../../bench/process-tree.ts";

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

it("follows what a process has started, also when another has taken that over", async () => {
  const parent = spawn("sh", ["-c", "sleep 20 & echo $!; read -r _"], { detached: true });
  const { pid = 0 } = parent;
  const tree = new ProcessTree(pid);
  try {
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const sleeper = Number(line.toString());
    expect(tree.readTimes().map((each) => each.pid)).toEqual([pid, sleeper]);
    parent.stdin.end("\n");
    await once(parent, "exit");
    expect(tree.readAll()).toEqual([
      expect.objectContaining({ pid: sleeper, bytes: expect.any(Number) as number }),
    ]);
  } finally {
    process.kill(-pid, "SIGKILL");
  }
});
