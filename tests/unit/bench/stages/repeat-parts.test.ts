import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { repeatParts } from "../../../../bench/stages/repeat-parts.ts";

const source = `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>
<nav><ol><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ol></nav>
<main><article id="one" aria-labelledby="one-name one-role"><h2 id="one-name">One</h2>
<p id="one-role">See <a href="#one-name">above</a> and <a href="https://example.org/#one">there</a>.</p>
<ol><li><a href="#one">not an entry</a></li></ol></article>
<section id="two"><h2>Two</h2></section></main></body></html>`;

describe("repeatParts", () => {
  test("begins again with the first part when all are used", () => {
    expect(idsOf(repeatParts(source, 5), ["article", "section"])).toEqual([
      "one",
      "two",
      "one-2",
      "two-2",
      "one-3",
    ]);
  });

  test("leaves parts out where fewer are wanted, and their entries with them", () => {
    const shorter = repeatParts(source, 1);
    expect(idsOf(shorter, ["article", "section"])).toEqual(["one"]);
    expect(shorter).toContain('<ol><li><a href="#one">One</a></li></ol></nav>');
  });

  test("gives every copy ids of its own, which all that names them follows", () => {
    const longer = repeatParts(source, 6);
    const elements = elementsOf(longer);
    const ids = elements.flatMap((element) => element.attrs.filter(({ name }) => name === "id"));
    expect(new Set(ids.map(({ value }) => value)).size).toBe(ids.length);
    expect(longer).toContain('aria-labelledby="one-name-3 one-role-3"');
    expect(longer).toContain('<a href="#one-name-3">');
  });

  test("adds an entry to the contents for each part", () => {
    const [contents = ""] = /<nav>.*<\/nav>/s.exec(repeatParts(source, 4)) ?? [];
    const entries = contents.match(/href="[^"]*"/g);
    expect(entries).toEqual(['href="#one"', 'href="#two"', 'href="#one-2"', 'href="#two-2"']);
  });

  test("leaves addresses of other documents as they are", () => {
    expect(repeatParts(source, 3).match(/href="https:\/\/example\.org\/#one"/g)).toHaveLength(2);
  });

  test("refuses a document without parts", () => {
    expect(() => repeatParts("<p>No main</p>", 2)).toThrow(RangeError);
    expect(() => repeatParts("<main></main>", 2)).toThrow(RangeError);
  });
});

function idsOf(html: string, names: readonly string[]): (string | undefined)[] {
  return elementsOf(html)
    .filter(({ tagName }) => names.includes(tagName))
    .map(({ attrs }) => attrs.find(({ name }) => name === "id")?.value);
}

function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of parent.childNodes) {
      if (!("tagName" in child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(parse(html));
  return found;
}
