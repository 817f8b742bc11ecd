import { expect, test } from "vitest";
import { describeContext } from "../../../src/judges/pdf/verapdf/describe-context.ts";

const tree = "root/document[0]/StructTreeRoot[0](5 0 obj PDStructTreeRoot)";

test.each([
  ["root", "the document"],
  ["root/document[0]", "the document"],
  ["root/trailer[0]", "trailer"],
  [
    "root/document[0]/pages[2](11 0 obj PDPage)/annots[1](6 0 obj PDLinkAnnot)",
    "page 3, PDLinkAnnot (object 6 0)",
  ],
  [
    "root/document[0]/pages[0](2 0 obj PDPage)/contentStream[0](6 0 obj PDSemanticContentStream)/operators[20]/usedGlyphs[0](A/B Sans (x) 0 0 0 0 true)",
    "page 1, usedGlyphs (object 6 0)",
  ],
  [
    `${tree}/K[0](6 0 obj SEDocument Document)/K[0](7 0 obj SEFigure Figure)`,
    "Document > Figure (object 7 0)",
  ],
  [
    `${tree}/K[0](6 0 obj SEDocument Document)/K[1](7 0 obj SESect Sect)/K[0](8 0 obj SEL L)/K[3](9 0 obj SELI LI)`,
    "… > Sect > L > LI (object 9 0)",
  ],
  ["", "the document"],
])("%s", (context, place) => {
  expect(describeContext(context)).toBe(place);
});
