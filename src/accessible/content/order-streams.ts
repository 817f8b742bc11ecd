/**
 * The order of painting in a page and in the form XObjects that it paints, and all their text in one
 * row. Input: a page's units and their places in reading; output: steps for each stream. Pure.
 */
import { inReadingOrder, type Compare, type PaintOrder } from "./paint-order.ts";
import type { PaintedUnit, StreamUnits, TextUnit } from "./units.ts";

export interface OrderedStream {
  readonly stream: StreamUnits;
  readonly order: PaintOrder;
  /** Form XObjects in the order of painting; what is painted again is not in it twice. */
  readonly forms: readonly OrderedStream[];
}

export interface Places<Key> {
  readonly placeOf: (unit: PaintedUnit) => Key | undefined;
  readonly compare: Compare<Key>;
}

export function orderStream<Key>(stream: StreamUnits, places: Places<Key>): OrderedStream {
  return order(stream, places, new Set());
}

function order<Key>(
  stream: StreamUnits,
  places: Places<Key>,
  seen: Set<StreamUnits["ref"]>,
): OrderedStream {
  seen.add(stream.ref);
  const found = inReadingOrder(stream.units, (unit) => firstPlace(unit, places), places.compare);
  const forms: OrderedStream[] = [];
  for (const { unit } of found.steps) {
    const form = unit.kind === "picture" ? unit.form : undefined;
    if (form && !seen.has(form.ref)) forms.push(order(form, places, seen));
  }
  return { stream, order: found, forms };
}

/** Of a form, where the first of its texts is read. */
export function firstPlace<Key>(unit: PaintedUnit, places: Places<Key>): Key | undefined {
  const own = places.placeOf(unit);
  if (own !== undefined || unit.kind !== "picture" || !unit.form) return own;
  let first: Key | undefined;
  for (const each of unit.form.units) {
    const place = each.kind === "state" ? undefined : firstPlace(each, places);
    if (place === undefined) continue;
    if (first === undefined || places.compare(place, first) < 0) first = place;
  }
  return first;
}

export interface TextInStream {
  readonly unit: TextUnit;
  readonly stream: StreamUnits;
}

/** All text of a page, in the order in which it is painted. */
export function* textsOf({
  stream,
  order: { steps },
  forms,
}: OrderedStream): Generator<TextInStream> {
  const rest = [...forms];
  for (const { unit } of steps) {
    if (unit.kind === "text") yield { unit, stream };
    else if (unit.kind === "picture" && unit.form) {
      const at = rest.findIndex((form) => form.stream === unit.form);
      const [form] = at < 0 ? [] : rest.splice(at, 1);
      if (form) yield* textsOf(form);
    }
  }
}
