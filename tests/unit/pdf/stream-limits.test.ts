/** Files whose streams unpack to far more than they are: refused in plain words, before anything unpacks them. */
import { deflateSync } from "node:zlib";
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";

const MIB = 1024 * 1024;
const zeros = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes), { level: 9 });

type Entries = Readonly<Record<string, string | number | readonly string[]>>;

/** A page whose content is this stream. */
async function pageOf(packed: Uint8Array, entries: Entries): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  addPage(pdf, packed, entries);
  return pdf;
}

function addPage(pdf: PDFDocument, packed: Uint8Array, entries: Entries): PDFDict {
  const { context } = pdf;
  const dict = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entries)) {
    const object =
      typeof value === "string"
        ? context.obj(value)
        : typeof value === "number"
          ? context.obj(value)
          : context.obj([...value]);
    dict.set(PDFName.of(key), object);
  }
  const content = context.register(PDFRawStream.of(dict, packed));
  pdf.addPage().node.set(PDFName.of("Contents"), content);
  return dict;
}

const saved = async (packed: Uint8Array, entries: Entries): Promise<Uint8Array> =>
  (await pageOf(packed, entries)).save({ useObjectStreams: false });

it.each([
  ["Flate", zeros(65 * MIB), "FlateDecode"],
  ["Flate in Flate", deflateSync(zeros(65 * MIB), { level: 9 }), ["FlateDecode", "FlateDecode"]],
  [
    "Flate in hexadecimal",
    Buffer.from(zeros(65 * MIB).toString("hex")),
    ["ASCIIHexDecode", "FlateDecode"],
  ],
  ["runs", Buffer.alloc(1.1 * MIB, Buffer.from([129, 0])), "RunLengthDecode"],
] as const)("%s", async (_, packed, Filter) => {
  const bytes = await saved(packed, { Filter });
  await expect(openPdf(bytes)).rejects.toMatchObject({
    code: "pdf-too-large",
    message: "The PDF is too large: it unpacks to a stream of more than 64 MiB.",
  });
});

// To pack so much takes seconds.
it("a picture that unpacks to more than it may say", { timeout: 60_000 }, async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(401_000_000), { level: 1 }));
  const picture = { Type: "XObject", Subtype: "Image", Width: 1, Height: 1 };
  const bytes = await saved(bomb, { ...picture, Filter: ["FlateDecode", "FlateDecode"] });
  await expect(openPdf(bytes)).rejects.toMatchObject({
    code: "pdf-too-large",
    message: "The PDF is too large: it unpacks to a stream of more than 381 MiB.",
  });
});

it("an index of objects", async () => {
  const whole = Buffer.from(await (await PDFDocument.create()).save());
  const dict = `7 0 obj\n<</Type/Obj#53tm/N 1/First 4/Filter/Fl#61teDecode/Length 10>>\nstream\n`;
  const bytes = Buffer.concat([
    Buffer.from(`%PDF-1.7\n${dict}`),
    zeros(65 * MIB),
    Buffer.from("\nendstream\nendobj\n"),
    whole,
  ]);
  await expect(openPdf(bytes)).rejects.toMatchObject({ code: "pdf-too-large" });
});

it("a filter that stands elsewhere in the file", async () => {
  const pdf = await PDFDocument.create();
  const dict = addPage(pdf, zeros(65 * MIB), {});
  dict.set(PDFName.of("Filter"), pdf.context.register(PDFName.of("FlateDecode")));
  const bytes = await pdf.save({ useObjectStreams: false });
  await expect(openPdf(bytes)).rejects.toMatchObject({ code: "pdf-too-large" });
});

it("many streams that are large together", async () => {
  const pdf = await PDFDocument.create();
  const packed = zeros(63 * MIB);
  // The same stream is unpacked once: a byte after each makes it another.
  for (let count = 0; count < 9; count++) {
    addPage(pdf, Buffer.concat([packed, Buffer.from([count])]), { Filter: "FlateDecode" });
  }
  await expect(openPdf(await pdf.save({ useObjectStreams: false }))).rejects.toMatchObject({
    message: "The PDF is too large: it unpacks to streams of more than 512 MiB.",
  });
}, 20_000);

it("a picture by the size that it claims", async () => {
  const bytes = await saved(Buffer.alloc(10), {
    ...{ Type: "XObject", Subtype: "Image", Width: 40_000, Height: 20_000 },
    ...{ ColorSpace: "DeviceRGB", BitsPerComponent: 8, Filter: "DCTDecode" },
  });
  await expect(openPdf(bytes)).rejects.toMatchObject({
    message:
      "The PDF is too large: it unpacks to a picture of 40000 × 20000 pixels; a picture may have 381 MiB of samples.",
  });
});

it("takes a stream of just so many bytes", async () => {
  const bytes = await saved(zeros(64 * MIB), { Filter: "FlateDecode" });
  expect((await openPdf(bytes)).pages).toHaveLength(1);
}, 20_000);
