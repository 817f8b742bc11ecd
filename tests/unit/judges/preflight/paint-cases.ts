/** Rules about inks, lines, pictures and text by the edge. */
import type { PressChange, PressFile } from "../../../fixtures/pdf/press-pdf.ts";
import type { LiteralDict } from "../../../fixtures/pdf/tagged-pdf.ts";
import type { RuleCase } from "./rule-case.ts";

/** A line of text after operators that set its colour. */
function words(colour: string, size = 12, at = "100 200"): PressChange {
  return { content: `q ${colour} BT /F0 ${size} Tf 1 0 0 1 ${at} Tm (Page 12) Tj ET Q\n` };
}

/** Shapes after operators that set their colour. */
function shapes(operators: string): PressChange {
  return { content: `q ${operators} Q\n` };
}

/** A form that is turned and made smaller, and paints. */
function inForm(content: string, matrix: number[]): PressChange {
  return {
    content: "q 1 0 0 1 200 200 cm /X Do Q\n",
    resources: ({ stream, resources }) => ({
      XObject: {
        X: stream(content, {
          Type: "XObject",
          Subtype: "Form",
          BBox: [-200, -200, 200, 200],
          Matrix: matrix,
          Resources: resources,
        }),
      },
    }),
  };
}

/** A picture of some pixels, painted 72 pt (an inch) broad and high. */
function picture(
  side: number,
  entries: LiteralDict | ((file: PressFile) => LiteralDict) = {},
  placed = "72 0 0 72 100 100",
): PressChange {
  return {
    content: `q /Knockout gs 0 0 0 1 k ${placed} cm /P Do Q\n`,
    resources: (file) => ({
      XObject: {
        P: file.stream("", {
          Type: "XObject",
          Subtype: "Image",
          Width: side,
          Height: side,
          BitsPerComponent: 8,
          ColorSpace: "DeviceCMYK",
          ...(typeof entries === "function" ? entries(file) : entries),
        }),
      },
    }),
    mend: (file) => {
      file.pages[0]?.set(
        file.context.obj("Group"),
        file.obj({ S: "Transparency", CS: "DeviceCMYK" }),
      );
    },
  };
}

const bitonal = { BitsPerComponent: 1, ColorSpace: "DeviceGray" };
const softMask =
  (side: number) =>
  ({ stream }: PressFile): LiteralDict => ({
    SMask: stream("", {
      Subtype: "Image",
      Width: side,
      Height: side,
      BitsPerComponent: 8,
      ColorSpace: "DeviceGray",
    }),
  });

const BLACK = "/Overprint gs 0 0 0 1 k";

export const PAINT_CASES: readonly RuleCase[] = [
  {
    rule: "black-text-inks",
    bad: words("/Knockout gs 0.6 0.4 0.4 1 k"),
    good: words("/Knockout gs 0 0.72 1 0.46 k"),
    says: /C 60 M 40 Y 40 K 100.*Page 12/s,
  },
  {
    rule: "black-text-inks",
    bad: words("/Knockout gs 0.5 0.4 0.4 0 k"),
    good: words("/Knockout gs 0 0 0 0.5 k"),
  },
  {
    rule: "black-text-inks",
    bad: {
      ...words("/Knockout gs /S cs 0 0 0 scn"),
      resources: ({ obj, stream }) => ({
        ColorSpace: { S: obj(["ICCBased", stream("", { N: 3 })]) },
      }),
    },
    good: {
      ...words("/Knockout gs /S cs 0 0 1 scn"),
      resources: ({ obj, stream }) => ({
        ColorSpace: { S: obj(["ICCBased", stream("", { N: 3 })]) },
      }),
    },
    says: /profile/,
  },
  {
    rule: "black-rule-inks",
    bad: shapes("/Knockout gs 0.6 0.4 0.4 1 K 1 w 100 100 m 200 100 l S"),
    good: shapes("/Knockout gs 0.6 0.4 0.4 1 K 3 w 100 100 m 200 100 l S"),
  },
  {
    rule: "black-rule-inks",
    bad: shapes("/Knockout gs 0.6 0.4 0.4 1 k 100 100 100 1 re f"),
    good: shapes("/Knockout gs 0.6 0.4 0.4 1 k 100 100 100 50 re f"),
  },
  {
    rule: "black-text-overprint",
    bad: words("/Knockout gs 0 0 0 1 k"),
    good: words(BLACK),
    says: /below it\./,
  },
  {
    rule: "black-text-overprint",
    bad: words("/Overprint gs 0 g"),
    good: words("/Knockout gs 0.5 g"),
    says: /DeviceGray/,
  },
  {
    rule: "black-text-overprint",
    bad: {
      ...words("/Zero gs 0 0 0 1 k"),
      resources: ({ obj }) => ({ ExtGState: { Zero: obj({ OP: true, OPM: 0 }) } }),
    },
    good: words("/Zero gs 0 0 0 1 k 3 Tr"),
    says: /mode is 0/,
  },
  {
    rule: "black-rule-overprint",
    bad: shapes("/Knockout gs 0 0 0 1 K 1 w 100 100 m 200 100 l S"),
    good: shapes("/Overprint gs 0 0 0 1 K 1 w 100 100 m 200 100 l S"),
  },
  {
    rule: "black-rule-overprint",
    bad: shapes("/Knockout gs 0 0 0 1 k 100 100 100 1 re f"),
    good: shapes("/Knockout gs 0 0 0 1 k 100 100 100 20 re f"),
  },
  {
    rule: "white-overprint",
    bad: words("/Overprint gs 0 0 0 0 k"),
    good: words("/Knockout gs 0 0 0 0 k"),
    says: /White text.*Page 12/s,
  },
  {
    rule: "white-overprint",
    bad: shapes("/Overprint gs 0 0 0 0 k 100 100 50 50 re f"),
    good: shapes("/Overprint gs 0.1 0 0 0 k 100 100 50 50 re f"),
    says: /White paint/,
  },
  {
    rule: "white-overprint",
    bad: shapes("/Overprint gs 1 g 100 100 50 50 re f"),
    good: shapes("/Overprint gs 1 g 0 100 20 20 re f"),
  },
  {
    rule: "small-text-inks",
    bad: words("/Knockout gs 0.8 0.5 0 0.3 k", 8),
    good: words("/Knockout gs 0.8 0.5 0 0.3 k", 9),
    says: /8 pt/,
  },
  {
    rule: "small-text-inks",
    bad: words("/Knockout gs 0.8 0.5 0.3 0 k", 8),
    good: words("/Knockout gs 0.8 0.5 0.05 0 k", 8),
  },
  {
    rule: "hairline",
    bad: shapes("/Overprint gs 0 0 0 1 K 0.2 w 100 100 m 200 100 l S"),
    good: shapes("/Overprint gs 0 0 0 1 K 0.25 w 100 100 m 200 100 l S"),
    says: /0\.2 pt.*21 mm from the left, 127 mm from the top/s,
  },
  {
    rule: "hairline",
    bad: shapes("/Overprint gs 0 0 0 1 K 0 w 100 100 m 200 100 l S"),
    good: shapes("/Overprint gs 0 0 0 1 K 0 w 0 100 m 20 100 l S"),
  },
  {
    rule: "hairline",
    bad: shapes("/Overprint gs 0 0 0 1 k 100 100 100 0.2 re f"),
    good: shapes("/Overprint gs 0 0 0 1 k 100 100 100 0.3 re f"),
  },
  {
    rule: "hairline",
    bad: shapes("/Knockout gs 0 1 1 0 k 100 100 60 60 re 100.2 100.2 59.6 59.6 re f*"),
    good: shapes("/Knockout gs 0 1 1 0 k 100 100 60 60 re 100.5 100.5 59 59 re f*"),
  },
  {
    rule: "hairline",
    bad: inForm("/Overprint gs 0 0 0 1 K 1 w 0 0 m 50 50 l S", [0.1, 0.1, -0.1, 0.1, 0, 0]),
    good: inForm("/Overprint gs 0 0 0 1 K 1 w 0 0 m 50 50 l S", [0, 0.5, -0.5, 0, 0, 0]),
    says: /0\.14 pt/,
  },
  {
    rule: "hairline",
    bad: words("/Overprint gs 0 0 0 1 K 1 Tr 0.1 w"),
    good: words("/Overprint gs 0 0 0 1 K 1 Tr 0.3 w"),
  },
  {
    rule: "picture-resolution",
    bad: picture(149),
    good: picture(300),
    says: /149 dpi/,
  },
  {
    rule: "picture-resolution",
    bad: picture(300, {}, "72 0 0 216 100 100"),
    good: picture(300, {}, "0 72 -72 0 200 100"),
    says: /100 dpi/,
  },
  {
    rule: "picture-resolution",
    bad: picture(1, softMask(100)),
    good: picture(1, softMask(300)),
    says: /100 dpi/,
  },
  {
    rule: "picture-resolution",
    bad: picture(599, bitonal),
    good: picture(1200, bitonal),
    says: /599 dpi of one bit/,
  },
  {
    rule: "picture-resolution",
    bad: { content: "q 72 0 0 72 99 99 cm BI /W 2 /H 2 /BPC 8 /CS /G ID xxxx EI Q\n" },
    good: { content: "q 72 0 0 72 99 99 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n" },
    says: /2 dpi/,
  },
  {
    rule: "picture-resolution-wanted",
    bad: picture(299),
    good: picture(300),
    says: /299 dpi/,
  },
  { rule: "picture-resolution-wanted", bad: picture(1199, bitonal), good: picture(1200, bitonal) },
  { rule: "picture-without-size", bad: picture(0), good: picture(1), says: /no pixels/ },
  {
    rule: "picture-without-size",
    bad: picture(300, {}, "72 0 0 0 100 100"),
    good: picture(300, {}, "72 0 0 72 500 100"),
    says: /place on the page is empty/,
  },
  {
    rule: "text-near-trim",
    bad: words(BLACK, 12, "50 200"),
    good: words(BLACK, 12, "55 200"),
    says: /3\.5 mm.*Page 12/s,
  },
  {
    rule: "text-near-trim",
    bad: words(BLACK, 8, "200 54"),
    good: words(BLACK, 8, "200 8"),
  },
  {
    rule: "text-cut",
    bad: words(BLACK, 12, "320 200"),
    good: words(BLACK, 12, "374 200"),
    says: /Page 12/,
  },
  { rule: "text-cut", bad: words(BLACK, 8, "200 32"), good: words(BLACK, 8, "200 56") },
];
