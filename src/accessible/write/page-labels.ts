/**
 * Page labels as the pages print them: the number that stands alone in a page's margins, or the one
 * after the page before it. Input: what stands printed on the pages; output: ranges, as a PDF has them,
 * or the labels themselves. ISO 32000-1 §12.4.2.
 */
import { formatPageNumber } from "../../pdf/document/page-labels.ts";
import type { PrintedPage } from "../printed/printed-pages.ts";

export interface PageLabelRange {
  /** The first page of the range, from 0. */
  readonly start: number;
  readonly style: "D" | "r" | "R";
  readonly first: number;
}

export function pageLabelRanges(pages: readonly PrintedPage[]): PageLabelRange[] {
  const ranges: PageLabelRange[] = [];
  let style: PageLabelRange["style"] = "D";
  let number = 0;
  for (const [index, page] of pages.entries()) {
    const printed = printedNumber(page);
    const nextStyle: PageLabelRange["style"] = printed?.style ?? style;
    const nextNumber = printed?.number ?? number + 1;
    if (index === 0 || nextStyle !== style || nextNumber !== number + 1) {
      ranges.push({ start: index, style: nextStyle, first: nextNumber });
    }
    style = nextStyle;
    number = nextNumber;
  }
  return ranges;
}

/** What a viewer calls each page, by those ranges. */
export function pageLabels(pages: readonly PrintedPage[]): readonly string[] {
  return pageLabelRanges(pages).flatMap(({ start, style, first }, at, ranges) => {
    const end = ranges[at + 1]?.start ?? pages.length;
    return Array.from({ length: end - start }, (_, page) => formatPageNumber(first + page, style));
  });
}

function printedNumber(
  page: PrintedPage,
): { readonly style: PageLabelRange["style"]; readonly number: number } | undefined {
  for (const { margin, boxes } of page.texts) {
    if (margin === undefined) continue;
    const text = boxes
      .map((box) => box.text)
      .join("")
      .trim();
    const decimal = /^(?:\p{L}{1,5}\.?\s|[–—-]\s)?(\d{1,5})(?:\s?(?:\/|sur|of|[–—-]).*)?$/u.exec(
      text,
    );
    if (decimal?.[1] && Number(decimal[1]) > 0) return { style: "D", number: Number(decimal[1]) };
    const roman = romanValue(text.toLowerCase());
    if (roman !== undefined)
      return { style: text === text.toLowerCase() ? "r" : "R", number: roman };
  }
  return undefined;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(text: string): number | undefined {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === "")
    return undefined;
  const digits = Array.from(text).map((digit) => romanDigits[digit] ?? 0);
  return digits.reduce(
    (sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
    0,
  );
}
