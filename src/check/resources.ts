/**
 * The judge of what a page asked for and did not get: a picture, font or style that is refused or
 * missing leaves a gap that nobody sees in a text. Input: what the browser's gate refused while the
 * page was rendered. Output: a finding for each.
 */
import { formatRefusal, type Refusal } from "../browser/refusal.ts";
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

function findingOf(sentence: string, { reason, page }: Refusal): Finding {
  return {
    rule: reason === "no-such-file" ? "resource-missing" : "resource-refused",
    impact: "serious",
    wcag: [],
    // What an <object> asks for comes from a frame that has no address yet.
    where: URL.parse(page)?.pathname ?? "the document",
    message: sentence,
    help: "Put the file into the project's content/ or styles/ folder, and name it by its path there.",
  };
}
