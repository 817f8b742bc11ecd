import { expect, test } from "vitest";
import { idleLinkNotices } from "../../../src/accessible/amend/notices.ts";
import { idleLinks } from "../../../src/accessible/source/idle-links.ts";
import type { SourceElement } from "../../../src/accessible/source/source-tree.ts";

function element(
  name: string,
  attributes: SourceElement["attributes"],
  children: readonly SourceElement[] = [],
): SourceElement {
  return {
    kind: "element",
    ref: "1",
    name,
    attributes,
    display: "inline",
    invisible: false,
    children,
  };
}

test("links to nowhere and to scripts are idle, and those to a place are not", () => {
  const hrefs = [
    "#!",
    "#!/tab",
    " Java\nscript:void(0)",
    "#",
    "#top",
    "#lost",
    "#!here",
    "a.html#!",
  ];
  const links = hrefs.map((href) => element("a", { href }));
  const body = element("body", {}, [...links, element("p", { id: "!here" })]);
  expect(idleLinks(body).map(({ attributes }) => attributes.href)).toEqual(hrefs.slice(0, 3));
});

test("a notice says how many there are, and names them", () => {
  expect(idleLinkNotices([])).toEqual([]);
  expect(idleLinkNotices(['a[href="#!"]'])).toEqual([
    {
      about: "links",
      message: "a link that leads nowhere, or to what a script does, is plain text",
      places: ['a[href="#!"]'],
    },
  ]);
});
