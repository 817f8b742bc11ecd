import { describe, expect, test } from "vitest";
import { loadHyphenators } from "../../../src/web/typography/hyphenate.ts";
import { hyphenateHtml, typesetHtml } from "../../../src/web/typography/html.ts";
import { show } from "./show.ts";

/** parse5 writes U+00A0 as `&nbsp;`. */
function set(html: string, lang = "fr"): string {
  return show(typesetHtml(html, { lang }).replaceAll("&nbsp;", "\u00A0"));
}

describe("typesetHtml", () => {
  test.each([
    ["inline elements", "<p>« <em>mot</em> » !</p>", "<p>«~<em>mot</em>~»^!</p>"],
    ["a unit in an abbr", "<p>10 <abbr>km</abbr></p>", "<p>10~<abbr>km</abbr></p>"],
    [
      "an English span",
      '<p>"<span lang="en">it\'s "ok" ?</span>" !</p>',
      '<p>«~<span lang="en">it’s “ok”?</span>~»^!</p>',
    ],
    [
      "a French quotation in English",
      '<p lang="en">"<q lang="fr">Vite !</q>" ?</p>',
      '<p lang="en">“<q lang="fr">Vite^!</q>”?</p>',
    ],
    [
      "an inherited language",
      '<div lang="en"><p>It\'s ok ?</p></div><p>Oui ?</p>',
      '<div lang="en"><p>It’s ok?</p></div><p>Oui^?</p>',
    ],
    [
      "blocks apart",
      '<ul><li>un "mot</li><li>deux" !</li></ul>',
      '<ul><li>un "mot</li><li>deux"^!</li></ul>',
    ],
    ["text around a block", "<div>un :<p>l'un</p>deux !</div>", "<div>un~:<p>l’un</p>deux^!</div>"],
    ["a line break", "<p>un:<br>deux !</p>", "<p>un~:<br>deux^!</p>"],
    [
      "an image in a line",
      '<p>"<img src="l\'x.png" alt="l\'eau">" !</p>',
      '<p>«~<img src="l\'x.png" alt="l’eau">~»^!</p>',
    ],
    [
      "a table",
      "<table><tbody><tr><td>10 000</td><td>5 %</td></tr></tbody></table>",
      "<table><tbody><tr><td>10^000</td><td>5^%</td></tr></tbody></table>",
    ],
    ["a heading", "<h2>Et alors ?</h2>", "<h2>Et alors^?</h2>"],
    ["a template", "<template><p>l'eau</p></template>", "<template><p>l’eau</p></template>"],
  ])("%s", (_, html, expected) => {
    expect(set(html)).toBe(expected);
    expect(set(typesetHtml(html, { lang: "fr" }))).toBe(expected);
  });

  test.each([
    ["code", '<p><code>l\'x ... "y" !</code></p>'],
    ["code with elements", "<p><code><b>l'x</b> !</code></p>"],
    ["kbd and samp", "<p><kbd>l'x !</kbd> <samp>5 %</samp></p>"],
    ["pre", "<pre title=\"l'x\">l'x  !\n  10 km</pre>"],
    ["script", "<script>let l='x' ; \"y\"</script>"],
    ["style", '<style>a { b: "c" ; }</style>'],
    ["textarea", "<textarea>l'x !</textarea>"],
    ["svg", "<p><svg><title>l'x !</title><text>5 %</text></svg></p>"],
    ["math", "<p><math><mi>l'x !</mi></math></p>"],
    ["comments", "<p>mot<!-- l'x ! --></p>"],
    ["other attributes", '<a href="/l\'x !" id="l\'x" data-note="l\'x">mot</a>'],
    ["addresses", "<p>https://exemple.fr/l'x?a=1;b</p>"],
    ["white space between blocks", "<ul>\n  <li>un</li>\n\n  <li>deux</li>\n</ul>\n"],
    ["character references", "<p>a &lt; b &amp; c</p>"],
  ])("leaves %s", (_, html) => {
    expect(set(html)).toBe(html);
  });

  test("attributes that are read as text, in their element's language", () => {
    const html =
      '<p><a title="l\'eau !" aria-label="5 %" lang="fr">x</a><i lang="en" title="it\'s">y</i></p>';
    expect(set(html)).toBe(
      '<p><a title="l’eau^!" aria-label="5^%" lang="fr">x</a><i lang="en" title="it’s">y</i></p>',
    );
  });

  test("a document, with its own language", () => {
    const html =
      '<!DOCTYPE html><html lang="en"><head><title>It\'s "on"</title></head><body><p>Why ?</p></body></html>';
    expect(set(html)).toBe(
      '<!DOCTYPE html><html lang="en"><head><title>It’s “on”</title></head><body><p>Why?</p></body></html>',
    );
  });

  test("lang='' is no language", () => {
    expect(set('<p lang="">l\'x !</p>')).toBe('<p lang="">l\'x !</p>');
  });
});

describe("hyphenateHtml", async () => {
  const hyphenators = await loadHyphenators(["fr", "en"]);
  const divide = (html: string, skipClasses: readonly string[] = []) =>
    hyphenateHtml(html, { lang: "fr", hyphenators, skipClasses }).replaceAll("\u00AD", "|");

  test.each([
    ["text", "<p>le confinement oui</p>", "<p>le confi|ne|ment oui</p>"],
    ["an element", "<p>le <em>confinement</em>. oui</p>", "<p>le <em>confi|ne|ment</em>. oui</p>"],
    [
      "each language",
      '<p>le <i lang="en">communication</i> oui</p>',
      '<p>le <i lang="en">com|mu|ni|ca|tion</i> oui</p>',
    ],
    ["a region", '<p lang="fr-CA">confinement oui</p>', '<p lang="fr-CA">confi|ne|ment oui</p>'],
    [
      "the head of a sentence in an element",
      "<p>Fin. <b>Notamment</b> oui</p>",
      "<p>Fin. <b>Notam|ment</b> oui</p>",
    ],
  ])("divides %s", (_, html, expected) => {
    expect(divide(html)).toBe(expected);
    expect(divide(expected.replaceAll("|", "\u00AD"))).toBe(expected);
  });

  test.each([
    ["code", "<p><code>confinement</code> oui</p>"],
    ["pre", "<pre>confinement</pre>"],
    ["headings", "<h1>Le confinement</h1><h6>Le <i>confinement</i></h6>"],
    ["[data-no-hyphens]", '<div data-no-hyphens=""><p>le confinement oui</p></div>'],
    ["a part of a word in an element", "<p>confine<b>ment</b> <b>confin</b>ement oui</p>"],
    ["a proper noun in an element", "<p>avec <b>Madeleine</b> oui</p>"],
    ["languages without a hyphenator", '<p lang="de">kommunikation oui</p>'],
    ["the last word of a paragraph", "<p>avec le <b>confinement</b> !</p>"],
    ["text attributes", '<p title="confinement">mot oui</p>'],
  ])("leaves %s", (_, html) => {
    expect(divide(html)).toBe(html);
  });

  test("the title of a document stays whole", () => {
    const html =
      "<!DOCTYPE html><html><head><title>Le confinement</title></head><body><p>le confinement oui</p></body></html>";
    expect(divide(html)).toBe(html.replace("<p>le confinement", "<p>le confi|ne|ment"));
  });

  test("classes to skip", () => {
    const html = '<p class="lead key-figure">confinement oui</p>';
    expect(divide(html, ["key-figure"])).toBe(html);
    expect(divide(html, ["key"])).not.toBe(html);
  });
});
