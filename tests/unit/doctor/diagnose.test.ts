/** What the doctor says of machines that lack something. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/doctor/condition.ts";
import { diagnose } from "../../../src/doctor/diagnose.ts";
import type { DoctorsMachine } from "../../../src/doctor/machine.ts";
import { PublicationError } from "../../../src/errors.ts";
import { JudgeUnavailable } from "../../../src/judges/verdict/judge.ts";
import { formatDiagnosis } from "../../../src/report/diagnosis.ts";

const sound: DoctorsMachine = {
  nodeVersion: "22.13.0",
  tmpDir: "/",
  startBrowser: () =>
    Promise.resolve({
      version: "153.0.1",
      origin: "shipped",
      executablePath: "/x/chromium",
      sandboxed: true,
      notices: [],
    }),
  shippedFamilies: () => ({ folders: [], families: ["One", "Two"] }),
  findVeraPdf: () => ({ kind: "jar", origin: "fetched", java: "/usr/bin/java", jar: "/x/cli.jar" }),
  javaVersion: () => Promise.resolve('openjdk version "17.0.9" 2023-10-17'),
  freeBytes: () => Promise.resolve(5 * 1024 ** 3),
  tryToWrite: () => Promise.resolve(),
};

async function conditionsOf(
  lacking: Partial<DoctorsMachine>,
  everyJudgeMustRun = false,
): Promise<{ readonly ready: boolean; readonly by: ReadonlyMap<string, Condition> }> {
  const { ready, conditions } = await diagnose({
    projectDir: path.resolve("/nowhere/project"),
    everyJudgeMustRun,
    signal: new AbortController().signal,
    machine: { ...sound, ...lacking },
  });
  return { ready, by: new Map(conditions.map((each) => [each.name, each])) };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, errno: -1, syscall: "mkdtemp", path: "/x" });
}

describe("the doctor", () => {
  it("finds nothing wrong with a sound machine, and names no remedy", async () => {
    const { ready, by } = await conditionsOf({});
    expect(ready).toBe(true);
    expect([...by.keys()]).toEqual([
      ...["node", "browser", "fonts", "fonts-cjk", "verapdf"],
      ...["write-project", "write-cache", "write-temporary"],
      ...["disk-project", "disk-cache", "disk-temporary"],
    ]);
    const ok = [...by.values()].filter(({ name }) => name !== "fonts-cjk");
    expect(ok.map(({ status }) => status)).toEqual(ok.map(() => "ok"));
    expect(ok.filter(({ remedy }) => remedy !== undefined)).toEqual([]);
    expect(by.get("browser")?.found).toContain("Chromium 153.0.1, which comes with the packages");
  });

  it.each<
    [
      string,
      Partial<DoctorsMachine>,
      string,
      string,
      { status: string; found: string; remedy: string },
    ]
  >([
    [
      "an old Node.js",
      { nodeVersion: "22.12.9" },
      "node",
      "wrong",
      { status: "wrong", found: "Node.js 22.12.9", remedy: "22.13 or later" },
    ],
    [
      "no browser",
      {
        startBrowser: () => {
          const hint = "apt install chromium";
          return Promise.reject(new PublicationError("browser-not-found", "none", { hint }));
        },
      },
      "browser",
      "wrong",
      { status: "wrong", found: "none", remedy: "apt install chromium" },
    ],
    [
      "a browser without its sandbox",
      {
        startBrowser: () =>
          Promise.resolve({
            version: "1",
            origin: "system",
            executablePath: "/usr/bin/chromium",
            sandboxed: false,
            notices: ["no sandbox for root"],
          }),
      },
      "browser",
      "ready",
      { status: "without", found: "/usr/bin/chromium", remedy: "no sandbox for root" },
    ],
    [
      "no fonts",
      {
        shippedFamilies: () => {
          throw new PublicationError("fonts-missing", "no tinos", { hint: "npm ci" });
        },
      },
      "fonts",
      "wrong",
      { status: "wrong", found: "no tinos", remedy: "npm ci" },
    ],
    [
      "no veraPDF",
      {
        findVeraPdf: () => {
          throw new JudgeUnavailable("veraPDF was not found: get it: here");
        },
      },
      "verapdf",
      "ready",
      { status: "without", found: "veraPDF was not found", remedy: "get it: here" },
    ],
    [
      "Java 8",
      { javaVersion: () => Promise.resolve('java version "1.8.0_402"') },
      "verapdf",
      "wrong",
      { status: "wrong", found: "1.8.0_402", remedy: "Java runtime 11" },
    ],
    [
      "Java that does not start",
      { javaVersion: () => Promise.reject(new Error("no")) },
      "verapdf",
      "wrong",
      { status: "wrong", found: "/usr/bin/java, which does not start", remedy: "Java runtime 11" },
    ],
    [
      "a folder that may not be written",
      { tryToWrite: () => Promise.reject(systemError("EACCES")) },
      "write-temporary",
      "wrong",
      { status: "wrong", found: "this user may not do that", remedy: "set TMPDIR" },
    ],
    [
      "a disk that is nearly full",
      { freeBytes: () => Promise.resolve(3 * 1024 ** 2) },
      "disk-cache",
      "wrong",
      { status: "wrong", found: "3 MB free", remedy: "make room for 250 MB" },
    ],
  ])("says how to get what is missing: %s", async (_, lacking, name, verdict, expected) => {
    const { ready, by } = await conditionsOf(lacking);
    expect(ready).toBe(verdict === "ready");
    const { status, found, remedy } = by.get(name) ?? {};
    expect(status).toBe(expected.status);
    expect(found).toContain(expected.found);
    expect(remedy).toContain(expected.remedy);
  });

  it("waives no judge where every one must run", async () => {
    const none = {
      findVeraPdf: () => {
        throw new JudgeUnavailable("veraPDF was not found: get it");
      },
    };
    expect((await conditionsOf(none, true)).ready).toBe(false);
  });

  it("has its word in lines, without colours where there are none", () => {
    const text = formatDiagnosis(
      {
        ready: false,
        conditions: [
          { name: "node", status: "ok", found: "Node.js 24", neededFor: "everything" },
          {
            ...{ name: "browser", status: "wrong", found: "none", neededFor: "pages" },
            remedy: "install one",
          },
        ],
      },
      false,
    );
    expect(text).toBe(
      [
        "ok       node: Node.js 24",
        "         needed for everything",
        "not ok   browser: none",
        "         needed for pages",
        "         hint: install one",
        "",
        "Not ready: 1 of 2 not ok.",
        "",
      ].join("\n"),
    );
  });
});
