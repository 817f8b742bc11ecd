/** Ids of headings: what is read, and what is a fault. */
import { expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";

test.each([
  ["## The quay {#quay}", '<h2 id="quay">The quay</h2>'],
  ["## The *quay* {#the-quay .unnumbered}", '<h2 id="the-quay">The <em>quay</em></h2>'],
  ["## The quay {-}", "<h2>The quay</h2>"],
  ["The quay {#quay}\n---", '<h2 id="quay">The quay</h2>'],
  ["## The {quay}", "<h2>The {quay}</h2>"],
  ["## A set {a, b}", "<h2>A set {a, b}</h2>"],
])("%j becomes %s", (source, html) => {
  expect(createMarkdown().render(source).trim()).toBe(html);
});
