import { PDFArray, PDFName } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/judges/verdict/finding.ts";
import type { Judgement } from "../../../src/judges/verdict/judge.ts";
import {
  pdfiumReader,
  pdfjsReader,
  readingFidelityJudge,
  type PageReader,
} from "../../../src/judges/pdf/reading-fidelity.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { makeTaggedPdf, toDict, type TaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";

describe("the judge of the structure tree", () => {
  const source = "Tides\nA boat lay at the quay.\nA red boat\n1 See the note.\nIt left at noon.\n";
  const sound: TaggedPdf = {
    tags: [
      { role: "H1", text: "Tides" },
      {
        role: "P",
        kids: [
          { role: "Span", text: "A bo" },
          { role: "Span", text: "at lay at" },
          { role: "Link", text: " the quay.", link: { page: 1 } },
        ],
      },
      { role: "Figure", text: "glyphs of the picture", alt: "A red boat" },
      {
        role: "Note",
        kids: [
          { role: "Lbl", text: "1" },
          { role: "P", text: "See the note." },
        ],
      },
      { role: "P", text: "It left at n-", actualText: "It left at noon." },
    ],
  };

  test("finds nothing where the file reads as its source", async () => {
    expect(await judge(sound, source)).toEqual([]);
  });

  test("tells an element that fell out of the tree", async () => {
    const findings = await judge(
      {
        ...sound,
        mend: (_pdf, _elements, root) => {
          root.lookup(PDFName.of("K"), PDFArray).remove(3);
        },
      },
      source,
    );
    expect(findings).toMatchObject([
      { rule: "reading-fidelity", message: "the PDF does not read “1 SEE THE NOTE.”" },
    ]);
  });

  test("tells words that the source does not have, and blocks in another order", async () => {
    const [title, ...rest] = sound.tags;
    if (title === undefined) throw new Error("the sound file has a title");
    const header = { role: "P", text: "Running header" };
    expect(await judge({ tags: [title, header, ...rest] }, source)).toMatchObject([
      { message: "the PDF reads “RUNNING HEADER”, which the source does not have" },
    ]);
    expect(await judge({ tags: [...rest, title] }, source)).not.toEqual([]);
  });

  test("guesses no space where a line ends: the file has to have it", async () => {
    const lines = (first: string): TaggedPdf => ({
      tags: [{ role: "P", text: "" }],
      mend: (pdf) => {
        const content = `/P <</MCID 0>> BDC BT /F0 12 Tf 14 TL 20 380 Td (${first}) Tj T* (line) Tj ET EMC`;
        const ref = pdf.context.register(pdf.context.stream(content));
        pdf.getPage(0).node.set(PDFName.of("Contents"), ref);
      },
    });
    expect(await judge(lines("end of the "), "end of the line")).toEqual([]);
    expect(await judge(lines("end of the"), "end of the line")).toMatchObject([
      { message: "the PDF reads “THELINE” where the source has “THE LINE”" },
    ]);
  });

  test("tells a file without tags", async () => {
    expect(await judge({ tags: [] }, source)).toHaveLength(1);
  });
});

async function judge(wanted: TaggedPdf, expected: string): Promise<readonly Finding[]> {
  return (await judgeReaders(wanted, expected, [])).findings;
}

async function judgeReaders(
  wanted: TaggedPdf,
  expected: string,
  readers?: readonly PageReader[],
): Promise<Judgement> {
  const pdf = await openPdf(await makeTaggedPdf(wanted));
  const subject = { pdf, expected, ...(readers && { readers }) };
  return readingFidelityJudge.judge(subject, new AbortController().signal);
}

describe("the judge of readers", () => {
  const source = "Tides\nThe total is 400 boats.\nIt left at noon.";
  const sound: TaggedPdf = {
    pageCount: 2,
    tags: [
      { role: "H1", text: "Tides" },
      { role: "P", text: "The total is 400 boats." },
      { role: "P", text: "It left at noon.", page: 2 },
    ],
    content: "/Artifact BMC BT /F0 12 Tf 20 20 Td (Page 1) Tj ET EMC",
  };
  const readers = [pdfiumReader, pdfjsReader];

  test("finds nothing where all read the pages as the tree, artifacts beside", async () => {
    expect(await judgeReaders(sound, source, readers)).toEqual({ findings: [], toReview: [] });
  });

  /** Gives the font's codes other characters; the tree reads right by ActualText. */
  const mapped = (codes: string, actualText?: string): TaggedPdf => ({
    ...sound,
    mend: (pdf) => {
      const cmap = `1 begincodespacerange <00> <ff> endcodespacerange
        1 beginbfrange <20> <7e> <0020> endbfrange ${codes}`;
      const { context } = pdf;
      const font = toDict(context, {
        Type: "Font",
        Subtype: "Type1",
        BaseFont: "Helvetica",
        Encoding: "WinAnsiEncoding",
        ToUnicode: context.register(context.stream(cmap)),
      });
      pdf.getPage(0).node.setFontDictionary(PDFName.of("F0"), context.register(font));
      if (actualText === undefined) return;
      const text = Buffer.from(actualText, "latin1").toString("hex");
      const content = context.stream(
        `/H1 <</MCID 0>> BDC BT /F0 12 Tf 20 380 Td (Tides) Tj ET EMC
         /P <</MCID 1>> BDC /Span <</ActualText <${text}>>> BDC
         BT /F0 12 Tf 20 350 Td (The total is 400 boats.) Tj ET EMC EMC`,
      );
      pdf.getPage(0).node.set(PDFName.of("Contents"), context.register(content));
    },
  });
  const privateFour = "1 beginbfchar <34> <e075> endbfchar";

  test("the fonts of the planted files are sound but for what is planted", async () => {
    const wanted = mapped("", "The total is 400 boats.");
    expect(await judgeReaders(wanted, source, readers)).toEqual({ findings: [], toReview: [] });
  });

  test("finds a digit that reads as a character of private use, once", async () => {
    const { findings } = await judgeReaders(mapped(privateFour), source, readers);
    expect(findings).toMatchObject([
      {
        rule: "reading-fidelity",
        message: "the PDF reads “<U+E075>00” where the source has “400”",
      },
    ]);
  });

  test("finds it in the program that does not know what the tree reads instead", async () => {
    const wanted = mapped(privateFour, "The total is 400 boats.");
    expect(await judgeReaders(wanted, source)).toMatchObject({ findings: [] });
    const { findings } = await judgeReaders(wanted, source, readers);
    expect(findings).toMatchObject([
      {
        rule: "reading-fidelity",
        where: "page 1, after “Tides The total is”",
        message: "pdf.js reads “<U+E075>00” where the source has “400”",
      },
    ]);
  });

  test("finds a space that reads as nothing", async () => {
    const wanted = mapped("1 beginbfchar <20> <200b> endbfchar");
    const { findings } = await judgeReaders(wanted, source);
    expect(findings[0]).toMatchObject({
      message: "the PDF reads “THETOTALIS400BOATS.” where the source has “THE TOTAL IS 400 BOATS.”",
    });
  });

  const turnedRound: PageReader = {
    name: "A reader",
    read: () => Promise.resolve(["The total is 400 boats.\nTides", "It left at noon."]),
  };

  test("finds another order where the page is painted in that of the structure", async () => {
    expect(await judgeReaders(sound, source, [turnedRound])).toMatchObject({
      findings: [
        {
          rule: "reading-order",
          where: "page 1, after “The total is 400 boats.”",
          message: "A reader reads “Tides” here, which the structure has elsewhere",
        },
      ],
      toReview: [],
    });
  });

  test("leaves it to a person where the page is painted in another order, once a page", async () => {
    const [title, total, last] = sound.tags;
    if (!title || !total || !last) throw new Error("the sound file has three blocks");
    const painted = (text: string, id: number, y: number): string =>
      `/P <</MCID ${id}>> BDC BT /F0 12 Tf 20 ${y} Td (${text}) Tj ET EMC`;
    const wanted: TaggedPdf = {
      ...sound,
      mend: (pdf) => {
        const content = `${painted("The total is 400 boats.", 1, 350)} ${painted("Tides", 0, 380)}`;
        const stream = pdf.context.register(pdf.context.stream(content));
        pdf.getPage(0).node.set(PDFName.of("Contents"), stream);
      },
    };
    const { findings, toReview } = await judgeReaders(wanted, source);
    expect(findings).toEqual([]);
    expect(toReview).toMatchObject([
      { rule: "reading-order", where: "page 1, after “The total is 400 boats.”" },
    ]);
  });

  test("leaves it to a person where a reader sorted a line", async () => {
    const sorted: PageReader = {
      name: "A reader",
      read: () => Promise.resolve(["The total is 400 Tides\nboats.", "It left at noon."]),
    };
    const { findings, toReview } = await judgeReaders(sound, source, [sorted]);
    expect(findings).toEqual([]);
    expect(toReview).toMatchObject([{ rule: "reading-order" }]);
  });

  test("finds words that are lost on another page than theirs", async () => {
    const onePage: PageReader = {
      name: "A reader",
      read: () => Promise.resolve(["Tides The total is 400 boats. It left at noon.", ""]),
    };
    const { findings } = await judgeReaders(sound, source, [onePage]);
    expect(findings.map(({ where, message }) => `${where}: ${message}`)).toEqual([
      "page 1, after “… The total is 400 boats.”: A reader reads “It left at noon.”, which the source does not have",
      "page 2, at the start: A reader does not read “It left at noon.”",
    ]);
  });

  test("reports some of many differences, and how many more there are", async () => {
    const lines = Array.from({ length: 50 }, (_, at) => `Line ${at}`);
    const wanted: TaggedPdf = { tags: lines.map((text) => ({ role: "P", text })) };
    const wrong: PageReader = {
      name: "A reader",
      read: () => Promise.resolve([lines.map((_, at) => `Line x${at}`).join("\n")]),
    };
    const { findings } = await judgeReaders(wanted, lines.join("\n"), [wrong]);
    expect(findings).toHaveLength(20);
    expect(findings.at(-1)?.message).toBe(
      "A reader reads “x19” where the source has “19”, and 30 more",
    );
  });
});
