import { describe, expect, test } from "vitest";
import { dictionaryEntries, type ContentOperand } from "../../../src/pdf/content/operations.ts";
import { latin1, parseContent, type ParsedContent } from "../../support/content.ts";

/** Slices by offsets, joined: they must be the input, whatever it is. */
function rejoin(bytes: Uint8Array, stream: ParsedContent): string {
  const parts = stream.operations.map(({ start, end }) => bytes.subarray(start, end));
  return Buffer.concat([...parts, bytes.subarray(stream.tailStart)]).toString("latin1");
}

function operandsOf(text: string): readonly ContentOperand[] {
  return parseContent(latin1(`${text} x`)).operations[0]?.operands ?? [];
}

function stringOf(text: string): string | undefined {
  const [operand] = operandsOf(text);
  const isString = typeof operand === "object" && operand !== null && operand.kind === "string";
  return isString ? Buffer.from(operand.bytes).toString("latin1") : undefined;
}

describe("operations", () => {
  test("have their operands, and offsets that cover the stream", () => {
    const bytes = latin1("q % a comment (with\n1 0 0 -1 8 50 Tm\r\n[(A) -120.5 <42>] TJ\nET  ");
    const stream = parseContent(bytes);
    expect(stream.operations.map(({ operator }) => operator)).toEqual(["q", "Tm", "TJ", "ET"]);
    expect(stream.operations[1]?.operands).toEqual([1, 0, 0, -1, 8, 50]);
    const [first, second] = stream.operations;
    expect(second?.start).toBe(first?.end);
    const written = bytes.subarray(second?.contentStart, second?.end);
    expect(Buffer.from(written).toString("latin1")).toBe("1 0 0 -1 8 50 Tm");
    expect(rejoin(bytes, stream)).toBe(Buffer.from(bytes).toString("latin1"));
    expect(stream.problems).toEqual([]);
  });

  test("need no white space between tokens that end themselves", () => {
    const stream = parseContent(latin1("/Span<</MCID 3/ActualText(a)>>BDC[(x)]TJ(y)Tj EMC"));
    expect(stream.operations.map(({ operator }) => operator)).toEqual(["BDC", "TJ", "Tj", "EMC"]);
    expect(dictionaryEntries(stream.operations[0]?.operands[1])?.get("MCID")).toBe(3);
  });

  test("quote operators ' and \" are operators", () => {
    const stream = parseContent(latin1("(a) ' 1 2 (b) \" T* f* b*"));
    expect(stream.operations.map(({ operator }) => operator)).toEqual(["'", '"', "T*", "f*", "b*"]);
  });
});

describe("operands", () => {
  test.each([
    ["1", 1],
    ["-.5", -0.5],
    ["+12.", 12],
    ["--3", -3],
    ["0.00012", 0.00012],
    ["true", true],
    ["false", false],
    ["null", null],
  ])("%s", (text, value) => {
    expect(operandsOf(text)).toEqual([value]);
  });

  test.each([
    ["(plain)", "plain"],
    ["(a (nested) pair)", "a (nested) pair"],
    [String.raw`(\(\)\\\n\r\t\b\f\101\7x\400)`, "()\\\n\r\t\b\fA\u0007x\u0000"],
    ["(line\\\nend\\\r\nend)", "lineendend"],
    ["(a\r\nb\rc)", "a\nb\nc"],
    [String.raw`(\q)`, "q"],
    ["<48 65 6C6c 6F>", "Hello"],
    ["<414>", "A@"],
    ["<>", ""],
  ])("string %j", (text, value) => {
    expect(stringOf(text)).toBe(value);
  });

  test("names decode #xx", () => {
    expect(operandsOf("/A#20B#2fC")).toEqual([{ kind: "name", name: "A B/C" }]);
  });

  test("strings know where they are, brackets included", () => {
    const bytes = latin1("[(a\\)) 1 <62>] TJ");
    const [array] = parseContent(bytes).operations[0]?.operands ?? [];
    const items = typeof array === "object" && array?.kind === "array" ? array.items : [];
    const written = items.flatMap((item) =>
      typeof item === "object" && item?.kind === "string"
        ? [Buffer.from(bytes.subarray(item.start, item.end)).toString("latin1")]
        : [],
    );
    expect(written).toEqual(["(a\\))", "<62>"]);
  });
});

describe("inline images", () => {
  test("without filter end where their size says, whatever the bytes", () => {
    const data = "\nEI Q\n \u0000\u00ff";
    const bytes = latin1(`q BI /W 8 /H 1 /BPC 8 /CS /G ID ${data} EI Q`);
    const stream = parseContent(bytes);
    expect(stream.operations.map(({ operator }) => operator)).toEqual(["q", "BI", "Q"]);
    const image = stream.operations[1]?.inlineImage;
    expect(Buffer.from(bytes.subarray(image?.start, image?.end)).toString("latin1")).toBe(data);
    expect(rejoin(bytes, stream)).toBe(Buffer.from(bytes).toString("latin1"));
  });

  test("with a filter end at an EI that content follows", () => {
    const bytes = latin1("BI /W 9 /H 9 /F /Fl ID \u0001 EI \u0002\u0003 EI\nQ q");
    const stream = parseContent(bytes);
    expect(stream.operations.map(({ operator }) => operator)).toEqual(["BI", "Q", "q"]);
    const image = stream.operations[0]?.inlineImage;
    const data = Buffer.from(bytes.subarray(image?.start, image?.end)).toString("latin1");
    expect(data).toBe("\u0001 EI \u0002\u0003");
  });

  test("without end take the rest and say so", () => {
    const stream = parseContent(latin1("BI /W 1 /F /Fl ID \u0001\u0002"));
    expect(stream.problems.map(({ message }) => message)).toEqual([
      "an inline image has no end (EI)",
    ]);
  });
});

describe("malformed streams", () => {
  test.each([
    "(no end",
    "<41",
    "[1 2",
    "<</A 1",
    ") ] > } Tj",
    "<</A",
    "BI",
    "BI /W",
    "1 2 3",
    "%",
  ])("%j is read to its end, and nothing is lost", (text) => {
    const bytes = latin1(text);
    expect(rejoin(bytes, parseContent(bytes))).toBe(text);
  });

  test("endless nesting is cut off", () => {
    const bytes = latin1(`${"[".repeat(100_000)} Tj`);
    const stream = parseContent(bytes);
    expect(stream.problems.length).toBeGreaterThan(0);
    expect(rejoin(bytes, stream)).toBe(Buffer.from(bytes).toString("latin1"));
  });

  test("any bytes come out again", () => {
    // A fixed sequence that looks random (a linear congruence), so that a failure can be repeated.
    let seed = 7;
    const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16;
    const alphabet = latin1("()<>[]{}/%\\ \r\n019.-+#TjBIDECQq\u0000\u00ff");
    for (let round = 0; round < 300; round += 1) {
      const bytes = Uint8Array.from({ length: 200 }, () => alphabet[next() % alphabet.length] ?? 0);
      expect(rejoin(bytes, parseContent(bytes))).toBe(Buffer.from(bytes).toString("latin1"));
    }
  });
});
