import { describe, expect, test } from "vitest";
import {
  isLanguageTag,
  withKnownLanguages,
} from "../../../src/accessible/source/known-languages.ts";
import type { SourceElement, SourceTree } from "../../../src/accessible/source/source-tree.ts";

test.each([
  "en",
  "de-CH",
  "zh-Hans-CN",
  "zh-yue-HK",
  "de-DE-1996",
  "sl-rozaj-biske",
  "es-419",
  "en-u-ca-gregory-x-own",
  "x-whatever",
  "i-klingon",
])("%s is a language tag", (tag) => {
  expect(isLanguageTag(tag)).toBe(true);
});

test.each([
  "en_GB",
  "de-CH.UTF-8",
  "e",
  "french please",
  "en-",
  "-en",
  "en--GB",
  "en-toolongsubtag",
])("%s is no language tag", (tag) => {
  expect(isLanguageTag(tag)).toBe(false);
});

describe("a source with malformed languages", () => {
  const element = (
    attributes: Record<string, string>,
    children: readonly SourceElement[] = [],
    display = "block",
  ): SourceElement => ({
    kind: "element",
    ref: "1",
    name: "p",
    attributes,
    display,
    invisible: false,
    children,
  });
  const tree = (language: string, body: SourceElement): SourceTree => ({
    title: "Example",
    language,
    metadata: {},
    body,
  });

  test("loses them and tells of each", () => {
    const body = element({}, [element({ lang: "de_CH", id: "part" }), element({ lang: "fr" })]);
    const { source, faults } = withKnownLanguages(tree("en_GB", body));
    expect(source.language).toBe("");
    expect(source.body.children).toMatchObject([
      { attributes: { id: "part" } },
      { attributes: { lang: "fr" } },
    ]);
    expect(JSON.stringify(source)).not.toContain("_");
    expect(faults.map(({ rule, where, hint }) => [rule, where, hint])).toEqual([
      ["language-unknown", 'html[lang="en_GB"]', 'write lang="en-GB"'],
      ["language-unknown", 'p#part[lang="de_CH"]', 'write lang="de-CH"'],
    ]);
  });

  test("keeps its elements where nothing is wrong, and passes over what nobody reads", () => {
    const body = element({}, [element({ lang: "?" }, [], "none"), element({ lang: "" })]);
    const { source, faults } = withKnownLanguages(tree("en", body));
    expect(source.body).toBe(body);
    expect(faults).toEqual([]);
  });
});
