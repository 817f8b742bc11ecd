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
import { comesAfter } from "./break-order.ts";
import { printHyphen, takeBackHyphen } from "./hyphen-printer.ts";
import type { BreakToken, PagedLayout, WhiteSpaceFilter } from "./paged.ts";
import { firstLetterBeyond, firstPlaceBeyond } from "./place-finder.ts";
import { PlaceToken } from "./place-token.ts";
import { dropHeadsInTheWay } from "./repeated-heads.ts";
import { standInForSpanningCells } from "./spanning-cells.ts";
import { noteOrigins, origins } from "./text-origins.ts";
import { keptWhiteSpace } from "./white-space.ts";

function isWhiteSpace(node: Node | null): node is Text {
  return node instanceof Text && /^[\t\n\r ]*$/.test(node.data);
}

function patch(layout: PagedLayout): void {
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

  prototype.append = function (this: PagedLayout, node, destination, breakToken, shallow, rebuild) {
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
      ? new PlaceToken(node.parentElement, 0)
      : new PlaceToken(node, offset);
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
    const edges = {
      right: Math.round(bounds.right + this.gap),
      bottom: Math.round(bounds.bottom),
    };
    dropHeadsInTheWay(rendered, edges);
    let token = original.findBreakToken.call(this, rendered, source, bounds, previous, extract);
    if (!extract) return token;
    original.rebuildTableFromBreakToken.call(this, token, rendered);
    // Each turn cuts at an earlier place than the one before, so this comes to an end.
    while (this.hasOverflow(rendered, bounds)) {
      const place = firstPlaceBeyond(rendered, edges);
      const earlier = place && this.createBreakToken(place, rendered, source);
      if (!place || !earlier || (previous !== undefined && !comesAfter(earlier, previous))) break;
      const removed = this.removeOverflow(place, undefined);
      this.hooks.afterOverflowRemoved.trigger(removed, rendered, this);
      original.rebuildTableFromBreakToken.call(this, earlier, rendered);
      token = earlier;
    }
    return token;
  };
}

export function repairLayout(): void {
  let patched = false;
  class LayoutRepair extends window.Paged.Handler {
    beforePageLayout(_page: unknown, _source: unknown, token: BreakToken | undefined): void {
      const node = token?.node instanceof Text ? token.node.parentElement : token?.node;
      const row = node instanceof Element ? node.closest("tr") : null;
      if (row) standInForSpanningCells(row);
    }
    onPageLayout(_page: Element, _token: BreakToken, layout: PagedLayout): void {
      if (patched) return;
      patched = true;
      patch(layout);
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
      const kept = keptWhiteSpace.has(text.parentElement?.dataset.ref ?? "");
      return kept ? NodeFilter.FILTER_REJECT : filterEmpty.call(this, text);
    };
  }
}
