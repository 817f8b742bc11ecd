/** What blocks of code say of themselves. */
import { describe, expect, test } from "vitest";
import { meantLanguage } from "../../../src/markdown/code/code-languages.ts";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { faultsIn } from "../../support/text-faults.ts";

const fence = (info: string): string => `one\n\n\`\`\`${info}\na = b\n\`\`\`\n`;

test.each([
  ["", "<code>"],
  ["js", '<code class="language-js">'],
  [" JavaScript ", '<code class="language-JavaScript">'],
  ["{.js}", '<code class="language-js">'],
  [" {.js #a}", '<code id="a" class="language-js">'],
  ['{.js filename="a b.js"}', '<code data-filename="a b.js" class="language-js">'],
  ['js {filename="a.js"}', '<code data-filename="a.js" class="language-js">'],
  ['{filename="a<b"}', '<code data-filename="a&lt;b">'],
  ["dot", '<code class="language-dot">'],
  ["c++", '<code class="language-c++">'],
])("%j", async (info, opening) => {
  expect(createMarkdown().render(fence(info))).toContain(`<pre>${opening}a = b\n</code></pre>`);
  expect(await faultsIn(fence(info))).toEqual([]);
});

describe("a fault", () => {
  test.each([
    ["{python}", '3: "{python}" asks that code is run'],
    ["{python, echo=FALSE}", '3: "{python, echo=FALSE}" asks that code is run'],
    ["{=html}", '3: "{=html}" says nothing of a block of code'],
    ["js title", '3: "js title" says nothing of a block of code'],
    ["{.js .numberLines}", '3: ".numberLines" says nothing of a block of code'],
    ["{.js #a #b}", '3: "#b" says nothing of a block of code'],
    ["{.js title=a}", '3: "title" says nothing of a block of code'],
    ["{.js filename=a filename=b}", '3: "b" says nothing of a block of code'],
    ["mermaid", "3: mermaid asks that a picture is drawn"],
    ["javascrpit", '3: "javascrpit" is not the name of a language'],
    ["{.pyhton}", '3: "pyhton" is not the name of a language'],
  ])("%j", async (info, expected) => {
    expect(await faultsIn(fence(info))).toEqual([expect.stringContaining(expected)]);
    expect(createMarkdown().render(fence(info))).toContain("a = b");
  });
});

test.each([
  ["pythn", "python"],
  ["Pyython", "python"],
  ["rusr", "rust"],
  ["jaavscript", "javascript"],
  ["python", undefined],
  ["dot", undefined],
  ["hlsl", undefined],
  ["jsonl", undefined],
  ["rescript", undefined],
])("%s is meant for %s", (typed, meant) => {
  expect(meantLanguage(typed)).toBe(meant);
});
