import { parseXml } from "@rgrove/parse-xml";
import { expect, it } from "vitest";
import { XML_DECLARATION, xmlNode, xmlText } from "../../../src/document/xml-text.ts";

it("writes elements, attributes and text", () => {
  const node = xmlNode("a", { b: 1, "x:c": "d" }, [xmlNode("e"), "f", xmlNode("g", {}, ["h"])]);
  expect(xmlText(node)).toBe('<a b="1" x:c="d"><e/>f<g>h</g></a>');
});

it.each([
  "</a><script>",
  `"onload='x()`,
  "&amp; &#60;",
  "]]>",
  "a\tb\nc\rd",
  "é 🎉 \u00A0",
  "<!--",
])("keeps a value a value: %s", (value) => {
  const text = xmlText(xmlNode("a", { b: value }, [value]));
  const { root } = parseXml(XML_DECLARATION + text);
  expect(root?.attributes.b).toBe(value);
  // A parser of XML takes every line end for a line feed.
  expect(root?.text).toBe(value.replaceAll("\r", "\n"));
  expect(root?.children).toHaveLength(1);
});

it("has no characters that XML cannot have", () => {
  const { root } = parseXml(xmlText(xmlNode("a", {}, ["b\u0000\u000B\uFFFF\uD800c"])));
  expect(root?.text).toBe("b\uFFFD\uFFFD\uFFFD\uFFFDc");
});
