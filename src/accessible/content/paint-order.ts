/**
 * The order of painting: that of reading wherever nothing overlaps that forbids it. Readers without
 * tags, and a viewer that looks for words, go by the order of the content. Input: the units of a
 * stream and their places in reading; output: the painted units in their new order, each with what
 * sets the graphics state before it. Nothing changes its looks: what overlaps keeps its order, and a
 * unit that is moved takes its state along. Pure. ISO 32000-1 §8.4, §14.8.2.3.
 */
import { boundsOf, overlap, type Bounds } from "./bounds.ts";
import type { PaintedUnit, StateOperation, Unit } from "./units.ts";

export interface Step {
  readonly unit: PaintedUnit;
  /** Operations that come before it. */
  readonly before: readonly string[];
}

export interface PaintOrder {
  readonly steps: readonly Step[];
  /** Operations after the last unit. */
  readonly after: readonly string[];
}

/** Compares the places of two units in reading; negative where the first is read first. */
export type Compare<Key> = (first: Key, second: Key) => number;

export function inReadingOrder<Key>(
  units: readonly Unit[],
  keyOf: (unit: PaintedUnit) => Key | undefined,
  compare: Compare<Key>,
): PaintOrder {
  const { painted, after } = withState(units);
  const keys = painted.map(({ unit }) => keyOf(unit));
  if (isSorted(keys, compare)) {
    const steps = painted.map(({ unit, between }) => ({ unit, before: between.map(rawOf) }));
    return { steps, after: after.map(rawOf) };
  }
  return moved(painted, new Arranger(painted, keys, compare).arrange(), after);
}

interface PaintedWithState {
  readonly unit: PaintedUnit;
  /** What sets the state between the unit before and this one. */
  readonly between: readonly StateOperation[];
}

function withState(units: readonly Unit[]): {
  readonly painted: readonly PaintedWithState[];
  readonly after: readonly StateOperation[];
} {
  const painted: PaintedWithState[] = [];
  let between: StateOperation[] = [];
  for (const unit of units) {
    if (unit.kind === "state") between.push(...unit.operations);
    else {
      painted.push({ unit, between });
      between = [];
    }
  }
  return { painted, after: between };
}

const rawOf = ({ raw }: StateOperation): string => raw;

function isSorted<Key>(keys: readonly (Key | undefined)[], compare: Compare<Key>): boolean {
  let last: Key | undefined;
  for (const key of keys) {
    if (key === undefined) continue;
    if (last !== undefined && compare(last, key) > 0) return false;
    last = key;
  }
  return true;
}

/** With more units than this a page keeps its order: each would be compared with all others. */
const mostUnits = 6000;

class Arranger<Key> {
  readonly #painted: readonly PaintedWithState[];
  readonly #keys: readonly (Key | undefined)[];
  readonly #compare: Compare<Key>;
  readonly #bounds: readonly Bounds[];
  readonly #inks: readonly string[];
  readonly #isPlaced: boolean[];
  readonly #order: number[] = [];

  constructor(
    painted: readonly PaintedWithState[],
    keys: readonly (Key | undefined)[],
    compare: Compare<Key>,
  ) {
    this.#painted = painted;
    this.#keys = keys;
    this.#compare = compare;
    const states = statesOf(painted);
    this.#bounds = painted.map(({ unit }, index) => boundsOf(unit, states[index]?.lineWidth));
    this.#inks = states.map(({ fill, gs }) => `${fill} ${gs}`);
    this.#isPlaced = painted.map(() => false);
  }

  arrange(): readonly number[] {
    if (this.#painted.length > mostUnits) return this.#painted.map((_, index) => index);
    this.#follow(-1);
    for (const index of this.#sorted()) this.#place(index);
    for (const index of this.#painted.keys()) this.#place(index);
    return this.#order;
  }

  #sorted(): readonly number[] {
    const keyed = this.#keys.flatMap((key, index) => (key === undefined ? [] : [{ key, index }]));
    return keyed
      .sort((a, b) => this.#compare(a.key, b.key) || a.index - b.index)
      .map(({ index }) => index);
  }

  /** After whatever it would otherwise cover, and before what comes behind it unread. */
  #place(index: number): void {
    if (this.#isPlaced[index] === true) return;
    this.#isPlaced[index] = true;
    for (const below of this.#below(index)) this.#place(below);
    this.#order.push(index);
    this.#follow(index);
  }

  /** Artifacts stay behind what they were painted after, if nothing is in their way. */
  #follow(index: number): void {
    for (let next = index + 1; next < this.#painted.length; next++) {
      if (this.#keys[next] !== undefined || this.#isPlaced[next] === true) return;
      if (this.#below(next).length > 0) return;
      this.#isPlaced[next] = true;
      this.#order.push(next);
    }
  }

  /** What is painted before a unit, overlaps it and is not placed yet. */
  #below(index: number): readonly number[] {
    const bounds = this.#bounds[index];
    const found: number[] = [];
    for (let below = 0; below < index; below++) {
      const other = this.#bounds[below];
      if (this.#isPlaced[below] === true || bounds === undefined || other === undefined) continue;
      if (overlap(bounds, other) && !this.#commute(below, index)) found.push(below);
    }
    return found;
  }

  /** Texts in one colour look the same in any order. */
  #commute(one: number, other: number): boolean {
    return (
      this.#painted[one]?.unit.kind === "text" &&
      this.#painted[other]?.unit.kind === "text" &&
      this.#inks[one] === this.#inks[other]
    );
  }
}

const fillOperators = /^(?:rg|g|k|cs|sc|scn)$/;

interface PaintState {
  readonly fill: string;
  readonly gs: string;
  readonly lineWidth: number;
}

/** What each unit is filled with, and how thick its lines are. */
function statesOf(painted: readonly PaintedWithState[]): readonly PaintState[] {
  const saved: PaintState[] = [];
  let now: PaintState = { fill: "", gs: "", lineWidth: 1 };
  return painted.map(({ between }) => {
    for (const { operator, raw } of between) {
      if (operator === "q") saved.push(now);
      else if (operator === "Q") now = saved.pop() ?? now;
      else if (operator === "gs") now = { ...now, gs: raw };
      else if (operator === "w") now = { ...now, lineWidth: parseFloat(raw) || 0 };
      else if (fillOperators.test(operator)) now = { ...now, fill: raw };
    }
    return now;
  });
}

/** Steps in a new order. All is within one more level, so that any state can be left and set anew. */
function moved(
  painted: readonly PaintedWithState[],
  order: readonly number[],
  after: readonly StateOperation[],
): PaintOrder {
  const levels = levelsOf(painted);
  const steps: Step[] = [];
  let last = -1;
  for (const index of order) {
    const step = painted[index];
    if (step === undefined) continue;
    const { unit, between } = step;
    if (index === last + 1) {
      const start = index === 0 ? ["q"] : [];
      steps.push({ unit, before: [...start, ...between.map(rawOf)] });
    } else if (last >= 0 && levels[last] === levels[index]) {
      steps.push({ unit, before: [] });
    } else {
      const leave = last < 0 ? [] : Array.from(levels[last] ?? [], () => "Q");
      steps.push({ unit, before: [...leave, ...stateOf(levels[index] ?? [])] });
    }
    last = index;
  }
  const isAtEnd = last === painted.length - 1;
  return {
    steps,
    after: isAtEnd ? [...after.map(rawOf), "Q"] : Array.from(levels[last] ?? [], () => "Q"),
  };
}

/** What each open level of the graphics state has set when a unit is painted. */
function levelsOf(
  painted: readonly PaintedWithState[],
): readonly (readonly (readonly StateOperation[])[])[] {
  let levels: readonly (readonly StateOperation[])[] = [[]];
  return painted.map(({ between }) => {
    for (const operation of between) {
      if (operation.operator === "q") levels = [...levels, []];
      else if (operation.operator === "Q")
        levels = levels.length > 1 ? levels.slice(0, -1) : levels;
      else levels = [...levels.slice(0, -1), withOperation(levels.at(-1) ?? [], operation)];
    }
    return levels;
  });
}

/** Of these only the last counts. */
const overwritten = /^(?:rg|RG|g|G|k|K|w|J|j|M|d|ri|i|Tr|Tz|Ts|Tf)$/;

function withOperation(
  level: readonly StateOperation[],
  operation: StateOperation,
): readonly StateOperation[] {
  const { operator } = operation;
  const kept = overwritten.test(operator)
    ? level.filter((each) => each.operator !== operator)
    : level;
  return [...kept, operation];
}

function stateOf(levels: readonly (readonly StateOperation[])[]): readonly string[] {
  return levels.flatMap((level) => ["q", ...level.map(rawOf)]);
}
