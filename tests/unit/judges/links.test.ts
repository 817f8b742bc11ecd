import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCssReferences, readHtmlReferences } from "../../../src/judges/site/link-references.ts";
import { htmlText } from "../../../src/judges/html/html-text.ts";
import { fragmentsJudge, linksJudge } from "../../../src/judges/site/links.ts";

const fixtures = "tests/fixtures/html";
const { signal } = new AbortController();

describe("linksJudge", () => {
  test("names each broken link of a folder and no other", async () => {
    const { findings } = await linksJudge.judge({ root: `${fixtures}/site` }, signal);
    expect(findings.map(({ rule, where, message }) => `${rule} ${where} ${message}`)).toEqual([
      "fragment-broken index.html:12 The link “other.html#nowhere” names a place that the page does not have.",
      "link-broken index.html:13 The link “missing.pdf” leads to missing.pdf, which is not there.",
      "fragment-broken index.html:14 The link “#gone” names a place that the page does not have.",
      "link-broken index.html:15 The link “Other.html” leads to Other.html, which is not there.",
      "link-broken index.html:16 The link “large.svg” leads to large.svg, which is not there.",
      "link-broken site.css:4 The link “texture.png” leads to texture.png, which is not there.",
    ]);
  });

  test("names the element that has the link, as browsers count them", async () => {
    const { findings } = await linksJudge.judge({ root: `${fixtures}/site` }, signal);
    const elements = findings.map(({ element }) => element);
    expect(elements.map((element) => element?.kind)).toEqual([
      ...Array.from({ length: 5 }, () => "page-element"),
      undefined,
    ]);
    const html = "<template><a href='#a'>a</a></template><p><a href='#b'>b</a></p>";
    const { references } = readHtmlReferences(html);
    expect(references.map(({ element }) => element)).toEqual([undefined, { nth: 5, name: "a" }]);
  });

  test("a folder in a published folder may link to its neighbours", async () => {
    const whole = { root: fixtures, under: "site" };
    const { findings } = await linksJudge.judge(whole, signal);
    expect(findings.map(({ where }) => where)).toContain("site/index.html:13");
    expect(findings.every(({ where }) => where.startsWith("site/"))).toBe(true);
    expect(findings).toHaveLength(6);
  });

  test("a folder that stands below its host is linked to by its whole path", async () => {
    const dir = await mkdtemp(join(tmpdir(), "imprimatur-links-"));
    const html = '<a href="/our/a.html">a</a><a href="/our/b.html">b</a><a href="/other/">c</a>';
    await writeFile(join(dir, "a.html"), html);
    const { findings } = await linksJudge.judge({ root: dir, basePath: "/our/" }, signal);
    await rm(dir, { recursive: true });
    expect(findings.map(({ message }) => message)).toEqual([
      "The link “/our/b.html” leads to b.html, which is not there.",
    ]);
  });

  test("a folder whose place nobody told has neighbours too, which are not judged", async () => {
    const dir = await mkdtemp(join(tmpdir(), "imprimatur-links-"));
    await mkdir(join(dir, "deep"));
    await writeFile(join(dir, "a.html"), '<a href="../fr/">a</a><a href="/b.html">b</a>');
    await writeFile(
      join(dir, "deep", "c.html"),
      '<a href="../a.html">a</a><a href="../d.html">d</a><a href="../../fr/">f</a>',
    );
    const { findings } = await linksJudge.judge({ root: dir }, signal);
    await rm(dir, { recursive: true });
    expect(findings.map(({ message }) => message)).toEqual([
      "The link “/b.html” leads to b.html, which is not there.",
      "The link “../d.html” leads to d.html, which is not there.",
    ]);
  });

  test("a folder that is not there is no pass", async () => {
    await expect(linksJudge.judge({ root: `${fixtures}/none` }, signal)).rejects.toThrow();
  });
});

describe("fragmentsJudge", () => {
  test("judges the page's own places only", async () => {
    const file = `${fixtures}/site/index.html`;
    const { findings } = await fragmentsJudge.judge(htmlText(file, file), signal);
    expect(findings.map(({ where }) => where)).toEqual([`${file}:14`]);
  });
});

describe("references", () => {
  test("are read from every attribute, style and base", () => {
    const { references, base } = readHtmlReferences(
      `<base href="/a/"><video poster="p.png"><source src="v.mp4"></video>
       <svg><use xlink:href="#s"/></svg><div style="background: url(i.png)"></div>
       <style>
         @import "more.css";
       </style><template><img src="t.png" srcset="s1.png, s2.png 2x"></template>`,
    );
    expect(base).toBe("/a/");
    expect(references.map(({ address, line }) => `${address}:${line}`)).toEqual([
      "p.png:1",
      "v.mp4:1",
      "#s:2",
      "i.png:2",
      "more.css:4",
      "t.png:5",
      "s1.png:5",
      "s2.png:5",
    ]);
  });

  test("of CSS leave out comments", () => {
    const css = `/* url(no.png) */\n@import url("a.css");\np { src: url( 'b.woff2' ) }`;
    expect(readCssReferences(css)).toEqual([
      { address: "a.css", line: 2 },
      { address: "b.woff2", line: 3 },
    ]);
  });
});
