/** Every rule of preflight tells of the file that breaks it and is silent about one that does not. */
import { describe, expect, test } from "vitest";
import {
  DEFAULT_PRESS_DEMANDS,
  judgementOf,
  judgeReading,
  preflightJudge,
  type PressDemands,
} from "../../../../src/judges/press/preflight.ts";
import type { Finding } from "../../../../src/judges/verdict/finding.ts";
import { PREFLIGHT_RULES } from "../../../../src/judges/press/preflight-info.ts";
import { SEPARATION_RULES } from "../../../../src/judges/press/preflight/rules/separation.ts";
import { readForPreflight } from "../../../../src/judges/press/preflight/reading.ts";
import { openPdf } from "../../../../src/pdf/objects/open-pdf.ts";
import { makePressPdf, type PressChange } from "../../../fixtures/pdf/press-pdf.ts";
import { PAGE_CASES } from "./page-cases.ts";
import { PAINT_CASES } from "./paint-cases.ts";
import { SEPARATION_CASES } from "./separation-cases.ts";
import { STRUCTURE_CASES } from "./structure-cases.ts";

const CASES = [...STRUCTURE_CASES, ...PAGE_CASES, ...PAINT_CASES, ...SEPARATION_CASES];

interface Told {
  readonly findings: readonly Finding[];
  readonly toReview: readonly Finding[];
}

/** Drawing separations takes its time, and most rules are applied without. */
async function judge(
  change: PressChange,
  wanted: Partial<PressDemands> = {},
  draws = true,
): Promise<Told> {
  const bytes = await makePressPdf(change);
  const demands = { ...DEFAULT_PRESS_DEMANDS, ...wanted };
  if (!draws) return judgementOf(judgeReading(readForPreflight(await openPdf(bytes), demands)));
  const { signal } = new AbortController();
  const { findings, toReview = [] } = await preflightJudge.judge({ bytes, demands }, signal);
  return { findings, toReview };
}

const idsOf = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ rule }) => rule)),
];

test("a file as it should be has no finding and no doubt", async () => {
  expect(await judge({}, {}, false)).toEqual({ findings: [], toReview: [] });
  const drawn = await judge({ pageCount: 1 }, { pageMultiple: 1 });
  expect(drawn).toEqual({ findings: [], toReview: [] });
});

test("every rule has a good and a bad file", () => {
  const ids = PREFLIGHT_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual([...ids].sort());
});

describe.each(CASES.map((each, index) => [`${each.rule} ${index}`, each] as const))(
  "%s",
  (_, { rule, bad, good, demands, also = [], says }) => {
    const isDoubt = PREFLIGHT_RULES.find(({ id }) => id === rule)?.toReview === true;

    test("tells of the bad one", async () => {
      const { findings, toReview } = await judge(bad, demands, rule in SEPARATION_RULES);
      const told = (isDoubt ? toReview : findings).filter((finding) => finding.rule === rule);
      expect(told.length).toBeGreaterThan(0);
      const others = idsOf(findings).filter((id) => id !== rule && !also.includes(id));
      expect(others).toEqual([]);
      expect(told.map(({ message, where }) => `${message} ${where}`).join("\n")).toMatch(
        says ?? /./,
      );
      for (const { message } of told) expect(message).not.toContain("{}");
    });

    test("lets the good one be", async () => {
      const { findings, toReview } = await judge(good, demands, rule in SEPARATION_RULES);
      expect(findings).toEqual([]);
      expect(idsOf(toReview)).not.toContain(rule);
    });
  },
);
