import { parseFragment, serialize, type DefaultTreeAdapterTypes } from "parse5";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { addressOfPath, pathOfAddress } from "../../../src/publication/fields/picture-path.ts";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { originalPicture } from "../../../src/web/pictures/original-picture.tsx";
import { paragraphElements, textElements } from "../../../src/web/text/text-elements.ts";

const HOSTILE = 'p.svg" onload="document.title=1" class=".svg';

function attributesOf(html: string): Record<string, string> {
  const [element] = parseFragment(html).childNodes as DefaultTreeAdapterTypes.Element[];
  return Object.fromEntries((element?.attrs ?? []).map(({ name, value }) => [name, value]));
}

const showOriginal = (file: string, alt: string): string =>
  renderToString(originalPicture(file, alt));

describe("a picture at its full resolution", () => {
  it("keeps a file's name within the address, whatever it holds", () => {
    const html = showOriginal(HOSTILE, 'x" onerror="y');
    expect(attributesOf(html)).toEqual({ src: addressOfPath(HOSTILE), alt: 'x" onerror="y' });
    expect(pathOfAddress(addressOfPath(HOSTILE))).toBe(HOSTILE);
  });

  it.each([
    "50%.jpg",
    "a#b.jpg",
    "a?b.jpg",
    "a b.jpg",
    "é.jpg",
    "in/a&b.jpg",
    'a"b.jpg',
    "a'b.jpg",
  ])("leads a browser to %s", (file) => {
    const { src = "" } = attributesOf(showOriginal(file, ""));
    const { pathname, search, hash } = new URL(src, "http://example.org/");
    expect(decodeURIComponent(pathname)).toBe(`/${file}`);
    expect([search, hash]).toEqual(["", ""]);
  });
});

/** What `source` shows as pictures. */
function picturesOf(source: string): readonly (readonly [file: string, alt: string])[] {
  const found: (readonly [string, string])[] = [];
  textElements(createMarkdown().render(source), {
    picture: (file, alt) => {
      found.push([file, alt]);
      return <img src={file} alt={alt} />;
    },
  });
  return found;
}

describe("the pictures of a text", () => {
  it.each([
    ["![A map](50%.jpg)", "50%.jpg"],
    ["![A map](50%25.jpg)", "50%.jpg"],
    ["![A map](<a b.jpg>)", "a b.jpg"],
    ["![A map](a%20b.jpg)", "a b.jpg"],
    ["![A map](a#b.jpg)", "a#b.jpg"],
    ["![A map](a?b&c.jpg)", "a?b&c.jpg"],
    ["![A map](é.jpg)", "é.jpg"],
    ['![A map](<a"b.jpg>)', 'a"b.jpg'],
    ["![A map](100%FF.jpg)", "100%FF.jpg"],
    ["- a\n\n  [![A map](a.jpg)](https://example.org/)", "a.jpg"],
  ])("are found: %s", (source, file) => {
    expect(picturesOf(source)).toEqual([[file, "A map"]]);
  });

  it("have the alternative as the plain text that it is", () => {
    expect(picturesOf('![Boats & "hills" <3](a.jpg)')).toEqual([["a.jpg", 'Boats & "hills" <3']]);
  });
});

describe("a text as elements", () => {
  const asElements = (html: string): string =>
    renderToString(<div>{textElements(html, { picture: originalPicture })}</div>);

  it.each([
    "a < b & c \"d\" 'e' <b>f</b> <script>g()</script>",
    '*a* **b** `c < d` [e](https://example.org/?f=1&g=2 "h") [i]{lang=en}\nj  \nk',
    "## a\n\n1. b\n   - c\n2. d\n\n> e\n\n---\n\n    f\n\n```g\nh < i\n```\n",
    "5. a\n6. b",
    "| a | b |\n|:-:|--:|\n| *c* | d |",
    "\u00A0a\u202Fb\u2009c",
  ])("is what markdown-it wrote: %s", (source) => {
    const html = createMarkdown().render(source);
    // Code is marked as what nobody translates; all else is as it was.
    const written = serialize(parseFragment(asElements(html))).replaceAll(' translate="no"', "");
    expect(written).toBe(serialize(parseFragment(`<div>${html}</div>`)));
  });

  it("has headings as many levels lower as its place is, and none below the sixth", () => {
    const html = createMarkdown().render("## a\n\n##### b\n\nc");
    const shown = textElements(html, { picture: originalPicture, headingsLowered: 2 });
    expect(renderToString(<>{shown}</>)).toBe("<h4>a</h4>\n<h6>b</h6>\n<p>c</p>\n");
  });

  it("shows pictures as the edition does", () => {
    const shown = textElements(createMarkdown().render("![a](b.jpg)"), {
      picture: () => <picture />,
    });
    expect(renderToString(<>{shown}</>)).toBe("<p><picture></picture></p>\n");
  });

  it("is what is in its paragraph, where it is one", () => {
    const inside = (source: string): string =>
      renderToString(
        <>{paragraphElements(createMarkdown().render(source), { picture: originalPicture })}</>,
      );
    expect(inside("a *b*")).toBe("a <em>b</em>");
    expect(inside("a\n\nb")).toBe("<p>a</p>\n<p>b</p>\n");
  });
});
