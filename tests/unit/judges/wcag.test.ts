import axe from "axe-core";
import { expect, test } from "vitest";
import { criteriaOfAxeTags, criteriaOfHtmlcsCode } from "../../../src/judges/html/wcag.ts";

test("axe's tags give their criteria", () => {
  expect(criteriaOfAxeTags(["cat.color", "wcag2aa", "wcag143"])).toEqual(["1.4.3"]);
  expect(criteriaOfAxeTags(["wcag2a", "wcag244", "wcag412", "section508"])).toEqual([
    "2.4.4",
    "4.1.2",
  ]);
  expect(criteriaOfAxeTags(["wcag21aa", "wcag1412"])).toEqual(["1.4.12"]);
  expect(criteriaOfAxeTags(["best-practice", "EN-9.1.1.1"])).toEqual([]);
});

test("a criterion that WCAG 2.2 removed is not named", () => {
  expect(criteriaOfAxeTags(["wcag411"])).toEqual([]);
  expect(criteriaOfHtmlcsCode("WCAG2AA.Principle4.Guideline4_1.4_1_1.F77")).toEqual([]);
});

test("HTML_CodeSniffer's codes give their criterion", () => {
  const code = (rest: string) => criteriaOfHtmlcsCode(`WCAG2AA.Principle1.Guideline1_${rest}`);
  expect(code("1.1_1_1.H37")).toEqual(["1.1.1"]);
  expect(code("4.1_4_3.G18.Fail")).toEqual(["1.4.3"]);
  expect(code("3.1_3_1_A.G141")).toEqual(["1.3.1"]);
  expect(code("4.1_4_10.C32")).toEqual(["1.4.10"]);
  expect(criteriaOfHtmlcsCode("image-alt")).toEqual([]);
});

test("every rule of axe-core at WCAG A or AA has a criterion", () => {
  const rules = axe.getRules(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  expect(rules.length).toBeGreaterThan(50);
  const without = rules.filter(
    ({ tags }) => criteriaOfAxeTags(tags).length === 0 && !tags.includes("wcag411"),
  );
  expect(without.map(({ ruleId }) => ruleId)).toEqual([]);
});
