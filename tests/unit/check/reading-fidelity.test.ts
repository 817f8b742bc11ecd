import { PDFArray, PDFName } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/check/finding.ts";
import {
  compareReadings,
  readingFidelityJudge,
  words,
} from "../../../src/check/reading-fidelity.ts";
import { openPdf } from "../../../src/pdf/read/open-pdf.ts";
import { makeTaggedPdf, type TaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";

test("the same words in the same order are no finding", () => {
  const text = "Face à la pan\u00ADdé\u00ADmie, «\u202Foui\u202F»";
  expect(compareReadings(words(text), words("Face à la pandémie, « OUI »"))).toEqual([]);
});

test("a word that is lost is told with what stands before it", () => {
  const [finding, ...others] = compareReadings(
    words("one two three four five six"),
    words("one two four five six"),
  );
  expect(others).toEqual([]);
  expect(finding?.message).toBe("the PDF does not read “THREE”");
  expect(finding?.where).toBe("after “… ONE TWO”");
});

test("words in another order are told", () => {
  expect(compareReadings(words("a b c d e f g"), words("d e f g a b c"))).not.toEqual([]);
});

test("a hyphenated word which is read in two is told", () => {
  const [finding] = compareReadings(
    words("la pandémie est là depuis hier"),
    words("la pandé- mie est là depuis hier"),
  );
  expect(finding?.message).toBe("the PDF reads “PANDÉ- MIE” where the source has “PANDÉMIE”");
});

describe("the judge", () => {
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
  const subject = { pdf: await openPdf(await makeTaggedPdf(wanted)), expected };
  return (await readingFidelityJudge.judge(subject, new AbortController().signal)).findings;
}
