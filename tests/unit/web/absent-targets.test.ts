/** Links to parts that an edition does not have. */
import { expect, it } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { leavesOut, withoutAbsentTargets } from "../../../src/web/absent-targets.ts";

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="en"><head></head><body>${body}</body></html>`;

it("are their text, with what is in it, and all others stay", () => {
  const kept =
    '<a href="#boat">boat</a> <a href="#%C3%A9t%C3%A9">été</a> <a href="https://example.org/#x">web</a>';
  const html = page(
    `<h2 id="boat">Boat</h2><h2 id="été">Été</h2><p>See <a href="#flood">the <em>flood</em>, <span lang="de">Flut</span></a>; ${kept}</p>`,
  );
  expect(withoutAbsentTargets(html)).toBe(
    page(
      `<h2 id="boat">Boat</h2><h2 id="été">Été</h2><p>See the <em>flood</em>, <span lang="de">Flut</span>; ${kept}</p>`,
    ),
  );
});

it("leave a page without them as it is, byte for byte", () => {
  const html = "<!doctype html>\n<html><body><p id=a>A <a href='#a'>link</a></body></html>";
  expect(withoutAbsentTargets(html)).toBe(html);
});

it("may be where an edition has only some parts, or a text has passages for some editions", () => {
  const bodies = (source: string): ReadonlyMap<string, string> =>
    new Map([["content/010-boat.md", createMarkdown().render(source)]]);
  expect(leavesOut({ parts: undefined }, bodies("`<edition-passage `"))).toBe(false);
  expect(leavesOut({ parts: ["one"] }, bodies("one"))).toBe(true);
  const passage = "a [one]{.content-visible when-format=html}";
  expect(leavesOut({ parts: undefined }, bodies(passage))).toBe(true);
});
