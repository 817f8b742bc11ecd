/** Rules about pages, fonts, transparency and colour spaces. */
import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import { tint, type PressChange, type PressFile } from "../../../fixtures/pdf/press-pdf.ts";
import type { Literal, LiteralDict } from "../../../fixtures/pdf/tagged-pdf.ts";
import { onPage, setEntry, text, type RuleCase } from "./rule-case.ts";

function onPages(key: string, value: Literal): PressChange {
  return {
    mend: (file) => {
      for (const page of file.pages) setEntry(file, page, key, value);
    },
  };
}

/** A second font, with text in it that stands well inside the page. */
function withFont(
  entries: LiteralDict,
  options: { readonly mode?: number; readonly shown?: string } = {},
): PressChange {
  const { mode = 0, shown = "(Rapport)" } = options;
  return {
    content: `/Overprint gs 0 0 0 1 k BT ${mode} Tr /F1 12 Tf 1 0 0 1 100 200 Tm ${shown} Tj ET\n`,
    resources: ({ obj }) => ({ Font: { F1: obj({ Type: "Font", ...entries }) } }),
  };
}

const helvetica = { Subtype: "Type1", BaseFont: "Helvetica", Encoding: "WinAnsiEncoding" };

function changeProgram(change: (file: PressFile, descriptor: PDFDict) => void): PressChange {
  return {
    mend: (file) => {
      const fonts = file.resources.lookup(PDFName.of("Font"), PDFDict);
      const font = fonts.lookup(PDFName.of("F0"), PDFDict);
      change(file, font.lookup(PDFName.of("FontDescriptor"), PDFDict));
    },
  };
}

/** A composite font whose letters are glyph numbers, embedded with the program of the other. */
function withComposite(shown: string): PressChange {
  return {
    content: `/Overprint gs 0 0 0 1 k BT /F1 12 Tf 1 0 0 1 100 200 Tm ${shown} Tj ET\n`,
    resources: ({ obj, resources }) => {
      const fonts = resources.lookup(PDFName.of("Font"), PDFDict);
      const simple = fonts.lookup(PDFName.of("F0"), PDFDict);
      const descriptor = simple.lookup(PDFName.of("FontDescriptor"), PDFDict);
      return {
        Font: {
          F1: obj({
            Type: "Font",
            Subtype: "Type0",
            BaseFont: "ABCDEF+Inter-Regular",
            Encoding: "Identity-H",
            DescendantFonts: [
              {
                Type: "Font",
                Subtype: "CIDFontType2",
                BaseFont: "ABCDEF+Inter-Regular",
                W: [0, [500, 600], 2, 9, 600],
                FontDescriptor: descriptor,
              },
            ],
          }),
        },
      };
    },
  };
}

function transparent(entries: LiteralDict, group?: Literal): PressChange {
  return {
    content: "q /G gs 0 0.6 1 0 k 100 100 50 50 re f Q\n",
    resources: ({ obj }) => ({ ExtGState: { G: obj({ Type: "ExtGState", ...entries }) } }),
    ...(group === undefined ? {} : onPage("Group", group)),
  };
}

const cmykGroup = { S: "Transparency", CS: "DeviceCMYK" };

/** A mask whose form is painted in a colour. */
function masked(form: string, space: string): PressChange {
  return {
    content: "q /G gs 0 0.6 1 0 k 100 100 50 50 re f Q\n",
    resources: ({ obj, stream }) => ({
      ExtGState: {
        G: obj({
          SMask: {
            S: "Luminosity",
            G: stream(form, {
              Type: "XObject",
              Subtype: "Form",
              BBox: [0, 0, 400, 500],
              Group: { S: "Transparency", CS: space },
            }),
          },
        }),
      },
    }),
    ...onPage("Group", cmykGroup),
  };
}

/** A square in a colour space of its own. */
function painted(space: (file: PressFile) => Literal, components: string): PressChange {
  return {
    content: `q /Knockout gs /S cs ${components} scn 100 100 50 50 re f Q\n`,
    resources: (file) => ({ ColorSpace: { S: file.obj(space(file)) } }),
  };
}

const calibrated = (family: string): Literal => [family, { WhitePoint: [0.9505, 1, 1.089] }];
const profiled =
  (components: number) =>
  ({ stream }: PressFile): Literal => ["ICCBased", stream("", { N: components })];
const orange = tint([0, 0, 0, 0], [0, 0.6, 1, 0]);
const spot = (alternate: Literal, transform: Literal = orange): Literal => [
  "Separation",
  "Orange",
  alternate,
  transform,
];

/** A pattern that repeats, over a square. */
function tiled(content: string): PressChange {
  return {
    content: "/Knockout gs /Pattern cs /P scn 100 100 50 50 re f\n",
    resources: ({ stream, resources }) => ({
      Pattern: {
        P: stream(content, {
          PatternType: 1,
          PaintType: 1,
          TilingType: 1,
          BBox: [0, 0, 10, 10],
          XStep: 10,
          YStep: 10,
          Resources: resources,
        }),
      },
    }),
  };
}

export const PAGE_CASES: readonly RuleCase[] = [
  {
    rule: "page-boxes",
    bad: onPage("TrimBox", undefined),
    good: {
      mend: (file) => {
        setEntry(file, file.pages[0], "TrimBox", undefined);
        setEntry(file, file.pages[0], "ArtBox", [40, 40, 360, 460]);
      },
    },
    also: ["page-size", "bleed-room", "box-nesting"],
  },
  { rule: "page-boxes", bad: onPage("ArtBox", [50, 50, 350, 450]), good: {}, says: /ArtBox/ },
  {
    rule: "box-nesting",
    bad: onPages("BleedBox", [31, 41, 369, 469]),
    good: onPages("BleedBox", [30, 30, 370, 470]),
    also: ["bleed-room"],
    says: /trim box goes beyond the bleed box/,
  },
  {
    rule: "box-nesting",
    bad: onPages("MediaBox", [0, 0, 400, 468]),
    good: onPages("MediaBox", [0, 0, 400, 469]),
    says: /bleed box goes beyond the media box/,
  },
  {
    rule: "crop-box",
    bad: onPage("CropBox", [50, 50, 350, 450]),
    good: onPage("CropBox", [0, 0, 400, 500]),
  },
  {
    rule: "page-size",
    bad: {
      mend: (file) => {
        setEntry(file, file.pages[1], "TrimBox", [40, 40, 360, 455]);
      },
    },
    good: {
      mend: (file) => {
        setEntry(file, file.pages[1], "MediaBox", [0, 0, 500, 400]);
        setEntry(file, file.pages[1], "BleedBox", [31, 31, 469, 369]);
        setEntry(file, file.pages[1], "TrimBox", [40, 40, 460, 360]);
        setEntry(file, file.pages[1], "Rotate", 90);
      },
    },
    says: /page 1 is 112\.9 mm by 148\.2 mm/,
  },
  {
    rule: "page-size",
    bad: {},
    good: onPages("TrimBox", [40, 40, 340, 440]),
    demands: { trim: { widthMm: 105.83, heightMm: 141.11 } },
  },
  { rule: "page-count", bad: { pageCount: 3 }, good: { pageCount: 8 }, says: /3 pages/ },
  {
    rule: "bleed-room",
    bad: onPages("BleedBox", [31, 31, 366, 469]),
    good: onPages("BleedBox", [31.5, 31.5, 368.5, 468.5]),
    says: /2\.1 mm, 3 mm wanted/,
  },
  {
    rule: "bleed-room",
    bad: {},
    good: onPages("BleedBox", [25, 25, 375, 475]),
    demands: { bleedMm: 5 },
  },
  {
    rule: "annotation-in-bleed",
    bad: onPage("Annots", [{ Type: "Annot", Subtype: "Link", Rect: [0, 0, 32, 32] }]),
    good: onPage("Annots", [
      { Type: "Annot", Subtype: "Link", Rect: [0, 0, 31, 31] },
      { Type: "Annot", Subtype: "PrinterMark", Rect: [0, 0, 400, 500] },
    ]),
    says: /Link/,
  },
  {
    rule: "font-not-embedded",
    bad: withFont(helvetica),
    good: {
      resources: ({ obj }) => ({ Font: { F1: obj({ Type: "Font", ...helvetica }) } }),
    },
    says: /Helvetica.*Rapport/s,
  },
  {
    rule: "invisible-font-not-embedded",
    bad: withFont(helvetica, { mode: 3 }),
    good: {},
    says: /Helvetica/,
  },
  {
    rule: "font-damaged",
    bad: changeProgram((file, descriptor) => {
      setEntry(file, descriptor, "FontFile2", file.stream("%!PS", { Length1: 4 }));
    }),
    good: changeProgram((file, descriptor) => {
      setEntry(file, descriptor, "FontFile2", undefined);
      setEntry(file, descriptor, "FontFile3", file.stream("\x01\0\x04", { Subtype: "Type1C" }));
    }),
  },
  { rule: "missing-glyph", bad: withComposite("<00010000>"), good: withComposite("<00010002>") },
  {
    rule: "blending-space",
    bad: transparent({ ca: 0.5 }),
    good: transparent({ ca: 0.5 }, cmykGroup),
    says: /opacity/,
  },
  {
    rule: "blending-space",
    bad: transparent({ BM: "Multiply" }, { S: "Transparency" }),
    good: transparent({ BM: "Normal", ca: 1 }),
    says: /Multiply/,
  },
  {
    rule: "blending-colours",
    bad: transparent({ ca: 0.5 }, { S: "Transparency", CS: "DeviceRGB" }),
    good: masked("0.5 g 0 0 400 500 re f", "DeviceGray"),
    says: /DeviceRGB/,
  },
  {
    rule: "unreadable-content",
    bad: { content: "q /Nothing Do Q\n" },
    good: {},
    says: /Nothing/,
  },
  {
    rule: "unreadable-content",
    bad: {
      content: "/X Do\n",
      resources: ({ stream, resources }) => ({
        XObject: {
          X: stream("/X Do", { Subtype: "Form", BBox: [0, 0, 9, 9], Resources: resources }),
        },
      }),
    },
    good: {
      content: "/X Do /X Do\n",
      resources: ({ stream }) => ({
        XObject: { X: stream("", { Subtype: "Form", BBox: [0, 0, 9, 9] }) },
      }),
    },
    says: /paints itself/,
  },
  {
    rule: "device-colour",
    bad: { content: "/Knockout gs 1 0 0 rg 100 100 50 50 re f\n" },
    good: {
      content: "/Knockout gs 1 0 0 rg 100 100 50 50 re f\n",
      resources: (file) => ({ ColorSpace: { DefaultRGB: file.obj(profiled(3)(file)) } }),
    },
    says: /DeviceRGB/,
  },
  {
    rule: "device-colour",
    bad: masked("1 0 0 rg 0 0 400 500 re f", "DeviceCMYK"),
    good: masked("0.5 g 0 0 400 500 re f", "DeviceCMYK"),
  },
  {
    rule: "device-colour",
    bad: tiled("1 0 0 rg 0 0 5 5 re f"),
    good: tiled("0 1 1 0 k 0 0 5 5 re f"),
  },
  {
    rule: "device-colour",
    bad: painted(() => ["Indexed", "DeviceRGB", 0, text("\0\0\0")], "0"),
    good: painted(() => ["Indexed", "DeviceCMYK", 0, text("\0\0\0\0")], "0"),
  },
  {
    rule: "calibrated-colour",
    bad: painted(() => calibrated("CalRGB"), "1 0 0"),
    good: painted(profiled(3), "1 0 0"),
    says: /CalRGB/,
  },
  {
    rule: "unknown-colour",
    bad: { content: "/Lost cs 1 scn 100 100 50 50 re f\n" },
    good: {},
    says: /Lost/,
  },
  {
    rule: "managed-colour",
    bad: painted(profiled(3), "1 0 0"),
    good: painted(() => spot("DeviceCMYK"), "0"),
  },
  {
    rule: "profiled-overprint",
    bad: {
      ...painted(profiled(4), "0 1 1 0"),
      content: "/Overprint gs /S cs 0 1 1 0 scn 100 100 50 50 re f\n",
    },
    good: painted(profiled(4), "0 1 1 0"),
  },
  {
    rule: "spot-alternate",
    bad: painted(() => spot("DeviceRGB", tint([1, 1, 1], [1, 0.5, 0])), "1"),
    good: painted(() => spot("DeviceCMYK"), "1"),
    says: /Orange/,
  },
  {
    rule: "spot-definition",
    bad: {
      content: "/Knockout gs /S cs 1 scn 99 99 9 9 re f /T cs 1 scn 99 120 9 9 re f\n",
      resources: ({ obj }) => ({
        ColorSpace: {
          S: obj(spot("DeviceCMYK")),
          T: obj(spot("DeviceCMYK", tint([0, 0, 0, 0], [0, 0.5, 1, 0]))),
        },
      }),
    },
    good: {
      content: "/Knockout gs /S cs 1 scn 99 99 9 9 re f /T cs 1 scn 99 120 9 9 re f\n",
      resources: ({ obj, context }) => ({
        ColorSpace: {
          S: obj(spot("DeviceCMYK")),
          T: obj(spot("DeviceCMYK", context.register(obj(orange)))),
        },
      }),
    },
  },
  {
    rule: "spot-ink",
    bad: painted(() => spot("DeviceCMYK"), "1"),
    good: painted(() => ["DeviceN", ["Cyan", "Black"], "DeviceCMYK", orange], "1 0"),
    says: /Orange.*page 1|page 1.*Orange/s,
  },
  {
    rule: "registration-colour",
    bad: { content: "/Knockout gs /All cs 1 scn 350 250 20 20 re f\n" },
    good: { content: "/Knockout gs /All cs 1 scn 369 250 20 20 re f\n" },
  },
  {
    rule: "registration-colour",
    bad: { content: "/All CS 1 SCN 1 w 40 0 m 40 20 l 350 500 m 350 450 l S\n" },
    // Marks of two corners, as one path round the page; in black, and as bars, as well.
    good: {
      content: `/All CS 1 SCN 0.1 w 40 0 m 40 20 l 360 500 m 360 480 l S
        /Knockout gs 0 0 0 1 K 0.1 w 40 0 m 40 20 l 360 500 m 360 480 l S
        0 0 0 1 k 40 0 0.1 20 re 360 480 0.1 20 re f\n`,
    },
  },
  {
    rule: "marks-in-bleed",
    bad: { content: "/All CS 1 SCN 0.25 w 40 0 m 40 35 l S\n" },
    good: { content: "/All CS 1 SCN 0.25 w 40 0 m 40 30 l S\n" },
  },
];
