/** Subscripts and superscripts, beside what has the same marks and is something else. */
import { expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";

test.each([
  ["H~2~O", "H<sub>2</sub>O"],
  ["x^2^y^*n*^", "x<sup>2</sup>y<sup><em>n</em></sup>"],
  ["x^a~1~^", "x<sup>a<sub>1</sub></sup>"],
  ["2^nd\\ edition^", "2<sup>nd\u00A0edition</sup>"],
  ["[H~2~O]{lang=en}", '<span lang="en">H<sub>2</sub>O</span>'],
  ["*a~1~*", "<em>a<sub>1</sub></em>"],
  ["~~gone~~ ~~a~~b", "<s>gone</s> <s>a</s>b"],
  ["~20 km, ~30 km", "~20 km, ~30 km"],
  ["a^b c^", "a^b c^"],
  ["a^^ b~~", "a^^ b~~"],
  ["`x^2^`", "<code>x^2^</code>"],
  ["x\\^2\\^", "x^2^"],
  ["a\\\nb", "a<br>\nb"],
])("%s", (source, expected) => {
  expect(createMarkdown().renderInline(source)).toBe(expected);
});
