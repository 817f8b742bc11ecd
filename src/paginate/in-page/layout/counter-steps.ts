/**
 * Runs in the world that lays out. What a page does with the counters that go on from page to page: those
 * of Paged.js, which are declared for all pages together. Input: a page that stands in the document;
 * output: steps, which can be added up.
 */

/** What a page, or many, do with a counter: from `set`, or from what it was where that is undefined. */
export interface CounterStep {
  readonly set: number | undefined;
  readonly increment: number;
}

export type CounterSteps = ReadonlyMap<string, CounterStep>;

/** Elements that count: Paged.js makes resets of elements into increments. */
const COUNTING =
  "[data-counter-increment], [data-counter-reset], [data-footnote-call], [data-footnote-marker]";

/** Of the page with all that is on it. */
export function readPageSteps(page: Element): CounterSteps {
  const counting = [...page.querySelectorAll(COUNTING)].filter((each) => each.checkVisibility());
  return [readPageStep(page), ...counting.map(readIncrements)].reduce(addSteps);
}

/** Of the page's own box, with which it begins. */
export function readPageStep(page: Element): CounterSteps {
  const { counterSet } = getComputedStyle(page);
  const begunAnew = stepsOf(counterSet, (set) => ({ set, increment: 0 }));
  // It counts first: so it is for the browser.
  return addSteps(readIncrements(page), begunAnew);
}

function readIncrements(element: Element): CounterSteps {
  const { counterIncrement } = getComputedStyle(element);
  return stepsOf(counterIncrement, (increment) => ({ set: undefined, increment }));
}

/** One after the other. */
export function addSteps(first: CounterSteps, second: CounterSteps): CounterSteps {
  const sum = new Map(first);
  for (const [name, step] of second) {
    const before = first.get(name);
    if (step.set !== undefined || before === undefined) sum.set(name, step);
    else sum.set(name, { set: before.set, increment: before.increment + step.increment });
  }
  return sum;
}

/** For an element that stands for all that was counted. */
export function stepDeclarations(
  steps: CounterSteps,
): readonly [property: string, value: string][] {
  const sets: string[] = [];
  const increments: string[] = [];
  for (const [name, { set, increment }] of steps) {
    if (set === undefined) increments.push(`${name} ${increment}`);
    else sets.push(`${name} ${set + increment}`);
  }
  return [
    ["counter-set", sets.join(" ") || "none"],
    ["counter-increment", increments.join(" ") || "none"],
  ];
}

/** Of `a 1 b 2`, or `none`. */
function stepsOf(pairs: string, stepOf: (number: number) => CounterStep): CounterSteps {
  return new Map(
    [...pairs.matchAll(/(-?[_a-zA-Z\u0080-\uffff][-\w\u0080-\uffff]*) (-?\d+)/g)].map(
      ([, name = "", number]) => [name, stepOf(Number(number))],
    ),
  );
}
