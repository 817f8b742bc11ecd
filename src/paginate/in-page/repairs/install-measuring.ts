/**
 * Runs in the world that repairs. Lays the document out as wide as its page for as long as it is measured,
 * says what is out of sight there, and notes what is changed.
 */
import type { Limits, PageArea, Repair, RepairName } from "./repair-globals.ts";

export function installMeasuring(): void {
  const { areaOf, forgetAreas } = window.repairs;
  const notes = new Map<RepairName, Map<Element, string>>();

  let pageNames = new Map<Element, string>();
  /** An element without a page of its own is on that of the element around it. */
  const pageNameOf = (element: Element): string => {
    const known = pageNames.get(element);
    if (known !== undefined) return known;
    const own = getComputedStyle(element).getPropertyValue("page");
    const { parentElement: parent } = element;
    const name = own !== "auto" && own !== "" ? own : parent === null ? "" : pageNameOf(parent);
    pageNames.set(element, name);
    return name;
  };

  const areaAt = (element: Element): PageArea => areaOf(pageNameOf(element));

  const hiddenOnes = new Map<Element, boolean>();
  const isHidden = (element: Element): boolean => {
    const known = hiddenOnes.get(element);
    if (known !== undefined) return known;
    const { parentElement: parent } = element;
    const hidden = (parent !== null && isHidden(parent)) || hidesItself(element);
    hiddenOnes.set(element, hidden);
    return hidden;
  };
  const hidesItself = (element: Element): boolean => {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.opacity === "0") return true;
    // Scripts have run, and what stands for them is not laid out.
    if (element.localName === "noscript") return true;
    if (style.position !== "absolute" && style.position !== "fixed") return false;
    const box = element.getBoundingClientRect();
    const isClipped =
      style.getPropertyValue("clip") !== "auto" || style.clipPath.startsWith("inset(");
    const isTiny = style.overflowX !== "visible" && (box.width <= 1 || box.height <= 1);
    return isClipped || isTiny || box.right <= 0 || box.bottom <= 0;
  };

  let limits = new Map<Element, Limits>();
  const limitsOf = (element: Element): Limits => {
    const known = limits.get(element);
    if (known !== undefined) return known;
    const { parentElement: parent } = element;
    const outer =
      parent === null || parent === document.documentElement
        ? { left: 0, right: areaAt(element).width }
        : limitsOf(parent);
    const own = clippedBy(element, ownPage(element, outer));
    limits.set(element, own);
    return own;
  };
  /** A page of its own may be wider, or narrower. */
  const ownPage = (element: Element, outer: Limits): Limits => {
    const { parentElement: parent } = element;
    if (parent === null || pageNameOf(parent) === pageNameOf(element)) return outer;
    return { left: outer.left, right: outer.left + areaAt(element).width };
  };
  const clippedBy = (element: Element, outer: Limits): Limits => {
    const { overflowX, display } = getComputedStyle(element);
    if (overflowX === "visible" || /^(?:inline|contents)$/.test(display)) return outer;
    const left = element.getBoundingClientRect().left + element.clientLeft;
    return {
      left: Math.max(outer.left, left),
      right: Math.min(outer.right, left + element.clientWidth),
    };
  };
  const forgetLimits = (): void => {
    limits = new Map();
    pageNames = new Map();
  };

  const hasText = (element: Element): boolean =>
    element instanceof HTMLElement && element.innerText.trim() !== "";

  function* elements(): Generator<HTMLElement> {
    for (const element of document.body.querySelectorAll("*")) {
      if (element instanceof HTMLElement && !isHidden(element)) yield element;
    }
  }

  function* textsBeyond(): Generator<{ readonly text: Text; readonly parent: HTMLElement }> {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const { parentElement: parent } = text;
      if (!(text instanceof Text) || !(parent instanceof HTMLElement) || text.data.trim() === "")
        continue;
      if (isHidden(parent)) continue;
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const { left, right } = limitsOf(parent);
      if (box.right > right + 1 || box.left < left - 1) yield { text, parent };
    }
  }

  const nameOf = (element: Element): string => {
    const classes = (element.getAttribute("class") ?? "").trim().split(/\s+/);
    const id = element.getAttribute("id") ?? "";
    return [
      element.localName,
      ...(id === "" ? [] : [`#${id}`]),
      ...classes.filter((name) => name !== "").map((name) => `.${name}`),
    ].join("");
  };

  const change = (
    name: RepairName,
    element: HTMLElement | SVGElement,
    declarations: Readonly<Record<string, string>>,
  ): void => {
    for (const [property, value] of Object.entries(declarations)) {
      element.style.setProperty(property, value, "important");
    }
    const noted = notes.get(name) ?? new Map<Element, string>();
    notes.set(name, noted.set(element, nameOf(element)));
    forgetLimits();
  };

  /** As pages hold it: as wide as their content, and as high as it comes. The body keeps its sides. */
  const stage = (): HTMLStyleElement => {
    const style = document.createElement("style");
    const open =
      "min-width: 0; height: auto; min-height: 0; max-height: none; display: block; position: static; float: none; columns: auto; overflow: visible; transform: none; zoom: 1";
    const root = `${open}; margin: 0; border: 0; padding: 0; max-width: none; width: ${areaOf("").width}px`;
    const important = (declarations: string): string =>
      declarations.replaceAll(/;|$/g, " !important;");
    style.textContent = `html { ${important(root)} } body { ${important(open)} }`;
    return style;
  };

  window.repairs = {
    ...window.repairs,
    areaAt,
    limitsOf,
    forgetLimits,
    isHidden,
    hasText,
    elements,
    textsBeyond,
    change,
    kinds: new Map(),
    run: (names): readonly Repair[] => {
      // Scripts may have brought rules since pages were asked for first.
      forgetAreas();
      const style = stage();
      document.head.append(style);
      try {
        for (const [name, repair] of window.repairs.kinds) if (names.includes(name)) repair();
      } finally {
        style.remove();
      }
      return [...notes].map(([name, changed]) => ({ name, elements: [...changed.values()] }));
    },
  };
}
