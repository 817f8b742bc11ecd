/**
 * Which items of two sequences are the same ones in the same order. Input: two sequences; output:
 * pairs of indexes. Pure.
 *
 * Items that occur once on each side are matched first, where they are in the same order (the longest
 * increasing run of them), and the stretches between them are taken in the same way. A stretch without
 * such items is compared by Myers' algorithm up to a limit of differences, so the whole stays close to
 * linear even where nothing is the same.
 */

export interface Pair {
  readonly one: number;
  readonly other: number;
}

interface Stretch {
  readonly oneFrom: number;
  readonly oneTo: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** The differences that Myers' algorithm looks for; a stretch that has more is left unmatched. */
const MOST_DIFFERENCES = 1_000;

/** Pairs in ascending order of both indexes. */
export function matchInOrder(one: readonly string[], other: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const open: Stretch[] = [{ oneFrom: 0, oneTo: one.length, otherFrom: 0, otherTo: other.length }];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const inner = takeEnds(stretch, one, other, pairs);
    if (inner.oneFrom === inner.oneTo || inner.otherFrom === inner.otherTo) continue;
    const anchors = anchorsIn(inner, one, other);
    if (anchors.length === 0) {
      pairs.push(...matchByMyers(inner, one, other));
      continue;
    }
    pairs.push(...anchors);
    let { oneFrom, otherFrom } = inner;
    for (const anchor of [...anchors, { one: inner.oneTo, other: inner.otherTo }]) {
      open.push({ oneFrom, oneTo: anchor.one, otherFrom, otherTo: anchor.other });
      [oneFrom, otherFrom] = [anchor.one + 1, anchor.other + 1];
    }
  }
  return pairs.sort((a, b) => a.one - b.one);
}

/** Matches what is the same at both ends. */
function takeEnds(
  { oneFrom, oneTo, otherFrom, otherTo }: Stretch,
  one: readonly string[],
  other: readonly string[],
  pairs: Pair[],
): Stretch {
  while (oneFrom < oneTo && otherFrom < otherTo && one[oneFrom] === other[otherFrom]) {
    pairs.push({ one: oneFrom++, other: otherFrom++ });
  }
  while (oneFrom < oneTo && otherFrom < otherTo && one[oneTo - 1] === other[otherTo - 1]) {
    pairs.push({ one: --oneTo, other: --otherTo });
  }
  return { oneFrom, oneTo, otherFrom, otherTo };
}

function anchorsIn(
  stretch: Stretch,
  one: readonly string[],
  other: readonly string[],
): readonly Pair[] {
  const inOne = single(one, stretch.oneFrom, stretch.oneTo);
  const inOther = single(other, stretch.otherFrom, stretch.otherTo);
  const common = [...inOne].flatMap(([item, index]) => {
    const at = inOther.get(item);
    return index === undefined || at === undefined ? [] : [{ one: index, other: at }];
  });
  return longestIncreasing(common);
}

/** Where each item is, undefined where it occurs again. */
function single(
  items: readonly string[],
  from: number,
  to: number,
): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (let index = from; index < to; index++) {
    const item = items[index] ?? "";
    places.set(item, places.has(item) ? undefined : index);
  }
  return places;
}

/** Of pairs in the order of one side, the longest run that is in the order of the other too. */
function longestIncreasing(pairs: readonly Pair[]): readonly Pair[] {
  interface Link {
    readonly pair: Pair;
    readonly before: Link | undefined;
  }
  const piles: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.pair.other ?? 0) < pair.other) low = middle + 1;
      else high = middle;
    }
    piles[low] = { pair, before: piles[low - 1] };
  }
  const run: Pair[] = [];
  for (let link = piles.at(-1); link !== undefined; link = link.before) run.push(link.pair);
  return run.reverse();
}

function matchByMyers(
  { oneFrom, oneTo, otherFrom, otherTo }: Stretch,
  one: readonly string[],
  other: readonly string[],
): readonly Pair[] {
  const [width, height] = [oneTo - oneFrom, otherTo - otherFrom];
  const isSame = (x: number, y: number): boolean => one[oneFrom + x] === other[otherFrom + y];
  const furthest = new Map<number, number>([[1, 0]]);
  const steps: ReadonlyMap<number, number>[] = [];
  const most = Math.min(width + height, MOST_DIFFERENCES);
  for (let differences = 0; differences <= most; differences++) {
    const reached = new Map<number, number>();
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const isDown =
        diagonal === -differences ||
        (diagonal !== differences &&
          (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));
      let x = isDown ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < width && x - diagonal < height && isSame(x, x - diagonal)) x++;
      reached.set(diagonal, x);
      furthest.set(diagonal, x);
      if (x >= width && x - diagonal >= height) {
        steps.push(reached);
        return walkBack(steps, width, height).map((pair) => ({
          one: oneFrom + pair.one,
          other: otherFrom + pair.other,
        }));
      }
    }
    steps.push(reached);
  }
  return [];
}

function walkBack(
  steps: readonly ReadonlyMap<number, number>[],
  width: number,
  height: number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [width, height];
  for (let differences = steps.length - 1; differences >= 0; differences--) {
    const before = steps[differences - 1];
    const diagonal = x - y;
    const down = before?.get(diagonal + 1) ?? -1;
    const right = before?.get(diagonal - 1) ?? -1;
    const isDown = diagonal === -differences || (diagonal !== differences && right < down);
    const fromX = before === undefined ? 0 : isDown ? down : right;
    const fromY = before === undefined ? 0 : fromX - (isDown ? diagonal + 1 : diagonal - 1);
    const [startX, startY] =
      before === undefined ? [0, 0] : isDown ? [fromX, fromY + 1] : [fromX + 1, fromY];
    while (x > startX && y > startY) pairs.push({ one: --x, other: --y });
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
