/**
 * What layout has lost of a document that a person wants all the same, as faults: its PDF claims nothing.
 * Input: the differences between source and pages; output: a fault for each.
 */
import type { WordDifference } from "../../paginate/compare-words.ts";
import { describeLoss, lossHint } from "../../paginate/text-loss-error.ts";
import type { SourceFault } from "../source/source-fault.ts";

export function layoutLosses(differences: readonly WordDifference[]): readonly SourceFault[] {
  return differences.map((difference) => ({
    rule: "layout-loss",
    message: describeLoss(difference),
    where: `page ${difference.pageNumber}`,
    hint: lossHint(difference),
    wcag: ["1.3.1"],
  }));
}
