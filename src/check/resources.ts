/**
 * The judge of what a page asked for and did not get: a picture, font or style that is refused or
 * missing leaves a gap that nobody sees in a text, and a page that leads elsewhere is not read. Input: what the browser's gate refused while the
 * page was rendered. Output: a finding for each.
 */
import { formatRefusal, type Refusal, type RefusalReason } from "../browser/refusal.ts";
import type { Finding } from "./finding.ts";
import type { Judge } from "./judge.ts";

export const resourcesJudge: Judge<readonly Refusal[]> = {
  name: "imprimatur-resources",
  version: "1",
  judge: (refusals) => {
    const bySentence = new Map(refusals.map((refusal) => [formatRefusal(refusal), refusal]));
    return Promise.resolve({
      findings: [...bySentence].map(([sentence, refusal]) => findingOf(sentence, refusal)),
    });
  },
};

const RULES: Readonly<Record<RefusalReason, string>> = {
  network: "resource-refused",
  "outside-project": "resource-refused",
  "no-such-file": "resource-missing",
  window: "window-refused",
  navigation: "page-leads-away",
  unfinished: "resource-unfinished",
  "too-many": "resource-refused",
};

const PUT_INTO_PROJECT =
  "Put the file into the project's content/ or styles/ folder, and name it by its path there.";

const HELP: Readonly<Record<RefusalReason, string>> = {
  network: PUT_INTO_PROJECT,
  "outside-project": PUT_INTO_PROJECT,
  "no-such-file": PUT_INTO_PROJECT,
  window: "Open no window that the reader has not asked for: take the script out.",
  navigation:
    "Take out the script, the form or the refresh that leads there, or publish that page.",
  unfinished:
    "Look whether what is asked for comes to an end, or give the page more time (--judge-timeout).",
  "too-many": "Take out what asks again and again.",
};

function findingOf(sentence: string, { reason, page }: Refusal): Finding {
  return {
    rule: RULES[reason],
    impact: "serious",
    wcag: [],
    // What an <object> asks for comes from a frame that has no address yet.
    where: URL.parse(page)?.pathname ?? "the document",
    message: sentence,
    help: HELP[reason],
  };
}
