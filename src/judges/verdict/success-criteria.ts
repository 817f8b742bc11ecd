/**
 * The success criteria of WCAG 2.2, each with whom a failure of it affects most. Data: rules name
 * criteria by these numbers, and of a tool's finding, whose rule is not ours, reports say whom it affects
 * by its criteria. 4.1.1 is not here: WCAG 2.2 removed it.
 */
import type { Affected } from "./affected.ts";

const CRITERIA = {
  "1.1.1": ["blind"],
  "1.2.1": ["blind", "deaf"],
  "1.2.2": ["deaf"],
  "1.2.3": ["blind"],
  "1.2.4": ["deaf"],
  "1.2.5": ["blind"],
  "1.2.6": ["deaf"],
  "1.2.7": ["blind"],
  "1.2.8": ["blind", "deaf"],
  "1.2.9": ["deaf"],
  "1.3.1": ["blind"],
  "1.3.2": ["blind"],
  "1.3.3": ["blind"],
  "1.3.4": ["low-vision", "motor"],
  "1.3.5": ["motor", "cognition"],
  "1.3.6": ["cognition"],
  "1.4.1": ["low-vision", "colour-blind"],
  "1.4.2": ["blind"],
  "1.4.3": ["low-vision", "colour-blind"],
  "1.4.4": ["low-vision"],
  "1.4.5": ["low-vision"],
  "1.4.6": ["low-vision", "colour-blind"],
  "1.4.7": ["deaf"],
  "1.4.8": ["low-vision", "cognition"],
  "1.4.9": ["low-vision"],
  "1.4.10": ["low-vision"],
  "1.4.11": ["low-vision", "colour-blind"],
  "1.4.12": ["low-vision", "cognition"],
  "1.4.13": ["low-vision", "motor"],
  "2.1.1": ["blind", "motor"],
  "2.1.2": ["blind", "motor"],
  "2.1.3": ["blind", "motor"],
  "2.1.4": ["motor"],
  "2.2.1": ["blind", "motor", "cognition"],
  "2.2.2": ["blind", "cognition"],
  "2.2.3": ["blind", "motor", "cognition"],
  "2.2.4": ["blind", "cognition"],
  "2.2.5": ["motor", "cognition"],
  "2.2.6": ["cognition"],
  "2.3.1": ["seizures"],
  "2.3.2": ["seizures"],
  "2.3.3": ["seizures"],
  "2.4.1": ["blind", "motor"],
  "2.4.2": ["blind", "cognition"],
  "2.4.3": ["blind", "motor"],
  "2.4.4": ["blind", "cognition"],
  "2.4.5": ["blind", "cognition"],
  "2.4.6": ["blind", "cognition"],
  "2.4.7": ["low-vision", "motor"],
  "2.4.8": ["blind", "cognition"],
  "2.4.9": ["blind", "cognition"],
  "2.4.10": ["blind", "cognition"],
  "2.4.11": ["low-vision", "motor"],
  "2.4.12": ["low-vision", "motor"],
  "2.4.13": ["low-vision", "motor"],
  "2.5.1": ["motor"],
  "2.5.2": ["motor"],
  "2.5.3": ["blind", "motor"],
  "2.5.4": ["motor"],
  "2.5.5": ["motor"],
  "2.5.6": ["motor"],
  "2.5.7": ["motor"],
  "2.5.8": ["motor"],
  "3.1.1": ["blind"],
  "3.1.2": ["blind"],
  "3.1.3": ["cognition"],
  "3.1.4": ["cognition"],
  "3.1.5": ["cognition"],
  "3.1.6": ["blind", "cognition"],
  "3.2.1": ["blind", "cognition"],
  "3.2.2": ["blind", "cognition"],
  "3.2.3": ["blind", "cognition"],
  "3.2.4": ["blind", "cognition"],
  "3.2.5": ["blind", "cognition"],
  "3.2.6": ["cognition"],
  "3.3.1": ["blind", "cognition"],
  "3.3.2": ["blind", "cognition"],
  "3.3.3": ["blind", "cognition"],
  "3.3.4": ["cognition"],
  "3.3.5": ["cognition"],
  "3.3.6": ["cognition"],
  "3.3.7": ["motor", "cognition"],
  "3.3.8": ["cognition"],
  "3.3.9": ["cognition"],
  "4.1.2": ["blind", "motor"],
  "4.1.3": ["blind"],
} as const satisfies Readonly<Record<string, readonly Affected[]>>;

/** The number of a criterion, e.g. `1.4.10`. */
export type Criterion = keyof typeof CRITERIA;

const byNumber: ReadonlyMap<string, readonly Affected[]> = new Map(Object.entries(CRITERIA));

export const SUCCESS_CRITERIA: ReadonlySet<string> = new Set(byNumber.keys());

/** Whom the failure of a criterion affects; nobody that is known for what is no criterion. */
export function affectedByCriterion(criterion: string): readonly Affected[] {
  return byNumber.get(criterion) ?? [];
}

/** How a finding names a criterion: `WCAG 2.2 1.4.10`. */
export function citeCriterion(criterion: string): string {
  return `WCAG 2.2 ${criterion}`;
}
