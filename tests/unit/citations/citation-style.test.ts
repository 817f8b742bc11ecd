/** Styles that are refused before they are run, and those that come with the program. */
import { describe, expect, test } from "vitest";
import {
  DEFAULT_STYLE,
  readShippedStyle,
  shippedStyles,
  styleFault,
} from "../../../src/citations/citation-style.ts";

test.each(shippedStyles())("%s is right", (name) => {
  const style = readShippedStyle(name) ?? "";
  expect(styleFault(style)).toBeUndefined();
  expect(style).toContain("creativecommons.org/licenses/by-sa/3.0");
});

test("the one that is taken where none is named is among them", () => {
  expect(shippedStyles()).toContain(DEFAULT_STYLE);
});

test("a name leads out of no folder", () => {
  expect(readShippedStyle("../styles/apa")).toBeUndefined();
  expect(readShippedStyle("no-such-style")).toBeUndefined();
});

const style = (inside: string, start = '<style class="in-text">'): string =>
  `${start}${inside}<citation><text macro="a"/><text macro="m0"/></citation><bibliography/></style>`;
const macro = (name: string, inside: string): string => `<macro name="${name}">${inside}</macro>`;
const call = (name: string): string => `<text macro="${name}"/>`;

describe("a fault", () => {
  test.each([
    ["<style>", "the style is not XML"],
    ['<!DOCTYPE style [<!ENTITY a "b">]><style>&a;</style>', "the style is not XML"],
    ["<locale/>", "this is no style of citations"],
    ["<style><info/></style>", "the style only names another"],
    ['<style class="in-text"><citation/></style>', "the style has no list of sources"],
    [style("", '<style class="note">'), "the style cites in notes"],
    [
      style(`${macro("a", call("b"))}${macro("b", call("a"))}`),
      "the style calls its macros too often",
    ],
    [
      style(
        Array.from({ length: 30 }, (_, index) =>
          macro(`m${index}`, call(`m${index + 1}`).repeat(4)),
        ).join(""),
      ),
      "the style calls its macros too often",
    ],
  ])("%j", (xml, message) => {
    expect(styleFault(xml)?.message).toContain(message);
  });

  test("is none where macros are called often, and not too often", () => {
    expect(styleFault(style(macro("a", "<text/>") + call("a").repeat(50)))).toBeUndefined();
  });
});
