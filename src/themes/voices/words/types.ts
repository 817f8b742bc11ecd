/** What this theme says beside what every edition says: types, and what all languages share. */
import type { ComponentChildren } from "preact";

/** A bar of a chart in words. */
export interface ChartWords {
  readonly label: string;
  readonly text: string;
}

export interface VoicesWords {
  /** The language that these words are in. */
  readonly lang: string;
  /** The large-print edition, where it is offered and in the names of files. */
  readonly largePrint: { readonly title: string; readonly suffix: string };
  /** Sheets for office printers, in the names of files. */
  readonly booklet: string;
  readonly keyFigure: string;
  /** The argument may have elements in it, such as words of another language. */
  readonly linkToQuote: (name: ComponentChildren) => ComponentChildren;
  /** Heading of the column that says what a chart's values are. */
  readonly chartStep: string;
  /** The whole chart in a sentence: the first step is where it starts, the last the total. */
  readonly chart: (title: string, unit: string, steps: readonly ChartWords[]) => string;
  /** A number with its sign; `digits` have none. */
  readonly change: (isRemoved: boolean, digits: string) => string;
}

/** `+100 (First link), +100 (Second link)`. */
export function listSteps(steps: readonly ChartWords[], between = ", "): string {
  return steps.map(({ label, text }) => `${text} (${label})`).join(between);
}
