import { afterEach, describe, expect, test, vi } from "vitest";
import type { Finding, JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { combineReports, JudgeUnavailable, runJudge } from "../../../src/judges/verdict/judge.ts";
import type { Judge } from "../../../src/judges/verdict/judge.ts";
import { findingOf } from "../../../src/judges/verdict/judge-info.ts";
import { PLANTED, plantedJudge as judgeThat } from "../../support/planted-judge.ts";

const fault = findingOf(PLANTED.rules["image-alt"], {
  where: "main > img",
  message: "The picture has no alternative.",
});

function report(status: JudgeReport["status"]): JudgeReport {
  return { name: "planted", version: "1", status, findings: [] };
}

describe("runJudge", () => {
  test("no finding is passed", async () => {
    const ran = await runJudge(
      judgeThat(() => Promise.resolve({ findings: [] })),
      "page",
    );
    expect(ran).toEqual(report("passed"));
  });

  test("a finding is failed", async () => {
    const ran = await runJudge(
      judgeThat(() => Promise.resolve({ findings: [fault] })),
      "page",
    );
    expect(ran).toEqual({ ...report("failed"), findings: [fault] });
  });

  test("what it found is reported with the line that its element was written on", async () => {
    const element = { kind: "page-element", nth: 7, name: "img" } as const;
    const [known, unknown] = [
      { ...fault, element },
      { ...fault, element: { ...element, nth: 8 } },
    ];
    const source = { file: "content/010-boat.md", line: 34 };
    const act = () => Promise.resolve({ findings: [known, unknown, fault], toReview: [known] });
    const ran = await runJudge(judgeThat(act), "page", {
      sourceOf: (found) => (found === element ? source : undefined),
    });
    expect(ran.findings).toStrictEqual([{ ...fault, source }, fault, fault]);
    expect(ran.toReview).toStrictEqual([{ ...fault, source }]);
    expect((await runJudge(judgeThat(act), "page")).findings).toStrictEqual([fault, fault, fault]);
  });

  test("a doubt alone does not fail, and is kept", async () => {
    const act = () => Promise.resolve({ findings: [], toReview: [fault] });
    const ran = await runJudge(judgeThat(act), "page");
    expect(ran).toEqual({ ...report("passed"), toReview: [fault] });
  });

  test("a rule that the judge does not have is an error of the project, and what was found is kept", async () => {
    const judge = judgeThat(() => Promise.resolve({ findings: [] }));
    const stray: Finding = { ...fault, rule: "no-such-rule" };
    const judgement = { findings: [fault], toReview: [stray, stray] };
    const ran = await runJudge({ ...judge, judge: () => Promise.resolve(judgement) }, "page");
    expect(ran).toEqual({
      ...report("skipped"),
      reason: "the judge broke down: it has no rule no-such-rule",
      ...judgement,
    });
    expect(combineReports([{ edition: "web", file: "a", judges: [ran] }]).granted).toBe(false);
  });

  test("a tool has rules of its own", async () => {
    const stray: Finding = { ...fault, rule: "no-such-rule" };
    const judge: Judge<unknown> = {
      ...judgeThat(() => Promise.reject(new Error("replaced"))),
      info: { ...PLANTED, toolRules: "https://example.org/rules" },
      judge: () => Promise.resolve({ findings: [stray] }),
    };
    expect((await runJudge(judge, "page")).status).toBe("failed");
  });

  test("a judge that cannot run is skipped with its reason", async () => {
    const act = () => Promise.reject(new JudgeUnavailable("there is no browser"));
    const ran = await runJudge(judgeThat(act), "page");
    expect(ran).toEqual({ ...report("skipped"), reason: "there is no browser" });
  });

  test("a judge that throws is skipped, not passed, and refuses the imprimatur", async () => {
    const act = () => Promise.reject(new TypeError("x is undefined\n  at …"));
    const ran = await runJudge(judgeThat(act), "page");
    expect(ran).toEqual({
      ...report("skipped"),
      reason: "the judge broke down: x is undefined",
    });
    expect(combineReports([{ edition: "web", file: "a", judges: [ran] }]).granted).toBe(false);
  });

  test("an aborted run ends instead of being reported", async () => {
    const controller = new AbortController();
    const act = () => {
      controller.abort(new Error("stopped"));
      return Promise.reject(new Error("the browser is gone"));
    };
    await expect(runJudge(judgeThat(act), "page", { signal: controller.signal })).rejects.toThrow(
      "stopped",
    );
  });
});

describe("the time of a judge", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What has come of it after an hour. */
  async function anHourOn<Result>(running: Promise<Result>): Promise<Result | "still running"> {
    await vi.advanceTimersByTimeAsync(3_600_000);
    return Promise.race([running, Promise.resolve("still running" as const)]);
  }

  test("one that never ends, and heeds nothing, did not run", async () => {
    vi.useFakeTimers();
    const running = runJudge(
      judgeThat(() => new Promise(() => undefined)),
      "page",
    );
    expect(await anHourOn(running)).toEqual({
      ...report("skipped"),
      reason: "did not finish within 2 minutes",
    });
  });

  test("one that is told to stop has time to put away what it holds", async () => {
    vi.useFakeTimers();
    const done: string[] = [];
    const judge: Judge<unknown> = {
      ...judgeThat(() => Promise.reject(new Error("replaced"))),
      judge: (_subject, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            setTimeout(() => {
              done.push("put away");
              reject(new Error("stopped"));
            }, 1_000);
          });
        }),
    };
    await anHourOn(runJudge(judge, "page"));
    expect(done).toEqual(["put away"]);
  });

  test("one that ends in time leaves no timer", async () => {
    vi.useFakeTimers();
    await runJudge(
      judgeThat(() => Promise.resolve({ findings: [] })),
      "page",
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("combineReports", () => {
  const passed = { edition: "web", file: "a", judges: [report("passed")] };

  test("a waived judge refuses nothing where others ran", () => {
    const waived = { ...report("skipped"), waived: true as const };
    const judges = [...passed.judges, waived];
    expect(combineReports([{ ...passed, judges }]).granted).toBe(true);
  });

  test("granted when every judge of every edition passed", () => {
    expect(combineReports([passed, { ...passed, edition: "pdf" }]).granted).toBe(true);
  });

  test.each([
    ["no edition", []],
    ["an edition without a judge", [passed, { ...passed, judges: [] }]],
    ["a failed judge", [{ ...passed, judges: [report("passed"), report("failed")] }]],
    [
      "nothing but a waived judge",
      [{ ...passed, judges: [{ ...report("skipped"), waived: true as const }] }],
    ],
    ["a skipped judge", [passed, { ...passed, judges: [report("skipped")] }]],
  ])("refused for %s", (_, editions) => {
    expect(combineReports(editions).granted).toBe(false);
  });
});
