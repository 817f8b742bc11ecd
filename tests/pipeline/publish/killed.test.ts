/** A run that is killed right before any of its moves: the next one finds, and leaves, a whole output. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { settleOutputFolder } from "../../../src/build/output-folder.ts";

const support = (name: string): string =>
  fileURLToPath(new URL(`../../support/${name}`, import.meta.url));

interface Ran {
  readonly signal: string | null;
  readonly stderr: string;
}

function publish(dir: string, killAt: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "--import", support("kill-at-move.ts"), support("publish-once.ts"), dir],
      { env: { ...process.env, KILL_AT: killAt } },
      (_error, _stdout, stderr) => {
        resolve({ signal: child.signalCode, stderr });
      },
    );
  });
}

const FORMER = {
  "web/old.html": "old",
  "pdf/report.pdf": "old",
  "pdf/other.pdf": "kept",
  "print/brochure.pdf": "old",
  "reports/report.json": "old",
};
const NEW = {
  "web/index.html": "new",
  "pdf/report.pdf": "new",
  "pdf/other.pdf": "kept",
  "reports/report.json": "new",
};

async function openFormer(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-killed-output-"));
  for (const [name, text] of Object.entries(FORMER)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  return dir;
}

async function filesIn(dir: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".session."));
  const texts = files.map(async (entry): Promise<[string, string]> => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(dir, file), await readFile(file, "utf8")];
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function killAndGoOn(killAt: number): Promise<Ran> {
  const dir = await openFormer();
  try {
    const ran = await publish(dir, String(killAt));
    await settleOutputFolder({
      dir,
      command: "status",
      onNotice: () => undefined,
      signal: new AbortController().signal,
    });
    const files = await filesIn(dir);
    const whole = Object.fromEntries(
      // What was being made, and never got to be published, goes with the next build.
      Object.entries(files).filter(([name]) => !name.startsWith(".making-")),
    );
    expect([FORMER, NEW], `killed before move ${killAt}`).toContainEqual(whole);
    expect((await publish(dir, "never")).signal).toBeNull();
    expect(await filesIn(dir)).toEqual(NEW);
    return ran;
  } finally {
    await rm(dir, { recursive: true });
  }
}

test("killed before any of its moves, it leaves what the next run makes whole", async () => {
  const dir = await openFormer();
  const { stderr } = await publish(dir, "count");
  await rm(dir, { recursive: true });
  const moves = Number(/moves: (\d+)/.exec(stderr)?.[1]);
  // Two for each of three files in place, one for what goes, and those of the journal.
  expect(moves).toBeGreaterThanOrEqual(9);
  for (let at = 1; at <= moves; at += 2) {
    const ran = await Promise.all([at, at + 1].map(killAndGoOn));
    for (const { signal } of ran.slice(0, moves - at + 1)) expect(signal).toBe("SIGKILL");
  }
});
