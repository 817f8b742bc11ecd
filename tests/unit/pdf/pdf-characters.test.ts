/** What codes read as, on small PDFs with one defect each: the judge of structure, rules of characters. */
import { PDFName, PDFString, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { findingSchema } from "../../../src/judges/verdict/finding.ts";
import { pdfStructureJudge, readForJudging } from "../../../src/judges/pdf/pdf-structure.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import {
  makeTaggedPdf,
  toDict,
  type LiteralDict,
  type Tag,
  type TaggedPdf,
} from "../../fixtures/pdf/tagged-pdf.ts";

interface Font {
  readonly dict: LiteralDict;
  /** Entries of ToUnicode, e.g. `<61> <E071>`. */
  readonly toUnicode?: readonly string[];
  /** A CMap for the encoding of a composite font. */
  readonly cmap?: string;
}

interface Planted extends Omit<TaggedPdf, "tags"> {
  /** F0 is the font of tagged text; the others are for `content`. */
  readonly fonts?: Readonly<Record<string, Font>>;
  readonly tags?: readonly Tag[];
}

const RULES = /^pdf-(?:private-character|no-character|unmapped-code|font-encoding)$/;
const heading: Tag = { role: "H1", text: "Title" };
const helvetica: LiteralDict = {
  Type: "Font",
  Subtype: "Type1",
  BaseFont: "Helvetica",
  Encoding: "WinAnsiEncoding",
};
const composite = (more: LiteralDict = {}): LiteralDict => ({
  Type: "Font",
  Subtype: "Type0",
  BaseFont: "Planted",
  Encoding: "Identity-H",
  DescendantFonts: [{ Type: "Font", Subtype: "CIDFontType2", BaseFont: "Planted" }],
  ...more,
});

function fontRef(context: PDFContext, { dict, toUnicode, cmap }: Font): PDFRef {
  const font = toDict(context, dict);
  if (toUnicode !== undefined) {
    const map = `${toUnicode.length} beginbfchar\n${toUnicode.join("\n")}\nendbfchar`;
    font.set(PDFName.of("ToUnicode"), context.register(context.flateStream(map)));
  }
  if (cmap !== undefined) {
    font.set(PDFName.of("Encoding"), context.register(context.flateStream(cmap)));
  }
  return context.register(font);
}

async function judge({ fonts = {}, tags = [heading], ...wanted }: Planted) {
  const bytes = await makeTaggedPdf({
    ...wanted,
    tags,
    mend: (pdf, elements, root) => {
      for (const [name, font] of Object.entries(fonts)) {
        const ref = fontRef(pdf.context, font);
        for (const page of pdf.getPages()) page.node.setFontDictionary(PDFName.of(name), ref);
      }
      wanted.mend?.(pdf, elements, root);
    },
  });
  const reading = await readForJudging(await openPdf(bytes));
  const judged = await pdfStructureJudge.judge(reading, new AbortController().signal);
  const ofCharacters = (list: typeof judged.findings) =>
    list.filter(({ rule }) => RULES.test(rule));
  for (const finding of judged.findings)
    expect(findingSchema.safeParse(finding).success).toBe(true);
  return {
    findings: ofCharacters(judged.findings),
    doubts: ofCharacters(judged.toReview ?? []),
  };
}

/** The rules of findings, and of doubts with a question mark. */
async function rulesOf(planted: Planted): Promise<readonly string[]> {
  const { findings, doubts } = await judge(planted);
  return [...findings.map(({ rule }) => rule), ...doubts.map(({ rule }) => `${rule}?`)];
}

const show = (text: string, font = "F1"): string => `BT /${font} 9 Tf 20 20 Td ${text} Tj ET`;

test("text that reads as it looks has no finding", async () => {
  expect(
    await rulesOf({
      tags: [heading, { role: "P", text: "\u00C9t\u00E9, \u00AB l\u00E0 \u00BB \u0095 5 \u0080" }],
    }),
  ).toEqual([]);
});

test("a finding names page, character, font, and the text around", async () => {
  const { findings } = await judge({
    fonts: { F0: { dict: helvetica, toUnicode: ["<34> <E075>", "<30> <E071>"] } },
    tags: [heading, { role: "P", page: 2, text: "In all 400 people." }],
    pageCount: 2,
  });
  expect(findings).toMatchObject([
    {
      rule: "pdf-private-character",
      impact: "serious",
      where: "page 2",
      message:
        "Text reads as a character that means nothing outside its font (U+E075, U+E071), in “In all [U+E075][U+E071][U+E071] people.”, font Helvetica; 3 such letters on the page.",
    },
  ]);
});

describe("ToUnicode", () => {
  test.each([
    ["<61> <E000>", ["pdf-private-character"]],
    ["<61> <DBC0DC00>", ["pdf-private-character"]],
    ["<61> <0000>", ["pdf-no-character"]],
    ["<61> <FFFD>", ["pdf-no-character"]],
    ["<61> <FEFF>", ["pdf-no-character"]],
    ["<61> <FFFE>", ["pdf-no-character"]],
    ["<61> <D800>", ["pdf-no-character"]],
    ["<61> <>", ["pdf-unmapped-code"]],
    ["<61> <00660069>", []],
    ["<61> <200B>", []],
    // No letter of the page has this code.
    ["<7A> <0000>", []],
  ])("%s", async (entry, rules) => {
    const fonts = { F0: { dict: helvetica, toUnicode: [entry] } };
    expect(await rulesOf({ fonts, tags: [{ role: "H1", text: "a" }] })).toEqual(rules);
  });

  test("by a name", async () => {
    const fonts = { F1: { dict: composite({ ToUnicode: "Identity-H" }) } };
    expect(await rulesOf({ fonts, content: show("<0061>") })).toEqual([]);
    expect(await rulesOf({ fonts, content: show("<E061>") })).toEqual(["pdf-private-character"]);
  });

  test("whose range goes on after the last character", async () => {
    const dict = composite();
    const cmap = "1 beginbfrange <0000> <FFFF> <DBFFDFFF> endbfrange";
    const planted: Planted = {
      content: show("<0000>"),
      mend: (pdf) => {
        const font = toDict(pdf.context, dict);
        font.set(PDFName.of("ToUnicode"), pdf.context.register(pdf.context.flateStream(cmap)));
        pdf.getPage(0).node.setFontDictionary(PDFName.of("F1"), pdf.context.register(font));
      },
    };
    expect(await rulesOf(planted)).toEqual([]);
  });
});

describe("composite fonts", () => {
  test("codes that ToUnicode lacks", async () => {
    const fonts = { F1: { dict: composite(), toUnicode: ["<0003> <0061>"] } };
    const { findings } = await judge({ fonts, content: show("<000300050003>") });
    expect(findings.map(({ rule }) => rule)).toEqual(["pdf-unmapped-code"]);
    expect(findings[0]?.message).toContain("(code 0x05), in “Title a[code 0x05]a”, font Planted.");
  });

  test.each([
    ["without a map", composite(), ["pdf-unmapped-code"]],
    ["by the name of their encoding", composite({ Encoding: "UniJIS-UTF16-H" }), []],
    ["whose encoding is a table of readers'", composite({ Encoding: "90ms-RKSJ-H" }), []],
    [
      "of a collection that readers know",
      composite({
        DescendantFonts: [
          { Subtype: "CIDFontType2", CIDSystemInfo: { Ordering: PDFString.of("Japan1") } },
        ],
      }),
      [],
    ],
  ])("%s", async (_, dict, rules) => {
    expect(await rulesOf({ fonts: { F1: { dict } }, content: show("<0041>") })).toEqual(rules);
  });

  test("codes of one and of two bytes, by the encoding in the file", async () => {
    const font = {
      dict: composite(),
      cmap: "2 begincodespacerange <00> <7F> <8140> <9FFC> endcodespacerange",
      toUnicode: ["<41> <0041>", "<8140> <3042>"],
    };
    expect(await rulesOf({ fonts: { F1: font }, content: show("<41814041>") })).toEqual([]);
    const { findings } = await judge({ fonts: { F1: font }, content: show("<418141>") });
    expect(findings[0]?.message).toContain("code 0x8141");
  });
});

describe("simple fonts without a map", () => {
  const encoded = (...names: readonly string[]): LiteralDict => ({
    ...helvetica,
    Encoding: { Type: "Encoding", BaseEncoding: "WinAnsiEncoding", Differences: [1, ...names] },
  });

  test.each([
    ["eacute", []],
    ["uni20AC", []],
    ["u1F600", []],
    ["f_f_i", []],
    ["a.sc", []],
    ["afii10017", []],
    ["Aacutesmall", ["pdf-private-character"]],
    ["uniE000", ["pdf-private-character"]],
    ["g12", ["pdf-unmapped-code"]],
    ["parenleftbig", ["pdf-unmapped-code"]],
    [".notdef", ["pdf-unmapped-code"]],
  ])("a glyph named %s", async (name, rules) => {
    expect(
      await rulesOf({ fonts: { F1: { dict: encoded(name) } }, content: show("<01>") }),
    ).toEqual(rules);
  });

  const described = (subtype: string, flags: number): LiteralDict => ({
    Subtype: subtype,
    BaseFont: "Planted",
    FontDescriptor: { Type: "FontDescriptor", Flags: flags },
  });

  test.each<[string, LiteralDict, string, readonly string[]]>([
    ["WinAnsiEncoding, a letter", helvetica, "<E9>", []],
    ["WinAnsiEncoding, a control", helvetica, "<05>", ["pdf-unmapped-code"]],
    ["MacRomanEncoding", { ...helvetica, Encoding: "MacRomanEncoding" }, "<8E>", []],
    ["StandardEncoding, a letter", { ...helvetica, Encoding: "StandardEncoding" }, "<E1>", []],
    [
      "StandardEncoding, nothing",
      { ...helvetica, Encoding: "StandardEncoding" },
      "<80>",
      ["pdf-unmapped-code"],
    ],
    ["none, in a font that every reader has", { Subtype: "Type1", BaseFont: "Symbol" }, "<61>", []],
    ["none, in a font of letters", described("TrueType", 32), "<61>", []],
    ["none, in TrueType of signs", described("TrueType", 4), "<61>", ["pdf-unmapped-code"]],
    ["none, where the font may say it", described("Type1", 4), "<61>", ["pdf-font-encoding?"]],
  ])("%s", async (_, dict, text, rules) => {
    expect(await rulesOf({ fonts: { F1: { dict } }, content: show(text) })).toEqual(rules);
  });
});

describe("where it stands", () => {
  const fonts = { F0: { dict: helvetica, toUnicode: ["<61> <E000>"] } };
  const letter = show("(a)", "F0");
  const one = ["pdf-private-character"];
  const doubt = ["pdf-private-character?"];

  test.each<[string, Planted, readonly string[]]>([
    ["in an element", { tags: [{ role: "H1", text: "a" }] }, one],
    [
      "in an element with ActualText",
      { tags: [{ role: "H1", text: "a", actualText: "x" }] },
      doubt,
    ],
    [
      "in an element of one with Alt",
      { tags: [{ role: "Figure", alt: "x", kids: [{ role: "Span", text: "a" }] }] },
      doubt,
    ],
    [
      "in a Span with ActualText",
      { content: `/Span <</ActualText (x)>> BDC ${letter} EMC` },
      doubt,
    ],
    ["behind such a Span", { content: `/Span <</ActualText (x)>> BDC EMC ${letter}` }, one],
    ["in an artifact", { content: `/Artifact BMC ${letter} EMC` }, doubt],
    ["in neither", { content: letter }, one],
    ["painted invisibly", { content: `3 Tr ${letter}` }, one],
    ["with another font after it", { content: `q ${letter} Q BT /F9 9 Tf (a) Tj ET` }, one],
  ])("%s", async (_, planted, rules) => {
    expect(await rulesOf({ tags: [{ role: "H1", text: "T" }], ...planted, fonts })).toEqual(rules);
  });

  test("in both, once each", async () => {
    const content = `${letter} /Artifact BMC ${letter} EMC`;
    expect(await rulesOf({ fonts, content })).toEqual([...one, ...doubt]);
  });

  test("in a document without tags", async () => {
    const rules = await rulesOf({
      fonts,
      tags: [{ role: "P", text: "a" }],
      mend: (pdf) => {
        pdf.catalog.delete(PDFName.of("StructTreeRoot"));
      },
    });
    expect(rules).toEqual(one);
  });

  test("in a form that is painted in an artifact, and in one that paints itself", async () => {
    const planted = (content: string): Planted => ({
      fonts,
      content,
      mend: (pdf) => {
        const { context } = pdf;
        const form = context.stream(`EMC ${letter} /Fm Do EMC`, {
          Type: "XObject",
          Subtype: "Form",
          BBox: [0, 0, 300, 400],
        });
        pdf.getPage(0).node.setXObject(PDFName.of("Fm"), context.register(form));
      },
    });
    expect(await rulesOf(planted("/Artifact BMC /Fm Do EMC"))).toEqual(doubt);
    expect(await rulesOf(planted("/Fm Do"))).toEqual(one);
    const { findings } = await judge(planted("/Fm Do"));
    expect(findings[0]?.message).not.toContain("such letters");
    expect(await rulesOf(planted(`/Artifact BMC /Fm Do ${letter} EMC`))).toEqual(doubt);
  });
});
