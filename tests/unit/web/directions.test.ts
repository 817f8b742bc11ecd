/** In which direction text is written: on the document, and on what differs from what is around it. */
import { describe, expect, it, test } from "vitest";
import { LANGUAGES } from "../../../src/languages/languages.ts";
import { directionOf } from "../../../src/languages/direction.ts";
import { withDirections } from "../../../src/web/directions.ts";

test("the runtime writes each language in the direction that its file says", () => {
  for (const { tag, direction } of LANGUAGES)
    expect([tag, directionOf(tag)]).toEqual([tag, direction]);
});

test.each([
  ["he", "rtl"],
  ["fa-AF", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["", "ltr"],
  ["not a tag", "ltr"],
])("%j is written %s", (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});

describe("elements", () => {
  it("of a language from right to left say so, and those of the other direction in them", () => {
    expect(
      withDirections(
        '<!DOCTYPE html><html lang="ar"><head></head><body><p>ا <i lang="de">a <b lang="fr">b</b></i></p></body></html>',
      ),
    ).toBe(
      '<!DOCTYPE html><html lang="ar" dir="rtl"><head></head><body><p>ا <i lang="de" dir="ltr">a <b lang="fr">b</b></i></p></body></html>',
    );
  });

  it("of a language from left to right say nothing where all around is so", () => {
    const html = '<p lang="fr">a <i lang="en">b</i></p>';
    expect(withDirections(html)).toBe(html);
  });

  it("keep the direction that they have", () => {
    const html = '<p lang="ar" dir="ltr">a <i lang="en">b</i></p>';
    expect(withDirections(html)).toBe(html);
  });
});
