/** The error that ends a build whose pages do not show the source, word for word. */
import { PublicationError } from "../errors.ts";
import type { WordDifference } from "./compare-words.ts";

const differencesShown = 10;
const wordsShown = 12;
const lettersShown = 40;

const hints: Readonly<Record<WordDifference["kind"], string>> = {
  lost: "give the element room to break: no `break-inside: avoid` on what is taller than a page",
  clipped:
    "look for a height, a width or a position that moves it out of the page, and for `overflow: hidden` around it",
  added: "look for a script or a stylesheet that puts the element on more than one page",
};

const shadowHint =
  "the words stand in a shadow tree, which layout does not always copy: write them into the document itself";

/** Its differences are in the order of the source; its message names the first ten of them. */
export class TextLossError extends PublicationError {
  override readonly name = "TextLossError";
  readonly differences: readonly WordDifference[];

  /** @param wayOut what else a person can do, added to the hint. */
  constructor(differences: readonly WordDifference[], wayOut?: string) {
    const listed = differences.slice(0, differencesShown).map(describeAt);
    const rest = differences.length - listed.length;
    if (rest > 0) listed.push(`and ${rest} more`);
    const [first] = differences;
    super(
      "text-lost",
      `the pages do not show what the source says:\n${listed.join("\n")}`,
      first && { hint: [lossHint(first), wayOut].filter(Boolean).join("; ") },
    );
    this.differences = differences;
  }
}

/** How to fix it, without the word "hint". */
export function lossHint({ kind, inShadow }: WordDifference): string {
  return inShadow ? shadowHint : hints[kind];
}

/** What happened to which words, e.g. `lost “a b c” in p#summary`. */
export function describeLoss({ kind, words, element }: WordDifference): string {
  const subject = words === "" ? `the picture ${element}` : `“${shorten(words)}” in ${element}`;
  switch (kind) {
    case "lost":
      return `lost ${subject}`;
    case "clipped":
      return `cut off ${subject}`;
    case "added":
      return `once too often ${subject}`;
  }
}

function describeAt(difference: WordDifference): string {
  return `page ${difference.pageNumber}: ${describeLoss(difference)}`;
}

/** The beginning and the end, and how much there is between them. */
function shorten(words: string): string {
  const all = words
    .split(" ")
    .map((word) => (word.length > lettersShown ? `${word.slice(0, lettersShown)}…` : word));
  if (all.length <= wordsShown) return all.join(" ");
  const half = wordsShown / 2;
  const between = all.length - wordsShown;
  return `${all.slice(0, half).join(" ")} [${between} words] ${all.slice(-half).join(" ")}`;
}
