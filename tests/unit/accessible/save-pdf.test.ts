import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { PdfObjects } from "../../../src/pdf/objects/pdf-objects.ts";
import { savePdf } from "../../../src/pdf/objects/save-pdf.ts";
import { srgbProfile } from "../../../src/pdf/document/srgb-profile.ts";
import { STANDARDS } from "../../../src/pdf/standards/standards.ts";
import { xmpPacket } from "../../../src/pdf/document/xmp.ts";

async function saved(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([100, 200]);
  const { context } = document;
  const unused = context.register(context.obj({ Unused: true }));
  expect(unused.objectNumber).toBeGreaterThan(0);
  await document.flush();
  const catalog = context.getObjectRef(document.catalog);
  if (catalog === undefined) throw new Error("no catalog");
  return savePdf(new PdfObjects(context), "1.7", {
    catalog,
    info: context.register(context.obj({})),
  });
}

test("a file that others can open, without what nothing refers to", async () => {
  const bytes = await saved();
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(document.getPages().map((page) => page.getSize())).toEqual([{ width: 100, height: 200 }]);
  const texts = document.context.enumerateIndirectObjects().map(([, object]) => object.toString());
  expect(texts.some((text) => text.includes("/Unused"))).toBe(false);
});

test("the same objects give the same bytes", async () => {
  expect(Buffer.from(await saved()).equals(Buffer.from(await saved()))).toBe(true);
});

test("the sRGB profile says how long it is, and what it is", () => {
  const profile = Buffer.from(srgbProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
  expect(profile.toString("latin1", 36, 40)).toBe("acsp");
});

test("metadata is escaped, and claims only what it may", () => {
  const metadata = { title: "A < B & C", language: "en", date: new Date(0), producer: "P" };
  const packet = xmpPacket(metadata, []);
  expect(packet).toContain("A &lt; B &amp; C");
  expect(packet).toContain("1970-01-01T00:00:00Z");
  expect(packet).not.toContain("pdfuaid:part>");
  expect(xmpPacket(metadata, [STANDARDS["pdf-ua-1"]])).toContain("<pdfuaid:part>1</pdfuaid:part>");
});
