import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { expect, it } from "vitest";
import { addressOfPath, pathOfAddress } from "../../../src/publication/picture-path.ts";
import { createMarkdown } from "../../../src/web/markdown.ts";
import {
  originalPicture,
  picturesIn,
  replacePictures,
} from "../../../src/web/pictures/picture-html.tsx";

const HOSTILE = 'p.svg" onload="document.title=1" class=".svg';

function attributesOf(html: string): Record<string, string> {
  const [element] = parseFragment(html).childNodes as DefaultTreeAdapterTypes.Element[];
  return Object.fromEntries((element?.attrs ?? []).map(({ name, value }) => [name, value]));
}

it("keeps a file's name within the address, whatever it holds", () => {
  const html = originalPicture(HOSTILE, 'x" onerror="y');
  expect(attributesOf(html)).toEqual({ src: addressOfPath(HOSTILE), alt: 'x" onerror="y' });
  expect(pathOfAddress(addressOfPath(HOSTILE))).toBe(HOSTILE);
});

it.each(["50%.jpg", "a#b.jpg", "a?b.jpg", "a b.jpg", "é.jpg", "in/a&b.jpg", 'a"b.jpg', "a'b.jpg"])(
  "leads a browser to %s",
  (file) => {
    const { src = "" } = attributesOf(originalPicture(file, ""));
    const { pathname, search, hash } = new URL(src, "http://example.org/");
    expect(decodeURIComponent(pathname)).toBe(`/${file}`);
    expect([search, hash]).toEqual(["", ""]);
  },
);

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
])("finds the picture of %s", (source, file) => {
  const html = createMarkdown().render(source);
  expect(picturesIn(html)).toEqual([file]);
});

it("hands the alternative over as the plain text that it is", () => {
  const html = createMarkdown().render('![Boats & "hills" <3](a.jpg)');
  replacePictures(html, (file, alt) => {
    expect([file, alt]).toEqual(["a.jpg", 'Boats & "hills" <3']);
    return "";
  });
  expect.assertions(1);
});
