import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { RawText } from "../../../src/document/raw-text.tsx";

it("is not escaped, as nothing there is decoded", () => {
  const text = 'a::before { content: "&" } b > c { color: red }';
  expect(renderToString(<RawText element="style" text={text} />)).toBe(`<style>${text}</style>`);
  expect(
    renderToString(<RawText element="script" type="application/json" text='{"a":"<b>"}' />),
  ).toBe('<script type="application/json">{"a":"<b>"}</script>');
});

it.each(["</style>", "</STYLE", "a</script >", "<!--", "<script", "</"])(
  "refuses what could end the element: %s",
  (text) => {
    expect(() => renderToString(<RawText element="style" text={`a ${text} b`} />)).toThrow(
      RangeError,
    );
  },
);
