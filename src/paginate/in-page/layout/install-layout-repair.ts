/**
 * Runs in the world that lays out. Fixes the places in Paged.js 0.4.3's `Layout` where text is lost or doubled.
 * It patches methods of the running library and leaves its files alone.
 *
 * How Paged.js cuts a page: the page's content is a column, what does not fit flows into a second
 * column far to the right, and `findBreakToken` looks for the first thing there, cuts the page
 * before it and goes on from the same place in the source. What goes wrong:
 *
 * 1. `textBreak` asks where a letter is by its bounding box. After a soft hyphen at which the line
 *    is broken, the next letter has two boxes, the printed hyphen's on the line above and its own,
 *    so their union begins in the first column: the cut falls one letter late. That letter wraps
 *    into the second column again, and `widows` pulls the line before it along. Nobody looks again.
 * 2. `hyphenateAtBreak` puts a U+2011 after the soft hyphen, which may itself not fit, and puts one
 *    where a long word was cut without any hyphen.
 * 3. `createBreakToken` finds the text node in the source again by searching for its words, and so
 *    finds the wrong one, or the wrong place in it, when words are repeated.
 * 4. Empty cells are put back into a table row after the cut. They take room, so that the cell that
 *    was cut gets narrower and longer than the page. Nobody looks again.
 * 5. White space after an element that was copied with its content is dropped, so that words are
 *    joined wherever a paragraph goes on from the page before.
 * 6. Paged.js takes away white space at the ends of inline elements, and line feeds that
 *    `white-space` keeps.
 * 7. A row taken to the next page gets a copy of the cells that span it, text and all.
 */
import type { BreakToken, PagedLayout, WhiteSpaceFilter } from "./layout-globals.ts";

export function installLayoutRepair(): void {
  /** The source's text node and the offset in it at which a rendered text node begins. */
  const origins = new WeakMap<Text, { readonly node: Text; readonly offset: number }>();

  const comesAfter = (token: BreakToken, previous: BreakToken | undefined): boolean => {
    if (previous === undefined) return true;
    if (token.node === previous.node) return token.offset > previous.offset;
    const position = previous.node.compareDocumentPosition(token.node);
    return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  };

  const isWhiteSpace = (node: Node | null): node is Text =>
    node instanceof Text && /^[\t\n\r ]*$/.test(node.data);

  interface SectionRows {
    /** From 0, in their section. */
    readonly places: ReadonlyMap<Element, number>;
    /** Those with a cell that reaches into rows below, in order. */
    readonly spanning: readonly HTMLTableRowElement[];
  }

  const sections = new WeakMap<Element, SectionRows>();

  /** Counted once: a browser counts all rows above for each row that is asked for its place. */
  const rowsOf = (section: Element | null): SectionRows => {
    const known = section && sections.get(section);
    if (known) return known;
    const rows = [...(section?.children ?? [])].filter(
      (child) => child instanceof HTMLTableRowElement,
    );
    const found = {
      places: new Map(rows.map((row, index) => [row, index])),
      spanning: rows.filter(({ cells }) => [...cells].some(({ rowSpan }) => rowSpan > 1)),
    };
    if (section) sections.set(section, found);
    return found;
  };

  const filledRows = new WeakSet<HTMLTableRowElement>();

  /** Fills a row with empty cells where others span it, and keeps Paged.js from copying those. */
  const standInForSpanningCells = (row: HTMLTableRowElement): void => {
    if (filledRows.has(row)) return;
    filledRows.add(row);
    // Paged.js copies the spanning cells, with their text, into rows that have fewer cells.
    Object.defineProperty(row, "childElementCount", { value: Infinity });
    const { places, spanning } = rowsOf(row.parentElement);
    const place = places.get(row) ?? 0;
    for (const above of spanning) {
      const distance = place - (places.get(above) ?? 0);
      if (distance <= 0) break;
      for (const [index, cell] of [...above.cells].entries()) {
        if (cell.rowSpan <= distance || cell.dataset.standInFor !== undefined) continue;
        const standIn = document.createElement(cell.localName === "th" ? "th" : "td");
        standIn.className = cell.className;
        standIn.colSpan = cell.colSpan;
        standIn.rowSpan = cell.rowSpan - distance;
        standIn.dataset.standInFor = cell.dataset.ref ?? "";
        standIn.dataset.ref = `${cell.dataset.ref ?? ""}-${row.dataset.ref ?? ""}`;
        row.insertBefore(standIn, row.cells.item(index));
      }
    }
  };

  type Token = new (node: Node, offset: number) => BreakToken;

  const patch = (layout: PagedLayout, Token: Token): void => {
    const { firstLetterBeyond, firstPlaceBeyond, printHyphen, takeBackHyphen } = window.imprimatur;
    const prototype = Object.getPrototypeOf(layout) as PagedLayout;
    const original = {
      append: prototype.append,
      createBreakToken: prototype.createBreakToken,
      findBreakToken: prototype.findBreakToken,
      rebuildTableFromBreakToken: prototype.rebuildTableFromBreakToken,
      removeOverflow: prototype.removeOverflow,
    };

    // Done in findBreakToken: empty cells take room, so what fits is known only with them in place.
    prototype.rebuildTableFromBreakToken = () => undefined;

    prototype.append = function (
      this: PagedLayout,
      node,
      destination,
      breakToken,
      shallow,
      rebuild,
    ) {
      const rendered = original.append.call(this, node, destination, breakToken, shallow, rebuild);
      if (shallow === false) {
        // Paged.js goes on with the next element, as if the space before it did not count.
        for (let next = node.nextSibling; isWhiteSpace(next); next = next.nextSibling) {
          original.append.call(this, next, destination, undefined, true, rebuild);
        }
      }
      return rendered;
    };

    prototype.textBreak = function (this: PagedLayout, text, _left, right, _top, bottom) {
      return firstLetterBeyond(text, { right, bottom });
    };

    prototype.createBreakToken = function (this: PagedLayout, overflow, rendered, source) {
      const { startContainer, startOffset } = overflow;
      const start =
        startContainer instanceof Text ? startContainer : startContainer.childNodes[startOffset];
      const origin = start instanceof Text ? origins.get(start) : undefined;
      if (origin === undefined) {
        return original.createBreakToken.call(this, overflow, rendered, source);
      }
      const offset = origin.offset + (start === startContainer ? startOffset : 0);
      const { node } = origin;
      // An element is not parted from its first text, nor a list item from its marker.
      return offset === 0 && node.parentElement?.firstChild === node
        ? new Token(node.parentElement, 0)
        : new Token(node, offset);
    };

    prototype.removeOverflow = function (this: PagedLayout, overflow, breakLetter) {
      const { startContainer } = overflow;
      if (startContainer instanceof Text) takeBackHyphen(startContainer);
      return original.removeOverflow.call(this, overflow, breakLetter);
    };

    prototype.hyphenateAtBreak = function (this: PagedLayout, start) {
      if (start instanceof Text) printHyphen(start);
    };

    prototype.findBreakToken = function (
      this: PagedLayout,
      rendered,
      source,
      bounds = this.bounds,
      previous,
      extract = true,
    ) {
      let token = original.findBreakToken.call(this, rendered, source, bounds, previous, extract);
      if (!extract) return token;
      const edges = {
        right: Math.round(bounds.right + this.gap),
        bottom: Math.round(bounds.bottom),
      };
      original.rebuildTableFromBreakToken.call(this, token, rendered);
      // Each turn cuts at an earlier place than the one before, so this comes to an end.
      while (this.hasOverflow(rendered, bounds)) {
        const place = firstPlaceBeyond(rendered, edges);
        const earlier = place && this.createBreakToken(place, rendered, source);
        if (!place || !earlier || !comesAfter(earlier, previous)) break;
        const removed = this.removeOverflow(place, undefined);
        this.hooks.afterOverflowRemoved.trigger(removed, rendered, this);
        original.rebuildTableFromBreakToken.call(this, earlier, rendered);
        token = earlier;
      }
      return token;
    };
  };

  /** Notes where each text of `rendered` comes from, before any handler moves parts of it. */
  const noteOrigins = (rendered: Node, node: Node): void => {
    if (rendered instanceof Text && node instanceof Text) {
      // The first text of a page is what its element's fragment on the page before left over.
      origins.set(rendered, { node, offset: node.length - rendered.length });
      return;
    }
    const ours = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT);
    const theirs = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (ours.nextNode() && theirs.nextNode()) {
      const [text, origin] = [ours.currentNode, theirs.currentNode];
      if (text instanceof Text && origin instanceof Text) {
        origins.set(text, { node: origin, offset: 0 });
      }
    }
  };

  window.imprimatur.repairLayout = () => {
    let patched = false;
    class LayoutRepair extends window.Paged.Handler {
      beforePageLayout(_page: unknown, _source: unknown, token: BreakToken | undefined): void {
        const node = token?.node instanceof Text ? token.node.parentElement : token?.node;
        const row = node instanceof Element ? node.closest("tr") : null;
        if (row) standInForSpanningCells(row);
      }
      onPageLayout(_page: Element, token: BreakToken, layout: PagedLayout): void {
        if (patched) return;
        patched = true;
        patch(layout, token.constructor as Token);
      }
      renderNode(rendered: Node, node: Node): void {
        // Only what was copied with its content: a container's children come one by one.
        if (rendered instanceof Text || rendered.hasChildNodes()) noteOrigins(rendered, node);
      }
    }
    // First, as the footnotes' handler takes footnotes out of what was rendered.
    window.Paged.registeredHandlers.unshift(LayoutRepair);
    for (const { prototype } of window.Paged.registeredHandlers) {
      const filter = prototype as Partial<WhiteSpaceFilter>;
      const { filterEmpty } = filter;
      if (filterEmpty === undefined) continue;
      filter.filterEmpty = function (text) {
        const kept = window.imprimatur.keptWhiteSpace.has(text.parentElement?.dataset.ref ?? "");
        return kept ? NodeFilter.FILTER_REJECT : filterEmpty.call(this, text);
      };
    }
  };
}
