/** What can be measured in an open page about how it is shown. Changes nothing but the focus. */
import type { Page } from "puppeteer";

/** By how many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Texts that an ancestor cuts off, or that lie on another's text. */
export function findClippedText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll("body :is(h1, h2, h3, p, li)")].filter(
      (element) => element.closest(".skip-link") === null,
    );
    const clipped = texts.filter((element) => {
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        const isCut =
          (overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1) ||
          (overflowX !== "visible" && box.scrollWidth > box.clientWidth + 1);
        if (isCut && box !== document.documentElement && box !== document.body) return true;
      }
      return false;
    });
    const boxes = texts
      .filter((element) => element.querySelector("p, li, h1, h2, h3") === null)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const overlapping = boxes.filter(({ element, box }, index) =>
      boxes
        .slice(index + 1)
        .some(
          (other) =>
            !element.contains(other.element) &&
            box.left < other.box.right - 1 &&
            other.box.left < box.right - 1 &&
            box.top < other.box.bottom - 1 &&
            other.box.top < box.bottom - 1,
        ),
    );
    return [...clipped, ...overlapping.map(({ element }) => element)].map(
      (element) => element.textContent,
    );
  });
}

/** Elements that move by themselves, change slowly, or scroll smoothly. */
export function findMotion(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lasts = (durations: string): boolean =>
      durations.split(",").some((duration) => Number.parseFloat(duration) > 0.01);
    return [...document.querySelectorAll("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        return (
          lasts(style.transitionDuration) ||
          (style.animationName !== "none" && lasts(style.animationDuration)) ||
          style.scrollBehavior === "smooth"
        );
      })
      .map((element) => element.localName);
  });
}

/** Parts of the interface that paper has no use for, and that are printed. */
export function findUnseenInterface(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [".skip-link", ".contents", ".downloads", ".part-navigation", ".back-to-contents"].filter(
      (selector) =>
        [...document.querySelectorAll(selector)].some((element) => element.checkVisibility()),
    ),
  );
}

/** Grounds that are printed where browsers are told to: with the page's own, the paper's colour. */
export function printedGrounds(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    ["body", ".opening", ".quotation", ".key-figure", ".callout"].flatMap((selector) =>
      [...document.querySelectorAll(selector)]
        .map((element) => getComputedStyle(element).backgroundColor)
        .filter((colour) => colour !== "rgba(0, 0, 0, 0)" && colour !== "rgb(255, 255, 255)")
        .map((colour) => `${selector}: ${colour}`),
    ),
  );
}

/** Words that go on in another line without a hyphen or a place to break. */
export function findBrokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const broken: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest("script, svg, .skip-link") !== null) continue;
      for (const { index, 0: word } of (node.nodeValue ?? "").matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) broken.push(word);
      }
    }
    return broken;
  });
}

/** The entries of the contents that are marked as being read, and whether the list is in view. */
export function markedContents(page: Page): Promise<{
  readonly marked: readonly string[];
  readonly isInView: boolean;
}> {
  return page.evaluate(() => {
    const entries = [...document.querySelectorAll(".contents a")];
    return {
      marked: entries.flatMap((entry) =>
        entry.matches(":target-current") ? [entry.getAttribute("href") ?? ""] : [],
      ),
      isInView: entries.every((entry) => {
        const { top, bottom } = entry.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    };
  });
}

export interface SeenLine {
  readonly where: string;
  readonly style: string;
  readonly isSeen: boolean;
}

/** The outline of each link when it has the keyboard's focus. */
export async function focusOutlines(page: Page): Promise<readonly SeenLine[]> {
  const outlines: SeenLine[] = [];
  const count = await page.evaluate(() => {
    window.getSelection()?.removeAllRanges();
    (document.activeElement as HTMLElement | null)?.blur();
    return document.querySelectorAll("a[href]").length;
  });
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press("Tab");
    outlines.push(
      await page.evaluate(() => {
        const { activeElement: focused } = document;
        const style = focused === null ? undefined : getComputedStyle(focused);
        return {
          where: focused?.textContent ?? "",
          style: style?.outlineStyle ?? "none",
          isSeen:
            style?.outlineStyle !== "none" && Number.parseFloat(style?.outlineWidth ?? "0") >= 1,
        };
      }),
    );
  }
  return outlines;
}

/** The line round each panel, whose ground forced colours take away. */
export function panelBorders(page: Page): Promise<readonly SeenLine[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".key-figure, .callout")].map((panel) => {
      const style = getComputedStyle(panel);
      const lines = [
        [style.borderTopStyle, style.borderTopWidth],
        [style.borderInlineStartStyle, style.borderInlineStartWidth],
        [style.outlineStyle, style.outlineWidth],
      ] as const;
      return {
        where: panel.id,
        style: style.borderTopStyle,
        isSeen: lines.some(([line, width]) => line !== "none" && Number.parseFloat(width) >= 1),
      };
    }),
  );
}

/** Heading levels in order, and the parts with the place where they are shown. */
export function outlineOf(page: Page): Promise<{
  readonly levels: readonly number[];
  readonly parts: readonly { readonly id: string; readonly top: number }[];
}> {
  return page.evaluate(() => ({
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) =>
      Number(heading.localName.slice(1)),
    ),
    parts: [...document.querySelectorAll("main > [id]")].map((part) => ({
      id: part.id,
      top: part.getBoundingClientRect().top,
    })),
  }));
}
