/** What is found in documents that do something of their own, and what is left alone in still ones. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ActiveContent } from "../../../src/document/active-content/active-content.ts";
import { placeInEdition } from "../../../src/document/active-content/edition-place.ts";
import {
  findInCss,
  findInHtml,
  findInXml,
} from "../../../src/document/active-content/find-active-content.ts";
import { findInFile } from "../../../src/document/active-content/find-in-file.ts";

const place = placeInEdition("chapters/index.html", "/our-year/");
const rulesOf = (found: readonly ActiveContent[]): readonly string[] =>
  found.map(({ rule }) => rule);
const inHtml = (html: string): readonly string[] => rulesOf(findInHtml(html, place));
const inSvg = (inside: string): readonly string[] =>
  rulesOf(
    findInXml(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">${inside}</svg>`,
      place,
    ),
  );

describe("scripts", () => {
  it.each([
    "<script>1</script>",
    "<SCRIPT SRC=a.js></SCRIPT>",
    '<script type="">1</script>',
    '<script type=" Text/JavaScript ">1</script>',
    "<script type=module>1</script>",
    "<script type=importmap>{}</script>",
    "<script type=speculationrules>{}</script>",
    "<script type='text/jscript'>1</script>",
    "<script language=javascript>1</script>",
    "<script language=''>1</script>",
    "<script type=application/x-ecmascript></script>",
    "<svg><script>1</script></svg>",
    "<svg><script xlink:href='a.js'/></svg>",
    "<svg><script language=none>1</script></svg>",
    "<math><mtext><script>1</script></mtext></math>",
    "<template><script>1</script></template>",
    "<template><template><script>1</script></template></template>",
    "<div><template shadowrootmode=open><script>1</script></template></div>",
    "<noscript><script>1</script></noscript>",
    "<select><script>1</script></select>",
    "<table><script>1</script></table>",
    "<svg><foreignObject><div><script>1</script></div></foreignObject></svg>",
    "<svg><style><script>1</script></style></svg>",
    "<link rel='x IMPORT' href=a.html>",
    "<p title=\"<noscript>\"></p><noscript><p title='</noscript><script>1</script>'></noscript>",
  ])("are found: %s", (html) => {
    expect(inHtml(html)).toContain("script");
  });

  it.each([
    '<script type="application/ld+json">{"a":"</b><i onclick=1>"}</script>',
    "<script type='text/plain'>alert(1)</script>",
    "<script type='text/javascript; charset=utf-8'>1</script>",
    "<script type=text/x-template><b onclick=1></script>",
    "<script language=vbscript>1</script>",
    "<!-- <script>1</script> -->",
    "<textarea><script>1</script></textarea>",
    "<title><script>1</script></title>",
    "<p title='<script>1</script>'>&lt;script>1&lt;/script></p>",
    "<style>/* <script>1</script> */</style>",
    "<iframe><script>1</script></iframe>",
  ])("are not run, and so not found: %s", (html) => {
    expect(inHtml(html)).toEqual([]);
  });

  it("say where they are, and from where", () => {
    expect(findInHtml("<!doctype html>\n<p>a\n<script\nsrc='a\nb.js'></script>", place)).toEqual([
      { rule: "script", line: 3, message: '<script src="a b.js"> is a script.' },
    ]);
  });
});

describe("event attributes", () => {
  it.each([
    "<body onload=x()>",
    "<p ONCLICK=x()>",
    "<p onwhatevercomes=x()>",
    "<svg onload=x()>",
    "<math><mi onclick=x()>",
    "<p/onclick=x()>",
    "<p a='b'onclick=x()>",
    "<template><img src=x onerror=x()></template>",
    "<svg><set attributeName=onclick to=x()></svg>",
    "<svg><animate attributeName=' onclick ' values='a;b'/></svg>",
    // Dropped by this parser, kept by browsers that let a list of choices hold anything.
    "<select><img src=x onerror=x()></select>",
    "<select><option><b onclick=x()>b</b></option></select>",
    // The second tag gives its attributes to the first.
    "<body><p></p><body onfocus=x()>",
  ])("are found: %s", (html) => {
    expect(inHtml(html)).toContain("event-attribute");
  });

  it.each(["<p data-onclick=x title='onclick=x()'>onclick=x()</p>", "<p class=onclick>"])(
    "are not names of others: %s",
    (html) => {
      expect(inHtml(html)).toEqual([]);
    },
  );
});

describe("addresses that are scripts", () => {
  it.each([
    "<a href=javascript:x()>",
    "<a href='JaVaScRiPt:x()'>",
    "<a href=' \u0001javascript:x()'>",
    "<a href='java\nscr\tipt:x()'>",
    "<a href='&#106;avascript&colon;x()'>",
    "<a href='javascript&#0000058x()'>",
    "<a href='vbscript:x()'>",
    "<area href=javascript:x()>",
    "<svg><a xlink:href=javascript:x()>",
    "<svg><a href=javascript:x()>",
    "<math href=javascript:x()>",
    "<math><mi xlink:href=javascript:x()>",
    "<iframe src=javascript:x()>",
    "<frameset><frame src=javascript:x()></frameset>",
    "<embed src=javascript:x()>",
    "<object data=javascript:x()>",
    "<object codebase=javascript:x()>",
    "<applet code=javascript:x()>",
    "<form action=javascript:x()>",
    "<button formaction=javascript:x()>",
    "<input type=image src=javascript:x()>",
    "<input formaction=javascript:x()>",
    "<img src=javascript:x()>",
    "<img srcset='a.png 1x, javascript:x() 2x'>",
    "<link rel=preload imagesrcset='javascript:x() 1x'>",
    "<video poster=javascript:x()>",
    "<body background=javascript:x()>",
    "<a ping='a javascript:x()'>",
    "<html manifest=javascript:x()>",
    "<base href=javascript:x()>",
    "<blockquote cite=javascript:x()>",
    "<link rel=stylesheet href=javascript:x()>",
    "<meta http-equiv=refresh content='0;url=javascript:x()'>",
    "<meta http-equiv=' Refresh ' content='0, URL = \" javascript:x()\"'>",
    "<svg><use href=javascript:x()>",
    "<svg><image xlink:href=javascript:x()>",
    "<svg><animate attributeName=x to=javascript:x()></svg>",
    "<svg><animate attributeName=x values='a;java&Tab;script:x()'/></svg>",
    "<svg><set attributeName=x from=javascript:x()></svg>",
    "<p style='background: url(javascript:x())'>",
    "<style>p { background: url('java\\73 cript:x()') }</style>",
    "<svg><rect fill='url(javascript:x())'></svg>",
  ])("are found: %s", (html) => {
    expect(inHtml(html)).toContain("script-address");
  });

  it.each([
    "<a href='https://example.org/javascript:x()'>",
    "<a href='?javascript:x()'>",
    "<a href='./javascript:x()'>",
    "<a href='#javascript:x()'>",
    "<img src=a.png alt='javascript:x()' title='javascript:x()'>",
    "<meta name=description content='javascript:x()'>",
    "<a href='java script:x()'>",
    "<p data-href='javascript:x()'>",
  ])("are not what only looks like them: %s", (html) => {
    expect(inHtml(html)).toEqual([]);
  });
});

describe("documents in addresses", () => {
  it.each([
    "<a href='data:text/html,<script>1</script>'>",
    "<a href='DATA:Text/HTML;charset=utf-8;base64,YQ=='>",
    "<iframe src='data:text/html,a'>",
    "<object data='data:image/svg+xml,<svg/>'>",
    "<embed src='data:application/xhtml+xml,a'>",
    "<form action='data:text/xml,a'>",
    "<meta http-equiv=refresh content='0;data:text/html,a'>",
    "<svg><a href='data:application/xml,a'></svg>",
  ])("are found where they can be opened: %s", (html) => {
    expect(inHtml(html)).toEqual(["document-address"]);
  });

  const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
  it.each([
    `<img src='data:image/svg+xml,${encodeURIComponent(svg("<script>1</script>"))}'>`,
    `<img src='data:image/svg+xml;base64,${btoa(svg("<script>1</script>"))}'>`,
    `<img srcset='data:image/svg+xml;base64,${btoa(svg("<script>1</script>"))} 2x'>`,
    `<svg><use href='data:image/svg+xml;base64,${btoa(svg("<script>1</script>"))}#a'></svg>`,
    "<iframe srcdoc='<script>1</script>'></iframe>",
    "<iframe srcdoc='&lt;iframe srcdoc=&quot;&amp;lt;script>1&amp;lt;/script>&quot;>'></iframe>",
    "<iframe sandbox srcdoc='<p>a<template><script>1</script></template>'></iframe>",
  ])("are read: %s", (html) => {
    expect(inHtml(html)).toEqual(["script"]);
    expect(findInHtml(html, place)[0]?.message).toMatch(
      /^In <\w+ \w+>: .*<script> is a script\.$/u,
    );
  });

  it("are read to an end", () => {
    let html = "<script>1</script>";
    for (let depth = 0; depth < 10; depth += 1) {
      html = `<iframe srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;
    }
    expect(inHtml(html)).toEqual(["unreadable"]);
  });

  it.each([
    `<img src='data:image/svg+xml;base64,${btoa(svg("<rect/>"))}'>`,
    "<img src='data:image/png;base64,AAAA'>",
    "<iframe srcdoc='<p>a'></iframe>",
    "<object data='data:image/png;base64,AAAA'></object>",
  ])("may be still: %s", (html) => {
    expect(inHtml(html)).toEqual([]);
  });
});

describe("what is elsewhere", () => {
  it.each([
    ["<iframe src=https://elsewhere.example/></iframe>", "foreign-frame"],
    ["<iframe src=//elsewhere.example/></iframe>", "foreign-frame"],
    ["<iframe src=file:///etc/passwd></iframe>", "foreign-frame"],
    ["<iframe src=../../another-site/></iframe>", "foreign-frame"],
    ["<iframe sandbox src=https://elsewhere.example/></iframe>", "foreign-frame"],
    ["<object data=https://elsewhere.example/a.svg></object>", "foreign-frame"],
    ["<embed src=https://elsewhere.example/a.pdf>", "foreign-frame"],
    ["<portal src=https://elsewhere.example/></portal>", "foreign-frame"],
    ["<noscript><iframe src=https://elsewhere.example/></iframe></noscript>", "foreign-frame"],
    ["<form action=https://elsewhere.example/></form>", "foreign-form"],
    ["<form action=mailto:a@example.org></form>", "foreign-form"],
    ["<button formaction=https://elsewhere.example/>b</button>", "foreign-form"],
    ["<a href=a ping=https://elsewhere.example/>a</a>", "foreign-form"],
    ["<base href=https://elsewhere.example/>", "foreign-base"],
    ["<meta http-equiv=refresh content='5; url=https://elsewhere.example/'>", "foreign-refresh"],
    ["<meta http-equiv=refresh content='0;https://elsewhere.example/'>", "foreign-refresh"],
    ["<img src=https://elsewhere.example/a.png>", "foreign-request"],
    ["<img srcset='a.png, https://elsewhere.example/a.png 2x'>", "foreign-request"],
    ["<link rel='Alternate StyleSheet' href=https://elsewhere.example/a.css>", "foreign-request"],
    ["<link rel=dns-prefetch href=https://elsewhere.example>", "foreign-request"],
    ["<p style='background: url(https://elsewhere.example/a.png)'>", "foreign-request"],
    ["<style>@import 'https://elsewhere.example/a.css'</style>", "foreign-request"],
    [
      "<template><style>@import 'https://elsewhere.example/a.css'</style></template>",
      "foreign-request",
    ],
    ["<svg><use href='https://elsewhere.example/a.svg#a'/></svg>", "foreign-request"],
    ["<svg><feImage xlink:href='https://elsewhere.example/a.png'/></svg>", "foreign-request"],
    ["<svg><rect fill='url(https://elsewhere.example/a.svg#a)'/></svg>", "foreign-request"],
  ])("is found: %s", (html, rule) => {
    expect(inHtml(html)).toEqual([rule]);
  });

  it("counts from the base that the page has", () => {
    expect(
      inHtml("<base href=https://elsewhere.example/><iframe src=a.html></iframe>").toSorted(),
    ).toEqual(["foreign-base", "foreign-frame"]);
    expect(inHtml("<base href=/our-year/><iframe src=a.html></iframe>")).toEqual([]);
    expect(inHtml("<base href=data:text/html,a><iframe src=a.html></iframe>")).toEqual([
      "document-address",
    ]);
  });

  it.each([
    "<a href=https://elsewhere.example/>a link</a>",
    "<a href=mailto:a@example.org>a</a>",
    "<link rel=canonical href=https://www.example.org/>",
    "<link rel='alternate' hreflang=en href=https://www.example.org/en/>",
    "<link rel=icon href=../favicon.svg>",
    "<iframe src=other.html></iframe>",
    "<iframe src=about:blank></iframe><iframe></iframe>",
    "<object data=../img/a.svg></object>",
    "<form action=?a method=get></form><form></form>",
    "<meta http-equiv=refresh content=30>",
    "<meta http-equiv=refresh content='5; url=next.html'>",
    "<img src=/our-year/img/a.png srcset='../img/a%20b.png 1x, ../img/b.png 2x'>",
    "<blockquote cite=https://elsewhere.example/>",
    "<p itemscope itemtype=https://schema.org/Person>",
    "<svg><a href=https://elsewhere.example/><rect/></a><use href=#a /></svg>",
    "<svg><rect fill='url(#a)' transform='rotate(3)'/></svg>",
    "<img src='https://['>",
  ])("is not all that leads there: %s", (html) => {
    expect(inHtml(html)).toEqual([]);
  });
});

describe("drawings and other XML", () => {
  it.each([
    ["<script>1</script>", "script"],
    ["<script type='text/javascript' href='a.js'/>", "script"],
    ["<script><![CDATA[ 1 < 2 ]]></script>", "script"],
    ["<s:script xmlns:s='http://www.w3.org/2000/svg'>1</s:script>", "script"],
    ["<h:script xmlns:h='http://www.w3.org/1999/xhtml'>1</h:script>", "script"],
    ["<g onclick='1'/>", "event-attribute"],
    ["<a l:href='javascript:1'/>", "script-address"],
    ["<a href='java&#x0A;script:1'/>", "script-address"],
    ["<a href='data:image/svg+xml,a'/>", "document-address"],
    ["<a><set attributeName='href' to='a'/></a>", "animated-address"],
    ["<a><animate attributeName='xlink:href' values='a;b'/></a>", "animated-address"],
    ["<set attributeName='onmouseover' to='1'/>", "event-attribute"],
    ["<image l:href='https://elsewhere.example/a.png'/>", "foreign-request"],
    ["<style>@import url(https://elsewhere.example/a.css);</style>", "foreign-request"],
    [
      "<style><![CDATA[ rect { fill: url(https://elsewhere.example/#a) } ]]></style>",
      "foreign-request",
    ],
    [
      "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://elsewhere.example/'/></foreignObject>",
      "foreign-frame",
    ],
    // An attribute without a meaning, to XML.
    ["<g xmlns='a' ONCLICK='1'/>", "event-attribute"],
  ])("is found: %s", (inside, rule) => {
    expect(inSvg(inside)).toContain(rule);
  });

  it.each([
    [
      "<?xml-stylesheet href='a.xsl' type='text/xsl'?><svg xmlns='http://www.w3.org/2000/svg'/>",
      "xml-stylesheet",
    ],
    ["<!DOCTYPE a [<!ATTLIST a onload CDATA 'x()'>]><a/>", "xml-declarations"],
    ["<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "xml-declarations"],
    ["<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script/></s:svg>", "script"],
    // Text, to XML.
    ["<a><![CDATA[><script>1</script>]]></a>", "script"],
    ["<a>&b;</a>", "unreadable"],
    ["<a><b></a>", "unreadable"],
    [`${"<a>".repeat(2000)}${"</a>".repeat(2000)}`, "unreadable"],
    ["", "unreadable"],
  ])("is found in the document: %s", (xml, rule) => {
    expect(rulesOf(findInXml(xml, place))).toContain(rule);
  });

  it("is told once where XML and HTML say the same, with its line", () => {
    const xml =
      '<svg xmlns="http://www.w3.org/2000/svg">\r\n<g\r\nonclick="1"/>\r\n<script/>\r\n</svg>';
    expect(findInXml(xml, place)).toEqual([
      { rule: "event-attribute", line: 2, message: '<g onclick="1"> runs a script.' },
      { rule: "script", line: 4, message: "<script> is a script." },
    ]);
  });

  it("is still where nothing of it acts", () => {
    expect(
      inSvg(
        "<title>onload=x()</title><x:script xmlns:x='urn:a'/><!-- <script/> --><g data-onclick='1'><animate attributeName='x' to='5' begin='click'/></g><style>g { fill: url(#a) }</style>",
      ),
    ).toEqual([]);
  });
});

describe("styles", () => {
  it.each([
    ["@import url(//elsewhere.example/a.css);", "foreign-request"],
    ['@import/**/"https://elsewhere.example/a.css" screen;', "foreign-request"],
    ["a { background: image-set('https://elsewhere.example/a.png' 1x) }", "foreign-request"],
    ["a { background: u\\72l(https://elsewhere.example/a.png) }", "foreign-request"],
    ['a { background: src("https://elsewhere.example/a.png") }', "foreign-request"],
    ["@font-face { src: url( 'https://elsewhere.example/a.woff2' ) }", "foreign-request"],
    ["a { width: expression(x()) }", "style-program"],
    ["a { width: exp\\72 ession(x()) }", "style-program"],
    ["a { behavior: url(a.htc) }", "style-program"],
    ["a { -moz-binding: url(a.xml) }", "style-program"],
  ])("are found: %s", (css, rule) => {
    expect(rulesOf(findInCss(css, place))).toEqual([rule]);
  });

  it("have lines", () => {
    const css =
      "a {\n/* url(https://elsewhere.example/) */\nfill: url(https://elsewhere.example/a) }";
    expect(findInCss(css, place)).toMatchObject([{ line: 3 }]);
  });

  it.each([
    "a::before { content: 'https://elsewhere.example/ javascript:x()' }",
    "@import 'a.css'; a { background: url(img/a.png) no-repeat, url('data:image/png;base64,AA') }",
    "@namespace svg url(http://www.w3.org/2000/svg); @namespace 'http://www.w3.org/1999/xhtml';",
    ".behavior { overscroll-behavior: none; scroll-behavior: smooth }",
    "/* @import 'https://elsewhere.example/' */ a:hover { color: red }",
  ])("are left alone: %s", (css) => {
    expect(rulesOf(findInCss(css, place))).toEqual([]);
  });
});

describe("large documents", () => {
  it.each([
    ["wide", `${"<p>".repeat(150_000)}<script></script>`],
    ["deep", `${"<div>".repeat(20_000)}<script></script>`],
  ])(
    "are read to the end: %s",
    (_, html) => {
      expect(inHtml(html)).toEqual(["script"]);
    },
    60_000,
  );
});

describe("files", () => {
  const found = (file: string, text: string | Uint8Array): readonly string[] =>
    rulesOf(findInFile(Buffer.from(text), file, place));
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>';

  it.each(["a.js", "A.MJS", "sub/a.wasm", "a.xsl", "a.htc", "a.php", ".htaccess"])(
    "%s is a program",
    (file) => {
      expect(found(file, "")).toEqual(["script"]);
    },
  );

  it.each([
    ["a.html", "<script></script>"],
    ["a.HTM", "<script></script>"],
    ["a.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml"><script/></html>'],
    ["a.svg", svg],
    ["a.SVG", Buffer.from(`\uFEFF${svg}`, "utf16le")],
    ["a.svgz", gzipSync(svg)],
    ["a.xml", svg],
    ["without-ending", "<script></script>"],
    ["a.unknown", "<script></script>"],
  ])("%s is searched as what it is", (file, text) => {
    expect(found(file, text)).toEqual(["script"]);
  });

  it("are said to be unreadable where they are", () => {
    expect(found("a.svgz", "no archive")).toEqual(["unreadable"]);
    expect(found("a.svg", Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]))).toEqual(["unreadable"]);
  });

  it.each(["a.png", "a.woff2", "a.txt", "a.pdf"])("%s is run by no browser", (file) => {
    expect(found(file, "<script></script>")).toEqual([]);
  });
});
