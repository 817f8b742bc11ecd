import { expect, test } from "vitest";
import { hexText } from "../../../src/pdf/content/hex-text.ts";
import { stringValue, writtenOperation } from "../../../src/pdf/content/operations.ts";
import { codesIn } from "../../../src/pdf/fonts/codes-in.ts";
import { decodeTextString } from "../../../src/pdf/objects/text-string.ts";
import { latin1, parseContent } from "../../support/content.ts";

function parts(stream: string): string[] {
  const content = Buffer.from(stream, "latin1");
  return parseContent(content).operations.map((each) => writtenOperation(content, each));
}

function stringOf(content: string): Uint8Array {
  return stringValue(parseContent(latin1(content)).operations[0]?.operands[0]) ?? new Uint8Array();
}

test("operands stay with their operator", () => {
  const stream =
    "q\n1 0 0 -1 .5 -3 cm /F1 12 Tf [(a\\)b) -20 <0041>] TJ\n/Span<</ActualText (f) >> BDC\nEMC Q";
  expect(parts(stream)).toEqual([
    "q",
    "1 0 0 -1 .5 -3 cm",
    "/F1 12 Tf",
    "[(a\\)b) -20 <0041>] TJ",
    "/Span<</ActualText (f) >> BDC",
    "EMC",
    "Q",
  ]);
});

test("an inline image is one operation, whatever its bytes are", () => {
  expect(parts("BI /W 1 /H 1 ID \u0000(Q q\u00ff EI Q")).toEqual([
    "BI /W 1 /H 1 ID \u0000(Q q\u00ff EI",
    "Q",
  ]);
});

test("codes of one and two bytes", () => {
  expect(codesIn(stringOf("<004100420043> Tj"), 2)).toEqual([0x41, 0x42, 0x43]);
  expect(codesIn(stringOf("(A\\102\\)) Tj"), 1)).toEqual([0x41, 0x42, 0x29]);
});

test("text goes out and comes back", () => {
  expect(decodeTextString(stringOf(`${hexText("né\u00AD")} Tj`))).toBe("né\u00AD");
});
