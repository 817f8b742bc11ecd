/**
 * Page labels, the page numbers that a viewer shows (ISO 32000-1 §12.4.2). Input: an open PDF;
 * output: one label a page, or nothing where the file has none.
 */
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readNumberTree } from "../objects/number-tree.ts";

/** One label a page, in order; undefined where the file labels no pages. */
export function readPageLabels(pdf: PdfDocument): readonly string[] | undefined {
  const { objects } = pdf;
  const root = objects.get(pdf.catalog, "PageLabels");
  if (root === undefined) return undefined;
  const ranges = readNumberTree(objects, root);
  let style: string | undefined;
  let prefix = "";
  let next = 1;
  return pdf.pages.map((_, index) => {
    const range = objects.dict(ranges.get(index));
    if (range !== undefined) {
      style = objects.name(objects.get(range, "S"));
      prefix = objects.text(objects.get(range, "P")) ?? "";
      next = Math.max(1, Math.trunc(objects.number(objects.get(range, "St")) ?? 1));
    }
    const label = prefix + formatPageNumber(next, style);
    next += 1;
    return label;
  });
}

/** Larger numbers are written in digits: a Roman numeral or a row of letters would be endless. */
const MAX_SPELLED = 3999;

/** @param style a name of numbering styles (ISO 32000-1, table 159); numbers without one show nothing. */
export function formatPageNumber(number: number, style: string | undefined): string {
  switch (style) {
    case "D":
      return String(number);
    case "R":
      return roman(number);
    case "r":
      return roman(number).toLowerCase();
    case "A":
      return letters(number);
    case "a":
      return letters(number).toLowerCase();
    default:
      return "";
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number): string {
  if (number > MAX_SPELLED) return String(number);
  let rest = number;
  let text = "";
  for (const [value, numeral] of ROMAN) {
    text += numeral.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** A to Z, then AA to ZZ, AAA to ZZZ. */
function letters(number: number): string {
  if (number > MAX_SPELLED) return String(number);
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}
