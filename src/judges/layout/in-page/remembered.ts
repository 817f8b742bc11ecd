/** Runs in an isolated world of a page, for as long as its layout stands. */

/** Works a value out once for each element. */
export function remembered<Value>(workOut: (element: Element) => Value) {
  const known = new Map<Element, Value>();
  return (element: Element): Value => {
    const value = known.get(element);
    if (value !== undefined || known.has(element)) return value as Value;
    const found = workOut(element);
    known.set(element, found);
    return found;
  };
}
