/** Runs in the world that repairs. Changes the styles of elements, and notes what was changed. */
import { forgetLimits } from "./limits.ts";
import type { Repair, RepairName } from "./repair.ts";

const notes = new Map<RepairName, Map<Element, string>>();

function nameOf(element: Element): string {
  const classes = (element.getAttribute("class") ?? "").trim().split(/\s+/);
  const id = element.getAttribute("id") ?? "";
  return [
    element.localName,
    ...(id === "" ? [] : [`#${id}`]),
    ...classes.filter((name) => name !== "").map((name) => `.${name}`),
  ].join("");
}

/** Gives an element declarations that go before all others, and notes it. */
export function change(
  name: RepairName,
  element: HTMLElement | SVGElement,
  declarations: Readonly<Record<string, string>>,
): void {
  for (const [property, value] of Object.entries(declarations)) {
    element.style.setProperty(property, value, "important");
  }
  const noted = notes.get(name) ?? new Map<Element, string>();
  notes.set(name, noted.set(element, nameOf(element)));
  forgetLimits();
}

/** What was changed until now. */
export function changesMade(): readonly Repair[] {
  return [...notes].map(([name, changed]) => ({ name, elements: [...changed.values()] }));
}
