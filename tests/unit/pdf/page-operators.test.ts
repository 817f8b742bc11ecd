/** Operators of a page through all that it paints, and what is not painted by anybody. */
import { expect, test } from "vitest";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { rawPdf, rawStream, type RawObject } from "../../fixtures/pdf/raw-pdf.ts";

/** One page; the objects given are 5 0 R and on. */
async function counts(
  content: string,
  resources: string,
  objects: readonly RawObject[],
  more = "",
): Promise<readonly number[]> {
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<${resources}>>/Contents 4 0 R${more}>>`;
  const catalog = "<</Type/Catalog/Pages 2 0 R>>";
  const tree = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
  const pdf = await openPdf(rawPdf([catalog, tree, page, rawStream("", content), ...objects]));
  return pdf.operatorCounts;
}

const FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]";
const PATTERN = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9";
const three = "n n n";

test("forms, each as often as it is painted, with those in them", async () => {
  const resources = "/XObject<</A 5 0 R/B 6 0 R>>";
  const outer = rawStream(FORM, "/B Do /B Do");
  expect(await counts("/A Do q /A Do Q", resources, [outer, rawStream(FORM, three)])).toEqual([
    4 + 2 * (2 + 2 * 3),
  ]);
});

test("patterns by what is painted with them, through forms that set none", async () => {
  const resources = "/Pattern<</P 5 0 R>>/XObject<</A 6 0 R>>";
  const objects = [rawStream(PATTERN, three), rawStream(FORM, "f f")];
  expect(await counts("/P scn f S", resources, objects)).toEqual([3 + 3]);
  expect(await counts("/P scn /A Do", resources, objects)).toEqual([2 + 2 + 2 * 3]);
  expect(await counts("/P scn", resources, objects)).toEqual([1]);
});

test("drawn letters, and the font that a page has set for its forms", async () => {
  const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>>>`;
  const resources = "/Font<</F 5 0 R>>/XObject<</A 7 0 R>>";
  const objects = [font, rawStream("", three), rawStream(FORM, "(aa) Tj")];
  expect(await counts("/F 1 Tf (aaa) Tj", resources, objects)).toEqual([2 + 3 * 3]);
  expect(await counts("/F 1 Tf /A Do", resources, objects)).toEqual([2 + 1 + 2 * 3]);
});

test("soft masks", async () => {
  const mask = `<</SMask<</S/Luminosity/G 6 0 R>>>>`;
  expect(await counts("/G gs", "/ExtGState<</G 5 0 R>>", [mask, rawStream(FORM, three)])).toEqual([
    1 + 3,
  ]);
});

test("appearances of notes, in each of their states", async () => {
  const note = "<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N<</A 6 0 R/B 6 0 R>>>>>>";
  expect(await counts("n", "", [note, rawStream(FORM, three)], "/Annots[5 0 R]")).toEqual([1 + 6]);
});

test("forms of the file that no page paints are not counted", async () => {
  expect(await counts("n", "/XObject<</A 5 0 R>>", [rawStream(FORM, three)])).toEqual([1]);
});

test("a form that paints itself is painted once", async () => {
  const form = rawStream(`${FORM}/Resources<</XObject<</A 5 0 R>>>>`, "/A Do n");
  expect(await counts("/A Do", "/XObject<</A 5 0 R>>", [form])).toEqual([1 + 2]);
});
