import { describe, expect, test } from "vitest";
import { amendSource, type FoundPictures } from "../../../../src/accessible/amend/amend-source.ts";
import type { Amendments } from "../../../../src/accessible/amend/amendments.ts";
import { elementsByRef } from "../../../../src/accessible/source/source-names.ts";
import type { SourceElement, SourceTree } from "../../../../src/accessible/source/source-tree.ts";

const element = (
  ref: string,
  name: string,
  attributes: Record<string, string> = {},
  children: SourceElement["children"] = [],
): SourceElement => ({
  kind: "element",
  ref,
  name,
  attributes,
  display: "inline",
  invisible: false,
  children,
});

const body = element("0", "body", {}, [
  element("1", "p", {}, [{ kind: "text", text: "Words" }]),
  element("2", "img", { src: "boat.jpg" }),
  element("3", "a", { href: "#x" }, [element("4", "img", { src: "home.png", alt: "Home" })]),
  element("5", "svg", { id: "logo", role: "presentation" }),
  element("6", "object", { data: "film" }),
  element("7", "img", { src: "boat.jpg", alt: "A boat", "aria-label": "Ship", title: "t" }),
]);
const source: SourceTree = { title: "Own", language: "en", metadata: {}, body };
const keys = new Map([
  ["2", "boat.jpg"],
  ["4", "home.png"],
  ["5", "svg#logo"],
  ["7", "boat.jpg"],
]);

function amend(asked: Amendments, found: Partial<FoundPictures> = {}) {
  const amended = amendSource(source, asked, { chosen: [], keys, ...found });
  const elements = elementsByRef(amended.source.body);
  const attributesOf = (ref: string): unknown => elements.get(ref)?.attributes;
  const said = amended.notices.map(({ message, places }) => [message, ...places].join("\n"));
  return { source: amended.source, attributesOf, said };
}

const chosen = (...refs: readonly string[]) => ({ chosen: [{ refs, others: 0 }] });

test("without anything asked the source is as it was", () => {
  const amended = amend({});
  expect(amended.source.body).toBe(body);
  expect(amended.said).toEqual([]);
});

test("the given title goes before the document's, which is said", () => {
  const { source: now, said } = amend({ title: "Given" });
  expect(now.title).toBe("Given");
  expect(said).toEqual(["the title is the given one, in the place of the document's, “Own”"]);
  expect(amend({ title: "Own" }).said).toEqual([]);
});

describe("alternatives", () => {
  const give = (picture: string, alt: string, decorative = false) =>
    amend({ alternatives: [{ picture, alt, decorative }] });

  test("reach every picture of the name, and go before what the document has", () => {
    const { attributesOf, said } = give("boat.jpg", "A blue  boat");
    expect(attributesOf("2")).toEqual({ src: "boat.jpg", alt: "A blue boat" });
    expect(attributesOf("7")).toEqual({ src: "boat.jpg", alt: "A blue boat" });
    expect(said).toEqual([
      'the list goes before alternatives that the document has\nimg[src="boat.jpg"] “Ship”',
    ]);
  });

  test("name a drawing that the document takes for a decoration", () => {
    expect(give("svg#logo", "Our logo").attributesOf("5")).toEqual({
      id: "logo",
      "aria-label": "Our logo",
    });
  });

  test("that are not filled in change nothing", () => {
    const amended = give("boat.jpg", "");
    expect(amended.source.body).toBe(body);
    expect(amended.said).toEqual([]);
  });

  test("may say that a picture is decoration", () => {
    const { attributesOf } = give("svg#logo", "", true);
    expect(attributesOf("5")).toMatchObject({ "aria-hidden": "true", alt: "" });
  });

  test("of no picture are reported", () => {
    expect(give("gone.jpg", "").said).toEqual([
      "the list has what is no picture of the document\ngone.jpg",
    ]);
  });

  test("go before a selector", () => {
    const { attributesOf } = amend(
      {
        decorative: ["img"],
        alternatives: [{ picture: "boat.jpg", alt: "A boat", decorative: false }],
      },
      chosen("2"),
    );
    expect(attributesOf("2")).toEqual({ src: "boat.jpg", alt: "A boat" });
  });
});

describe("decoration", () => {
  const hide = (...refs: readonly string[]) => amend({ decorative: ["x"] }, chosen(...refs));

  test("is every kind of picture", () => {
    const { attributesOf, said } = hide("2", "5", "6");
    for (const ref of ["2", "5", "6"]) {
      expect(attributesOf(ref)).toMatchObject({ "aria-hidden": "true" });
    }
    expect(said).toEqual([]);
  });

  test("is nothing else, which is said", () => {
    const { source: now, said } = hide("1", "3");
    expect(now.body).toBe(body);
    expect(said).toEqual([
      '--decorative x matches what is no picture and stays as it is\np\na[href="#x"]',
    ]);
  });

  test("that matches nothing is reported", () => {
    expect(hide().said).toEqual(["--decorative x matches nothing in the document"]);
    expect(hide("99").said).toEqual(["--decorative x matches nothing that is printed"]);
  });

  test("in a link that holds nothing else is reported, with the alternative that it had", () => {
    const { said } = hide("4");
    expect(said).toEqual([
      '--decorative x hides alternatives that the document has\nimg[src="home.png"] “Home”',
      'what is decoration now was all that a link holds: the link has no name any more\na[href="#x"]',
    ]);
  });
});
