import { describe, expect, test } from "vitest";
import {
  addition,
  newPictureList,
  parsePictureList,
} from "../../../src/alternatives/picture-list.ts";
import { ContentError, formatFaults } from "../../../src/publication/faults/fault.ts";

const pictures = [
  { picture: "images/boat.jpg", where: 'img on page 3, below “The boat: a "tale"”' },
  { picture: "svg#logo", where: "svg on page 1" },
];

function faultsOf(text: string): string {
  try {
    parsePictureList(text, "alts.yaml");
  } catch (error) {
    if (error instanceof ContentError) return formatFaults(error.faults);
    throw error;
  }
  return "none";
}

describe("a list that is written out", () => {
  const text = newPictureList("report\u001B.html", pictures);

  test("says how it is filled in, and is the same each time", () => {
    expect(text).toMatch(/^# Pictures of report \.html that have no alternative/);
    expect(text).toContain(
      '  - picture: "svg#logo"\n    where: "svg on page 1"\n    alt: ""\n    decorative: false\n',
    );
    expect(text).toBe(newPictureList("report\u001B.html", pictures));
  });

  test("reads as nothing that is filled in", () => {
    expect(parsePictureList(text, "alts.yaml")).toEqual(
      pictures.map((each) => ({ ...each, alt: "", decorative: false })),
    );
  });

  test("keeps the strangest addresses", () => {
    const strange = [
      "a: b #c",
      "- x",
      "*alias",
      '"',
      "'",
      "\\n",
      "a\u0000\u0085\u2028b",
      "é 🚢",
      "x".repeat(500),
      "yes",
      "1",
      "{a}",
      "%41",
      "!x",
    ];
    const written = newPictureList(
      "x",
      strange.map((picture) => ({ picture, where: "" })),
    );
    expect(parsePictureList(written, "alts.yaml").map(({ picture }) => picture)).toEqual(strange);
  });
});

describe("a list that a person has filled in", () => {
  test.each([
    ["nothing", "", []],
    ["comments alone", "# later\n", []],
    ["no entries", "pictures:\n", []],
    ["an alternative in any quotes", "pictures:\n- picture: a\n  alt: 'It''s'\n", [["a", "It's"]]],
    [
      "a text over lines",
      "pictures:\n- picture: a\n  alt: >\n    One\n    two\n",
      [["a", "One two"]],
    ],
    ["no quotes left", "pictures:\n- picture: a\n  alt:\n  where:\n  decorative:\n", [["a", ""]]],
  ])("may have %s", (_, text, expected) => {
    const read = parsePictureList(text, "alts.yaml").map(({ picture, alt }) => [picture, alt]);
    expect(read).toEqual(expected);
  });

  test.each([
    ["pictures:\n- picture: a\n  alt: One: two\n", /line 3: this is not YAML/],
    ["pictures:\n- picture: a\n  alt: 5\n", /line 3, pictures\.0\.alt: is a number, not text/],
    ["pictures:\n- picture: a\n  decoratve: true\n", /line 3, .*did you mean `decorative`\?/s],
    ["pictures:\n- alt: x\n", /line 2, pictures\.0\.picture: is missing/],
    ["pictures:\n- picture: a\n  decorative: ja\n", /line 3, pictures\.0\.decorative: is text/],
    [
      "pictures:\n- picture: a\n  alt: x\n  decorative: true\n",
      /line 4, pictures\.0\.decorative: "true" stands beside an alternative/,
    ],
    [
      "pictures:\n- picture: a\n- picture: a\n",
      /line 3, pictures\.1\.picture: "a" is in the list already/,
    ],
    ["pictures: [{picture: a}]\n", /further pictures cannot be added/],
    ["pictures:\n- picture: a\n...\n", /further pictures cannot be added/],
    ["<!doctype html><p>x", /alts\.yaml/],
    ["pictures:\n- &a\n  picture: a\n- *a\n", /alias/],
  ])("%j is a fault", (text, message) => {
    expect(faultsOf(text)).toMatch(message);
  });
});

describe("what is added", () => {
  const [boat] = pictures;
  const more = boat === undefined ? [] : [boat];

  test.each([
    ["as it was written out", newPictureList("x", pictures.slice(1))],
    ["without indentation", "pictures:\n- picture: a\n  alt: One # two\n"],
    ["far in", "pictures:\n      -   picture: a\n          alt: 'x'\n"],
    ["without a last line break", "pictures:\n  - picture: a\n    alt: x"],
    ["with a comment at the end", "pictures:\n  - picture: a\n# - no entry\n"],
    [
      "with a text that ends in empty lines",
      "pictures:\n  - picture: a\n    alt: |+\n      x\n\n\n",
    ],
    ["of Windows", "pictures:\r\n  - picture: a\r\n    alt: x\r\n"],
    ["without entries", "pictures:\n"],
    ["without anything", ""],
    ["of comments", "# mine"],
  ])("comes after a list %s, which stays as it is", (_, text) => {
    const before = parsePictureList(text, "alts.yaml");
    const extended = text + addition(text, more);
    const after = parsePictureList(extended, "alts.yaml");
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toEqual({ ...boat, alt: "", decorative: false });
    if (text.includes("\r")) expect(extended.replaceAll("\r\n", "")).not.toContain("\n");
  });
});
