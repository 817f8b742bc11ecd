/** Pages as the browser writes them, counted by objects and not by words. */
import { expect, it } from "vitest";
import { plainPages } from "../../../src/pdf/document/plain-pages.ts";
import { rawPdf, rawStream } from "../../fixtures/pdf/raw-pdf.ts";

const page = (more = ""): string =>
  `<</Type /Page\n/Parent 2 0 R/MediaBox [0 0 300.5 400]${more}>>`;

it("gives each page its size, in order", () => {
  const wide = "<</Type/Page/MediaBox[0 0 400 300]>>";
  const pdf = rawPdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
    page(),
    wide,
  ]);
  expect(plainPages(pdf)).toEqual([
    { size: { widthPt: 300.5, heightPt: 400 } },
    { size: { widthPt: 400, heightPt: 300 } },
  ]);
});

it("knows no size of a box that does not begin at the origin", () => {
  expect(plainPages(rawPdf(["<</Type/Page/MediaBox[1 0 9 9]>>"]))).toEqual([{ size: undefined }]);
});

it.each([
  ["an address", "<</Type/Annot/A<</S/URI/URI(https://x.org/Type/Page)>>>>"],
  [
    "an address like an object",
    "<</A<</URI(9 0 obj<</Type/Page>>endobj 9 0 obj<</Type/Page>>)>>>>",
  ],
  ["an entry of an entry", "<</A<</Type/Page>>>>"],
  ["another key", "<</S/Type/Page 3>>"],
  ["a longer name", "<</Type/PageLabel>>"],
  ["the tree of pages", "<</Type/Pages/Kids[]>>"],
  ["a stream", rawStream("", "9 0 obj\n<</Type/Page>>\nendobj\nendstream 9 0 obj\n<</Type/Page>>")],
])("takes no page from %s", (_, object) => {
  expect(plainPages(rawPdf([object, page()]))).toHaveLength(1);
});
