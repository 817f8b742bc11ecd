/** Formats of pages: by name, and in millimetres. */
import { expect, test } from "vitest";
import { KINDS } from "../../../src/editions/kinds.ts";
import { measuresOf, sheetSizeOf } from "../../../src/editions/paged/page-measures.ts";
import { formatFault, pageFormat } from "../../../src/publication/fields/page-formats.ts";

test.each([
  ["A4", "A4", 210, 297],
  ["letter", "letter", 215.9, 279.4],
  ["square", "square", 210, 210],
  ["148x210", "148 × 210 mm", 148, 210],
  ["105.5 × 148", "105.5 × 148 mm", 105.5, 148],
  ["50x1200", "50 × 1200 mm", 50, 1200],
])("%s is %s, %d by %d millimetres", (format, name, widthMm, heightMm) => {
  expect(pageFormat(format)).toEqual({ name, widthMm, heightMm });
});

test.each(["a4", "constructor", "49.9x210", "148x1200.1", "148x", "-148x210", "1e3x210", "0x210"])(
  "%s is no format, and has a fault",
  (format) => {
    expect(formatFault(format)).toBeDefined();
    expect(() => pageFormat(format)).toThrow(RangeError);
  },
);

test("every kind that is laid out in pages has the same formats", () => {
  for (const kind of ["pdf", "press"] as const) {
    for (const format of ["DL", "B5", "letter", "99.5x210"]) {
      const entry = { id: "a", kind, stylesheet: "styles/a.css", format };
      expect(KINDS[kind].options.safeParse(entry).success, `${kind} ${format}`).toBe(true);
    }
  }
});

test("the sheet of a brochure in millimetres has its bleed around it", () => {
  const entry = { id: "a", kind: "press", stylesheet: "styles/a.css", format: "120x180", bleed: 5 };
  const edition = KINDS.press.options.parse(entry);
  expect(measuresOf(edition)).toEqual({
    widthMm: 120,
    heightMm: 180,
    typeSizePt: 11.5,
    bleedMm: 5,
  });
  expect(sheetSizeOf(edition)).toEqual({ widthMm: 130, heightMm: 190 });
});

test("an edition in millimetres is offered by its measures", () => {
  const entry = { id: "a", kind: "pdf", stylesheet: "styles/a.css", format: "148x210" };
  expect(KINDS.pdf.offer(KINDS.pdf.options.parse(entry))).toEqual({
    format: "148 × 210 mm",
    title: undefined,
  });
});
