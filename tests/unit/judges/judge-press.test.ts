/** What a PDF is for, and how a file for the press is judged. */
import { describe, expect, test } from "vitest";
import { judgePress, readPurposes } from "../../../src/judges/press/judge-press.ts";
import { DEFAULT_PRESS_DEMANDS } from "../../../src/judges/press/preflight.ts";
import { makePressPdf } from "../../fixtures/pdf/press-pdf.ts";
import { makeTaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";

const judging = { signal: new AbortController().signal };

describe("readPurposes", () => {
  test("a file that claims PDF/X is for the press alone", async () => {
    expect(await readPurposes(await makePressPdf())).toEqual({ press: true, reading: false });
  });

  test("a file that claims nothing is for readers", async () => {
    const bytes = await makeTaggedPdf({ tags: [{ role: "P", text: "Texte" }] });
    expect(await readPurposes(bytes)).toEqual({ press: false, reading: true });
  });

  test("a file that claims PDF/UA as well is for both", async () => {
    const bytes = await makePressPdf({
      xmp: (packet) => packet.replace("<dc:format>", "<pdfuaid:part>1</pdfuaid:part><dc:format>"),
    });
    expect(await readPurposes(bytes)).toEqual({ press: true, reading: true });
  });
});

describe("judgePress", () => {
  test("gives the report of preflight", async () => {
    const demands = { ...DEFAULT_PRESS_DEMANDS, pageMultiple: 1 };
    const reports = await judgePress(await makePressPdf({ pageCount: 1 }), demands, judging);
    expect(reports).toEqual([
      { name: "imprimatur-preflight", version: "1", status: "passed", findings: [] },
    ]);
  });

  test("holds the file to the demands", async () => {
    const bytes = await makePressPdf({ pageCount: 1 });
    const [report] = await judgePress(bytes, DEFAULT_PRESS_DEMANDS, judging);
    expect(report?.status).toBe("failed");
    expect(report?.findings.map(({ rule }) => rule)).toEqual(["page-count"]);
  });

  test("says of a file that is none that it cannot be read", async () => {
    const encrypted = makePressPdf({ bytes: (file) => file.replace("/Info ", "/Encrypt ") });
    for (const [bytes, code] of [
      [Buffer.from("no PDF"), "pdf-damaged"],
      [await encrypted, "pdf-encrypted"],
      [await makePressPdf({ pageCount: 0 }), "pdf-no-pages"],
    ] as const) {
      await expect(judgePress(bytes, DEFAULT_PRESS_DEMANDS, judging)).rejects.toMatchObject({
        code,
      });
    }
  });
});
