import { describe, expect, test } from "vitest";
import { PublicationError } from "../../../src/errors.ts";
import { contentSource, newObjects } from "../../support/content.ts";
import { openColourConverter } from "../../../src/press/colour/colour-converter.ts";
import { inkTarget, maskTarget, type ColourTarget } from "../../../src/press/inks/colour-target.ts";
import { defaultOutputProfile } from "../../../src/press/colour/output-profile.ts";
import { initialState } from "../../../src/press/inks/paint-state.ts";
import { rewriteColours } from "../../../src/press/inks/rewrite-colours.ts";
import { readSourceSpace } from "../../../src/press/inks/source-space.ts";

const converter = await openColourConverter({
  profile: await defaultOutputProfile(),
  tokens: [{ name: "accent", rgb: [255, 121, 0], press: [0, 0.6, 1, 0] }],
  inkLimit: 3,
});
const inks = inkTarget(converter);

interface Rewritten {
  readonly lines: readonly string[];
  readonly noted: readonly string[];
}

function rewrite(stream: string, target: ColourTarget = inks): Rewritten {
  const noted: string[] = [];
  const { bytes, resources } = contentSource(stream, {
    ColorSpace: { CS0: ["CalRGB", {}] },
    Font: { F: {}, Emoji: {} },
  });
  const text = rewriteColours(
    { bytes, resources, state: initialState(target) },
    {
      target,
      setsOverprint: target.kind === "ink",
      fontOf: (font) => ({
        decoder: {
          codeLength: 1,
          isComposite: false,
          name: "",
          textOf: (code) => String.fromCharCode(code),
          texts: new Map(),
          widthOf: () => 500,
        },
        isDrawn: resources.find("Font", "Emoji") === font,
      }),
      onXObject: () => undefined,
      onPattern: () => undefined,
      onPaint: ({ colour }, painted, shown) => {
        if (colour?.isExact === false)
          noted.push(`${colour.rgb.join()} ${painted} ${shown}`.trim());
      },
    },
  );
  return { lines: text.trim().split("\n"), noted };
}

describe("colours", () => {
  test.each([
    ["1 .4745 0 rg", "0 0.6 1 0 k"],
    ["1 .4745 0 RG", "0 0.6 1 0 K"],
    ["0 0 0 rg", "0 0 0 1 k"],
    ["0 g", "0 0 0 1 k"],
    ["1 G", "0 0 0 0 K"],
    ["1 1 1 rg", "0 0 0 0 k"],
    ["0 .2 .4 .1 k", "0 .2 .4 .1 k"],
  ])("%s becomes %s", (from, to) => {
    expect(rewrite(from).lines).toEqual([to]);
  });

  test("named spaces and patterns", () => {
    expect(rewrite("/CS0 cs 1 .4745 0 sc").lines).toEqual(["0 0 0 1 k", "0 0.6 1 0 k"]);
    expect(rewrite("/Pattern cs /P1 scn 0 0 9 9 re f").lines).toEqual([
      "/Pattern cs",
      "/P1 scn",
      "0 0 9 9 re",
      "f",
    ]);
  });

  test("in a soft mask colours are gray of their luminosity, and nothing overprints", () => {
    expect(rewrite("0 0 0 rg 0 0 9 1 re f 1 .4745 0 rg", maskTarget).lines).toEqual([
      "0 g",
      "0 0 9 1 re",
      "f",
      "0.58 g",
    ]);
  });

  test("the browser's marks go, what they mark stays", () => {
    expect(rewrite("/P <</MCID 3>> BDC 1 1 1 rg 0 0 9 9 re f EMC").lines).toEqual([
      "0 0 0 0 k",
      "0 0 9 9 re",
      "f",
    ]);
  });
});

describe("what glyphs read as together", () => {
  const span = "/Span<</ActualText <FEFF00660069>>>BDC";

  test("goes along, within marks that go", () => {
    const stream = `/P <</MCID 3>> BDC (a) Tj ${span} (b) Tj EMC (c) Tj EMC (d) Tj`;
    expect(rewrite(stream, maskTarget).lines).toEqual([
      "(a) Tj",
      span,
      "(b) Tj",
      "EMC",
      "(c) Tj",
      "(d) Tj",
    ]);
  });

  test("goes along around marks that go", () => {
    const stream = `${span} /Artifact BMC (a) Tj EMC /M MP /N <</X 1>> DP (b) Tj EMC`;
    expect(rewrite(stream, maskTarget).lines).toEqual([span, "(a) Tj", "(b) Tj", "EMC"]);
  });

  test("goes along within another such mark", () => {
    const stream = `${span} (a) Tj ${span} (b) Tj EMC EMC`;
    expect(rewrite(stream, maskTarget).lines).toEqual([
      span,
      "(a) Tj",
      span,
      "(b) Tj",
      "EMC",
      "EMC",
    ]);
  });

  test.each([
    ["a Span without text", "/Span <</Lang (fr)>> BDC"],
    ["text of another mark", "/P <</MCID 1/ActualText <FEFF0061>>> BDC"],
    ["a mark without properties", "/Span BMC"],
    ["an artifact", "/Artifact <</Type/Layout>> BDC"],
  ])("%s goes", (_name, mark) => {
    expect(rewrite(`${mark} (a) Tj EMC`, maskTarget).lines).toEqual(["(a) Tj"]);
  });

  test("an EMC too many goes too", () => {
    expect(rewrite(`EMC ${span} (a) Tj EMC EMC`, maskTarget).lines).toEqual([
      span,
      "(a) Tj",
      "EMC",
    ]);
  });

  test("stands around colours and overprint that are set within it", () => {
    expect(rewrite(`${span} 0 g (a) Tj EMC`).lines).toEqual([
      span,
      "0 0 0 1 k",
      "/PressOverprint gs",
      "(a) Tj",
      "EMC",
    ]);
  });
});

describe("overprint", () => {
  const overprint = "/PressOverprint gs";
  const knockout = "/PressKnockout gs";

  test("black text overprints, coloured and white text knock out", () => {
    const { lines } = rewrite("0 g (a) Tj 1 1 1 rg (b) Tj 1 .4745 0 rg (c) Tj");
    expect(lines).toEqual([
      "0 0 0 1 k",
      overprint,
      "(a) Tj",
      "0 0 0 0 k",
      knockout,
      "(b) Tj",
      "0 0.6 1 0 k",
      "(c) Tj",
    ]);
  });

  test("black rules overprint, black areas do not; the state is set before the path", () => {
    const { lines } = rewrite("0 g 0 0 200 1 re f 0 0 200 90 re f 0 0 m 90 90 l S");
    expect(lines).toEqual([
      "0 0 0 1 k",
      overprint,
      "0 0 200 1 re",
      "f",
      knockout,
      "0 0 200 90 re",
      "f",
      overprint,
      "0 0 m",
      "90 90 l",
      "S",
    ]);
  });

  test("how broad a rule is, the matrix says", () => {
    expect(rewrite("10 0 0 10 0 0 cm 0 0 90 1 re f").lines).not.toContain(overprint);
    expect(rewrite(".1 0 0 .1 0 0 cm 0 0 90 9 re f").lines).toContain(overprint);
  });

  test("what Q restores is set again", () => {
    const { lines } = rewrite("q 0 g (a) Tj Q (b) Tj");
    expect(lines.filter((line) => line === overprint)).toHaveLength(2);
  });

  test("pictures, forms and letters with colours of their own knock out", () => {
    expect(rewrite("(a) Tj /X1 Do").lines).toEqual([overprint, "(a) Tj", knockout, "/X1 Do"]);
    expect(rewrite("/Emoji 9 Tf (a) Tj").lines).toEqual(["/Emoji 9 Tf", "(a) Tj"]);
  });

  test("grays that are no full black knock out", () => {
    expect(rewrite(".5 g (a) Tj").lines).not.toContain(overprint);
  });
});

describe("warnings", () => {
  test("name colours that are no token's, with what they paint, when they paint", () => {
    const { noted } = rewrite(
      "/F 9 Tf .2 .4 .6 rg 1 .4745 0 rg (no) Tj .2 .4 .6 rg (mot) Tj 0 0 9 9 re f",
    );
    expect(noted).toEqual(["51,102,153 text mot", "51,102,153 shape"]);
  });

  test("unseen text paints nothing", () => {
    expect(rewrite("3 Tr .2 .4 .6 rg (mot) Tj").noted).toEqual([]);
  });
});

test("an uncoloured pattern or an unknown space is a fault, not a guess", () => {
  const objects = newObjects();
  const pattern = objects.make(["Pattern", "DeviceRGB"]);
  expect(() => readSourceSpace(objects, pattern)).toThrow(PublicationError);
  expect(() => readSourceSpace(objects, objects.make("Lab"))).toThrow(/no way to the press: Lab/);
});
