import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/markdown/create-markdown.ts";
import { typesetHtml } from "../../src/web/typography/html.ts";
import { show } from "./typography/show.ts";

function inline(source: string, lang = "fr"): string {
  const html = typesetHtml(createMarkdown().renderInline(source), { lang });
  return show(html.replaceAll("&nbsp;", "\u00A0"));
}

function blocks(source: string): string {
  return typesetHtml(createMarkdown().render(source), { lang: "fr" });
}

/** Rendered, before typography. */
function raw(source: string): string {
  return createMarkdown().renderInline(source);
}

describe("rendering and typography", () => {
  test("blocks", () => {
    const html = blocks("## Et *alors* ?\n\n- l'un\n- « deux »\n");
    expect(show(html.replaceAll("&nbsp;", "\u00A0"))).toBe(
      "<h2>Et <em>alors</em>^?</h2>\n<ul>\n<li>l’un</li>\n<li>«~deux~»</li>\n</ul>\n",
    );
  });

  test("inline, across elements", () => {
    expect(inline('"*Covid A*" : hôpitaux')).toBe("«~<em>Covid A</em>~»~: hôpitaux");
    expect(inline("It's *ok* ?", "en")).toBe("It’s <em>ok</em>?");
  });

  test("code stays as typed", () => {
    expect(inline("`l'x ... !`")).toBe("<code>l'x ... !</code>");
  });

  test("no quote is curled, and no address linked, before typography", () => {
    expect(raw('"l\'x" (c) https://exemple.fr')).toBe("&quot;l'x&quot; (c) https://exemple.fr");
  });

  test("headings are lowered below those above the text, as far as there are levels", () => {
    const lowered = createMarkdown({ headingOffset: 1 });
    expect(lowered.render("## a\n\nb\n===\n\n###### c")).toBe(
      "<h3>a</h3>\n<h2>b</h2>\n<h6>c</h6>\n",
    );
  });

  test("tables", () => {
    expect(blocks("| a |\n|---|\n| 5 % |\n")).toContain("<td>5\u202F%</td>");
  });
});

describe("the language of a span", () => {
  test.each([
    ["[Smart Store]{lang=en}", '<span lang="en">Smart Store</span>'],
    ['[Smart Store]{lang="en-GB"}', '<span lang="en-GB">Smart Store</span>'],
    ["un [Smart Store]{lang=en} à Madrid", 'un <span lang="en">Smart Store</span> à Madrid'],
    ["[a *b* `c`]{lang=en}", '<span lang="en">a <em>b</em> <code>c</code></span>'],
    ["*[a]{lang=en}* b", '<em><span lang="en">a</span></em> b'],
    ["[a [b]{lang=de} c]{lang=en}", '<span lang="en">a <span lang="de">b</span> c</span>'],
    ["[[a](/b)]{lang=en}", '<span lang="en"><a href="/b">a</a></span>'],
    ["[a]{lang=en}[b]{lang=de}", '<span lang="en">a</span><span lang="de">b</span>'],
  ])("%s", (source, expected) => {
    expect(raw(source)).toBe(expected);
  });

  test.each([
    "[a]{lang=en onclick=alert(1)}",
    "[a]{onclick=alert(1)}",
    "[a]{.class #id}",
    "[a]{lang=en",
    "[a]{lang=}",
    "[a]{lang=e}",
    "[a]{lang=en_GB}",
    "[a] {lang=en}",
    "[a{lang=en}",
    "a]{lang=en}",
    "[a]{LANG=en}",
    "\\[a]{lang=en}",
    "`[a]{lang=en}`",
    "Prix {voir note}",
    "un ensemble {a, b}",
  ])("%s is text, all of it kept", (source) => {
    const html = raw(source);
    expect(html).not.toContain("<span");
    expect(html).not.toMatch(/<[^>]*(?:lang|onclick|class|id)=/u);
    expect(html.replaceAll(/<\/?code>/gu, "`")).toBe(source.replace("\\[", "["));
  });

  test.each(['[a]{lang="en">b}', '[a]{lang="en" "}', '[a]{lang=en"}', '[a]{lang="en}'])(
    "%s cannot break out",
    (source) => {
      expect(raw(source)).toBe(source.replaceAll('"', "&quot;").replaceAll(">", "&gt;"));
    },
  );

  test("nested in depth, it comes to an end", () => {
    const depth = 2000;
    const html = raw("[".repeat(depth) + "a" + "]{lang=en}".repeat(depth));
    expect(html).toContain("a");
  });
});

describe("untrusted input", () => {
  test("HTML is shown as text", () => {
    expect(raw('<b onclick="x">a</b><script>x</script>')).not.toMatch(/<[a-z]/u);
  });

  test.each([
    ["https://exemple.fr/a", "https://exemple.fr/a"],
    ["http://exemple.fr", "http://exemple.fr"],
    ["HTTPS://exemple.fr", "HTTPS://exemple.fr"],
    ["mailto:a@exemple.fr", "mailto:a@exemple.fr"],
    ["chapitre/#note", "chapitre/#note"],
    ["/chapitre?a=b:c", "/chapitre?a=b:c"],
    ["../a:b.html", "../a:b.html"],
    ["#note", "#note"],
    ["?a=b", "?a=b"],
  ])("a link to %s", (address, href) => {
    expect(raw(`[a](${address})`)).toBe(`<a href="${href}">a</a>`);
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "&#106;avascript:alert(1)",
    "java%0Ascript:alert(1)",
    "<java&#10;script:alert(1)>",
    "vbscript:x",
    "data:text/html,x",
    "data:image/png;base64,AAAA",
    "file:///etc/passwd",
    "ftp://exemple.fr",
    "//exemple.fr",
  ])("no link and no image to %s", (address) => {
    expect(raw(`[a](${address})`)).not.toContain("<a");
    expect(raw(`![a](${address})`)).not.toContain("<img");
    expect(raw(`[a][b]\n\n[b]: ${address}`)).not.toContain("<a");
  });

  test("no autolink to a refused scheme", () => {
    expect(raw("<ftp://exemple.fr>")).not.toContain("<a");
    expect(raw("<https://exemple.fr>")).toContain("<a");
  });
});
