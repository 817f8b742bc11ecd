/** A judge that does what a test has it do; its only rule is `image-alt`. */
import { judgeBy, type Judge, type Judgement } from "../../src/judges/verdict/judge.ts";
import { ruleSet, type JudgeInfo } from "../../src/judges/verdict/judge-info.ts";

export const PLANTED = {
  name: "planted",
  version: "1",
  looksAt: "Whatever a test has it look at.",
  subjects: ["html-page"],
  needs: [],
  limit: "judgeTimeoutMs",
  rules: ruleSet({
    "image-alt": {
      summary: "A picture has no alternative.",
      impact: "critical",
      wcag: ["1.1.1"],
      affects: ["blind"],
      fix: "Write one.",
    },
  }),
} as const satisfies JudgeInfo;

export function plantedJudge(act: () => Promise<Judgement<"image-alt">>): Judge<unknown> {
  return judgeBy(PLANTED, act);
}
