/**
 * The judge of reading on a PDF of the pipeline in whose fonts a defect is planted: programs that
 * select or search text would meet it, people who look at the page would not.
 */
import { deflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { Finding } from "../../../src/judges/verdict/finding.ts";
import {
  pdfiumReader,
  pdfjsReader,
  readingFidelityJudge,
} from "../../../src/judges/pdf/reading-fidelity.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { formatToUnicode, parseToUnicode } from "../../support/to-unicode.ts";
import { makeCase, projectDir, type GoldenCase } from "./golden-case.ts";

let launched: LaunchedBrowser;
let golden: GoldenCase;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
  golden = await makeCase(launched.browser, "table-headers");
});
afterAll(async () => {
  await launched.close();
});

async function judge(bytes: Uint8Array): Promise<readonly Finding[]> {
  const { reading: expected } = golden.pdf;
  const subject = { pdf: await openPdf(bytes), expected, readers: [pdfiumReader, pdfjsReader] };
  return (await readingFidelityJudge.judge(subject, new AbortController().signal)).findings;
}

/** Every code of every font that reads as `text` reads as `other` instead. */
async function readOtherwise(text: string, other: string): Promise<Uint8Array> {
  const file = await PDFDocument.load(golden.pdf.bytes, { updateMetadata: false });
  let changed = 0;
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    const ref = object instanceof PDFDict ? object.get(PDFName.of("ToUnicode")) : undefined;
    const stream = file.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const map = parseToUnicode(Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1"));
    const entries = [...map].map(([code, own]) => [code, own === text ? other : own] as const);
    changed += [...map.values()].filter((own) => own === text).length;
    const bytes = deflateSync(formatToUnicode(new Map(entries)));
    file.context.assign(ref, file.context.stream(bytes, { Filter: "FlateDecode" }));
  }
  expect(changed).toBeGreaterThan(0);
  return file.save({ useObjectStreams: false });
}

test("nothing is found where nothing is planted", async () => {
  expect(await judge(await readOtherwise("4", "4"))).toEqual([]);
});

test("a digit that reads as a character of private use is found", async () => {
  const findings = await judge(await readOtherwise("4", "\ue075"));
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: "reading-fidelity",
      message: expect.stringContaining("<U+E075>") as string,
    }),
  );
});

test("spaces that read as nothing are found", async () => {
  const findings = await judge(await readOtherwise(" ", ""));
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: "reading-fidelity",
      message: expect.stringMatching(/headers\S*of\S*tables/iu) as string,
    }),
  );
});
