/** Rules that are measured on the separations. */
import type { PressChange } from "../../../fixtures/pdf/press-pdf.ts";
import type { RuleCase } from "./rule-case.ts";

/** Paint on the only page. */
function painted(operators: string): PressChange {
  return { pageCount: 1, content: `q /Knockout gs ${operators} Q\n` };
}

const demands = { pageMultiple: 1 };

/** A circle by four curves. */
function circle(x: number, y: number, radius: number): string {
  const k = radius * 0.5523;
  return [
    `${x + radius} ${y} m`,
    `${x + radius} ${y + k} ${x + k} ${y + radius} ${x} ${y + radius} c`,
    `${x - k} ${y + radius} ${x - radius} ${y + k} ${x - radius} ${y} c`,
    `${x - radius} ${y - k} ${x - k} ${y - radius} ${x} ${y - radius} c`,
    `${x + k} ${y - radius} ${x + radius} ${y - k} ${x + radius} ${y} c f`,
  ].join(" ");
}

/** A picture of one colour, as samples or as what cannot be unpacked. */
function picture(filter?: string): PressChange {
  const side = 300;
  return {
    pageCount: 1,
    content: "q 72 0 0 72 100 300 cm /P Do Q\n",
    resources: ({ stream }) => ({
      XObject: {
        P: stream(new Uint8Array(side * side).fill(128), {
          Type: "XObject",
          Subtype: "Image",
          Width: side,
          Height: side,
          BitsPerComponent: 8,
          ColorSpace: "DeviceGray",
          ...(filter === undefined ? {} : { Filter: filter }),
        }),
      },
    }),
  };
}

export const SEPARATION_CASES: readonly RuleCase[] = [
  {
    rule: "ink-coverage",
    bad: painted("0.9 0.9 0.9 0.6 k 97 303 60 60 re f"),
    good: painted("0.8 0.8 0.8 0.6 k 97 303 60 60 re f"),
    demands,
    says: /3(?:29|30) % in all, 300 % at most, on about 4 cm².*2[01] mm from the left, 34 mm from the top/s,
  },
  {
    rule: "ink-coverage",
    bad: painted("1 1 0 0 k 97 303 60 60 re f /Overprint gs 0 0 1 0.5 k 97 303 30 30 re f"),
    good: painted("1 1 0 0 k 97 303 60 60 re f /Knockout gs 0 0 1 0.5 k 97 303 30 30 re f"),
    demands,
    says: /350 %/,
  },
  {
    rule: "ink-coverage",
    bad: painted("1 1 0.6 0.6 k 97 303 4 4 re f"),
    // A speck, and a ground that is cut off.
    good: painted("1 1 0.6 0.6 k 97 303 1.5 1.5 re f 4 303 20 20 re f"),
    demands,
  },
  {
    rule: "ink-coverage",
    bad: painted("0.8 0.8 0.8 0.2 k 97 303 60 60 re f"),
    good: painted("0.8 0.8 0.6 0.1 k 97 303 60 60 re f"),
    demands: { ...demands, inkLimit: 2.4 },
    says: /240 % at most/,
  },
  {
    rule: "bleed-content",
    bad: painted("0 1 1 0 k 40 200 60 60 re f"),
    good: painted("0 1 1 0 k 31.4 200 60 60 re f 42 100 60 60 re f"),
    demands,
    says: /0 mm beyond the trim, 3 mm wanted, on 21 mm of a side.*0 mm from the left, 7[01] mm/s,
  },
  {
    rule: "bleed-content",
    bad: painted("0 1 1 0 k 300 200 64 60 re f"),
    good: painted("0 1 1 0 k 300 200 69 60 re f"),
    demands,
    says: /1\.5 mm beyond/,
  },
  {
    rule: "bleed-content",
    bad: painted("0 1 1 0 k 100 34.4 60 60 re f"),
    good: painted("0 1 1 0 k 100 31.5 60 60 re f"),
    demands,
    says: /2 mm beyond/,
  },
  {
    rule: "bleed-content",
    bad: painted("0.05 0 0 0 k 200 40 60 60 re f"),
    // It runs out as it was drawn, and so does a slanted one.
    good: painted(`0.05 0 0 0 k ${circle(200, 140, 115)} 40 200 m 20 220 l 60 260 l 100 220 l f`),
    demands,
  },
  {
    rule: "unmeasured-ink",
    bad: picture("JPXDecode"),
    good: picture(),
    demands,
    says: /page 1/,
  },
];
