/** Hyphens that are dashes, and those that are not. */
import { expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";

test.each([
  ["1914--1918", "1914–1918"],
  ["one---two", "one—two"],
  ["*one*--two", "<em>one</em>–two"],
  ["one-two", "one-two"],
  ["one ---- two", "one ---- two"],
  ["one \\-- two", "one -- two"],
  ["one \\-\\- two", "one -- two"],
  ["one --&gt; two", "one –&gt; two"],
  ["one --> two", "one --&gt; two"],
  ["one -- <!-- two --> three", "one –  three"],
  ["`--flag`", "<code>--flag</code>"],
  ["[a](b--c)", '<a href="b--c">a</a>'],
])("%s becomes %s", (source, html) => {
  expect(createMarkdown().renderInline(source)).toBe(html);
});
