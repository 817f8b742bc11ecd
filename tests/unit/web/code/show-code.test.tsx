/** Blocks of code as editions show them, and the box of the web edition. */
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { scrollingCode } from "../../../../src/web/text/code/scrolling-code.tsx";
import { showCode, type CodeBlock } from "../../../../src/web/text/code/show-code.tsx";

const BLOCK: CodeBlock = {
  ...{ code: "", language: undefined, file: undefined, id: undefined },
  marks: {},
};

function show(block: Partial<CodeBlock>): string {
  return renderToString(showCode({ ...BLOCK, ...block }));
}

function showBoxed(block: Partial<CodeBlock>, lang = "en"): string {
  return renderToString(showCode({ ...BLOCK, ...block }, (shown) => scrollingCode(shown, lang)));
}

/** What a reader has, without elements. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

test("code without a language is text", () => {
  expect(show({ code: 'if (a < "b")\n' })).toBe(
    '<pre translate="no"><code>if (a &lt; &quot;b&quot;)\n</code></pre>',
  );
});

test("its parts have different styles, on each line by themselves", () => {
  expect(show({ code: "/* a\nb */ let c;\n", language: "js" })).toBe(
    '<pre translate="no"><code class="language-js"><span class="code-comment">/* a\n</span><span class="code-comment">b */</span> <span class="code-keyword">let</span> c;\n</code></pre>',
  );
});

test.each([
  ["js", 'const a = `x${b} <i>&amp;</i>`; // \t"é"\n\n\n  c()\n'],
  ["html", '<p class="a">\n\t<b>&lt;</b>\n</p>'],
  ["python", `${" ".repeat(8)}return ${"x + ".repeat(30)}1\n`],
  ["nothing", "a  b\n\n"],
  [undefined, "\n  a\n"],
])("nothing of it is lost or added in %s", (language, code) => {
  expect(textOf(show({ code, language }))).toBe(code);
});

test("code that programs wrote has no colours", () => {
  expect(show({ code: `let a = ${"1".repeat(3_000)};`, language: "js" })).not.toContain("<span");
  expect(show({ code: "let a;\n".repeat(20_000), language: "js" })).not.toContain("<span");
});

test("a long line that is set in knows by how much", () => {
  const html = show({ code: `a\n\t  ${"b ".repeat(20)}\n  c\n` });
  expect(html.match(/<span class="code-line" style="--indent: 6">/gu)).toHaveLength(1);
});

test("the name of a file stands above, and the id is that of both", () => {
  expect(show({ code: "a", file: "a<b.js", id: "c" })).toBe(
    '<figure class="code-block" id="c"><figcaption><code translate="no">a&lt;b.js</code></figcaption><pre translate="no"><code>a</code></pre></figure>',
  );
});

describe("a box that scrolls", () => {
  const code = `${"a".repeat(40)}\n`;

  test.each([
    [{ code }, 'role="group" tabindex="0" aria-label="Code"'],
    [{ code, language: "js" }, 'role="group" tabindex="0" aria-label="Code, JavaScript"'],
    [{ code, language: "mermaid" }, 'role="group" tabindex="0" aria-label="Code"'],
    [{ code, file: "a.js" }, 'role="region" tabindex="0" aria-label="Code, a.js"'],
  ])("of %j", (block, expected) => {
    expect(showBoxed(block)).toContain(`<div class="code-box" ${expected}><pre`);
  });

  test("is named in the language of the text", () => {
    expect(showBoxed({ code }, "es-MX")).toContain('aria-label="Código"');
    expect(showBoxed({ code }, "fi")).toContain('aria-label="Code" lang="en"');
  });

  test("is not there for short lines, nor in print", () => {
    expect(showBoxed({ code: "a = b\n" })).not.toContain("code-box");
    expect(show({ code })).not.toContain("code-box");
  });
});
