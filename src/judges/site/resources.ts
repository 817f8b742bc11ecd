/**
 * The judge of what a page asked for and did not get: a picture, font or style that is refused or
 * missing leaves a gap that nobody sees in a text, and a page that leads elsewhere is not read. Input: what the browser's gate refused while the
 * page was rendered. Output: a finding for each.
 */
import {
  publicationWords,
  refusalSentence,
  type Refusal,
  type RefusalReason,
  type RefusalWords,
} from "../../browser/refusal.ts";
import { findingOf, type RuleFinding } from "../verdict/judge-info.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import { RESOURCE_RULES, RESOURCES } from "./resources-info.ts";

/** How a refusal is reported to a person, and what to do about it. */
export interface ResourceWords extends RefusalWords {
  readonly help: Readonly<Record<RefusalReason, string>>;
  /** The page that asked, as that person knows it. */
  readonly placeOf: (page: string) => string;
}

type ResourceRule = keyof typeof RESOURCE_RULES;

function resourcesJudgeFor(words: ResourceWords): Judge<readonly Refusal[]> {
  return judgeBy(RESOURCES, (refusals) => {
    const bySentence = new Map(
      refusals.map((refusal) => [refusalSentence(refusal, words), refusal]),
    );
    return Promise.resolve({
      findings: [...bySentence].map(([sentence, refusal]) =>
        findingOfRefusal(sentence, refusal, words),
      ),
    });
  });
}

const RULES: Readonly<Record<RefusalReason, ResourceRule>> = {
  network: "resource-refused",
  "outside-project": "resource-refused",
  "no-such-file": "resource-missing",
  window: "window-refused",
  navigation: "page-leads-away",
  unfinished: "resource-unfinished",
  "too-many": "resource-refused",
};

const publicationHelp: ResourceWords["help"] = {
  network: RESOURCE_RULES["resource-refused"].fix,
  "outside-project": RESOURCE_RULES["resource-refused"].fix,
  "no-such-file": RESOURCE_RULES["resource-missing"].fix,
  window: RESOURCE_RULES["window-refused"].fix,
  navigation: RESOURCE_RULES["page-leads-away"].fix,
  unfinished: RESOURCE_RULES["resource-unfinished"].fix,
  "too-many": "Take out what asks again and again.",
};

/** Of pages that belong to a publication, or are checked. */
export const resourcesJudge = resourcesJudgeFor({
  ...publicationWords,
  help: publicationHelp,
  // What an <object> asks for comes from a frame that has no address yet.
  placeOf: (page) => URL.parse(page)?.pathname ?? "the document",
});

/** Of one document of a person's, which lies anywhere. */
export function documentResourcesJudge(
  words: Pick<ResourceWords, "addressOf" | "placeOf">,
): Judge<readonly Refusal[]> {
  return resourcesJudgeFor({
    ...words,
    explanations: {
      ...publicationWords.explanations,
      network: "documents are laid out without a network",
      "outside-project": "the document may read its own folder only",
    },
    help: {
      ...publicationHelp,
      network: "Save it beside the document, and name it by its path there.",
      "outside-project":
        "If the document may read it, name the folder that it lies in: --allowed-path FOLDER.",
      "no-such-file": "Put the file there, or take its address out of the document.",
    },
  });
}

function findingOfRefusal(
  sentence: string,
  { reason, page }: Refusal,
  { help, placeOf }: ResourceWords,
): RuleFinding<ResourceRule> {
  return findingOf(RESOURCE_RULES[RULES[reason]], {
    where: placeOf(page),
    message: sentence,
    help: help[reason],
  });
}
