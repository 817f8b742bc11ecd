/** Items of lists that are tasks, as GitHub has them. */
import { describe, expect, test } from "vitest";
import { showText } from "../../support/show-text.ts";
import { faultsIn } from "../../support/text-faults.ts";

/** Items with what their boxes are called. */
const shown = (source: string): string =>
  showText(source, "list")
    .replaceAll(/<svg[^>]*aria-label="(?<name>[^"]*)".*?<\/svg>/gu, "($<name>)")
    .replaceAll("\n", "");

test.each([
  ["- [ ] a", '<ul><li class="task">(To do)a</li></ul>'],
  ["* [x] a", '<ul><li class="task">(Done)a</li></ul>'],
  ["+ [X]  *a*", '<ul><li class="task">(Done)<em>a</em></li></ul>'],
  ["1. [x] a", '<ol><li class="task">(Done)a</li></ol>'],
  ["- a\n  - [ ] b", '<ul><li>a<ul><li class="task">(To do)b</li></ul></li></ul>'],
  ["- [ ] a\n\n  [ ] b", '<ul><li class="task"><p>(To do)a</p><p>[ ] b</p></li></ul>'],
  ["[x] a", "<p>[x] a</p>"],
  ["- \\[x] a", "<ul><li>[x] a</li></ul>"],
  ["- [1] a", "<ul><li>[1] a</li></ul>"],
  ["- `[x]` a", '<ul><li><code translate="no">[x]</code> a</li></ul>'],
])("%j", async (source, html) => {
  expect(shown(source)).toBe(html);
  expect(await faultsIn(source)).toEqual([]);
});

test("a box is a drawing with a name, and no field of a form", () => {
  const html = showText("- [x] a", "list");
  expect(html).toContain('role="img" aria-label="Done"');
  expect(html).not.toContain("<input");
});

describe("a fault", () => {
  test.each([
    ["- a\n- [] b", "2: this item begins with a box that is neither"],
    ["- [-] b", "1: this item begins with a box that is neither"],
    ["- [ x] b", "1: this item begins with a box that is neither"],
    ["- [x]b", "1: this item begins with a box that is neither"],
    ["- [x]", "1: this item has a box and no text"],
  ])("%j", async (source, expected) => {
    const found = await faultsIn(source);
    expect(found).toEqual([expect.stringContaining(expected)]);
    // What was written is lost in no edition.
    const text = showText(source, "list").replaceAll(/<[^>]*>/gu, "");
    expect(text).toContain(source.split("- ").at(-1));
  });
});
