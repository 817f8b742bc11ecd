/**
 * Levels of the headings of the logical tree: which are skipped, and the tree with none skipped.
 * Pure. ISO 14289-1 §7.4.2.
 */
import { tagWords } from "../../document/tag-words.ts";
import { closedLevels } from "../amend/closed-levels.ts";
import { headingLevel, headingType } from "./element-types.ts";
import { descendants, type LogicalElement } from "./logical-tree.ts";
import type { SourceFault } from "../source/source-fault.ts";
import { leafText } from "./tidy-tree.ts";

/** A heading whose level in the tags is another than in the source. */
export interface ChangedHeading {
  /** The number of the source element. */
  readonly ref: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** @param describe an element by its number. */
export function findSkippedLevels(
  root: LogicalElement,
  describe: (ref: string) => string,
): SourceFault[] {
  const faults: SourceFault[] = [];
  let last = 0;
  for (const { type, ref } of descendants(root)) {
    const level = headingLevel(type);
    if (level === undefined) continue;
    if (level > last + 1) {
      faults.push({
        rule: "heading-order",
        message:
          last === 0
            ? `the first heading is of level ${level}, not 1`
            : `heading level is skipped: ${level} after level ${last}`,
        where: describe(ref),
        ref,
        hint: `make it ${tagWords(headingType(last + 1).toLowerCase())}, or add the heading that is missing`,
        wcag: ["1.3.1"],
      });
    }
    last = level;
  }
  return faults;
}

/** The tree itself where no level is skipped. */
export function withClosedLevels(root: LogicalElement): {
  readonly root: LogicalElement;
  readonly changed: readonly ChangedHeading[];
} {
  const headings = [...descendants(root)].flatMap((element) => {
    const level = headingLevel(element.type);
    return level === undefined ? [] : [{ element, level }];
  });
  const closed = closedLevels(headings.map(({ level }) => level));
  const changed = new Map<LogicalElement, ChangedHeading>();
  for (const [index, { element, level }] of headings.entries()) {
    const to = closed[index] ?? level;
    if (to === level) continue;
    changed.set(element, { ref: element.ref, text: leafText(element), from: level, to });
  }
  const renamed = (element: LogicalElement): LogicalElement => {
    const change = changed.get(element);
    return {
      ...element,
      ...(change && { type: headingType(change.to) }),
      children: element.children.map((child) =>
        child.kind === "element" ? renamed(child) : child,
      ),
    };
  };
  return { root: changed.size === 0 ? root : renamed(root), changed: [...changed.values()] };
}
