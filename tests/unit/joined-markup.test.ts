/** No markup is made by joining strings, but in the places that are named here, each with its reason. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { joinedMarkup } from "../support/joined-markup.ts";

const root = path.join(import.meta.dirname, "../..");

/** Where it may be, and why it is safe there. */
const STATED: Readonly<Record<string, string>> = {
  "src/document/raw-text.tsx":
    "<style> and <script> hold raw text; what could end the element is refused",
  "src/document/with-doctype.ts": "a constant before what was serialised",
  "src/document/xml-text.ts": "the writer of XML itself, which escapes every value",
  "src/document/tag-words.ts": "words of messages, which nothing parses",
  "src/document/html-encoding.ts":
    "the standard's search for an encoding, in bytes that cannot be parsed yet",
  "src/document/read-document.ts": "tells XHTML from HTML, which decides on the parser",
  "src/markdown/html/tag.ts": "hands a tag's attributes to the parser of HTML; makes nothing",
  "src/web/typography/html.ts": "tells a document from a fragment, which decides on the parser",
  "src/judges/press/preflight/xmp-properties.ts":
    "reads XMP of other programs, damaged too; makes nothing",
  "src/pdf/document/document-facts.ts": "reads XMP of other programs, damaged too; makes nothing",
  // Between < and > stand hexadecimal strings of PDF.
  "src/accessible/content/paint-text.ts": "PDF",
  "src/pdf/fonts/to-unicode.ts": "PDF",
  "src/pdf/objects/save-pdf.ts": "PDF",
  "src/pdf/content/hex-text.ts": "PDF",
  "src/press/marks/mark-resources.ts": "PDF",
};

const files = globSync("src/**/*.{ts,tsx}", { cwd: root })
  .map((file) => file.split(path.sep).join("/"))
  .sort();
const found = files.flatMap((file) =>
  joinedMarkup(file, readFileSync(path.join(root, file), "utf8")).map(({ line, what }) => ({
    file,
    place: `${file}:${line} ${what}`,
  })),
);

describe("the source", () => {
  it("is read", () => {
    expect(files.length).toBeGreaterThan(300);
  });

  it("joins no markup but in the stated places", () => {
    expect(found.filter(({ file }) => !(file in STATED)).map(({ place }) => place)).toEqual([]);
  });

  it("has each place that is stated", () => {
    const places = new Set(found.map(({ file }) => file));
    expect(Object.keys(STATED).filter((file) => !places.has(file))).toEqual([]);
  });
});

describe("a planted defect is found", () => {
  it.each([
    ["const a = <p dangerouslySetInnerHTML={{ __html: b }} />;", "dangerouslySetInnerHTML"],
    ["h('p', { dangerouslySetInnerHTML: { __html: b } });", "dangerouslySetInnerHTML"],
    ["h('p', { ['dangerouslySetInnerHTML']: c });", "dangerouslySetInnerHTML"],
    ["const a = `<p>${b}</p>`;", "markup is joined"],
    ["const a = `${b}<br>`;", "markup is joined"],
    ["const a = `<${name}>`;", "markup is joined"],
    ["const a = `</${name}>`;", "markup is joined"],
    ["const a = `a ${b} <img src=${c}>`;", "markup is joined"],
    ["const a = '<p>' + b + '</p>';", "markup is joined"],
    ["const a = ['<p>', b, '</p>'].join('');", "markup is joined"],
    ["parts.push('<svg xmlns=a>');", "markup is joined"],
    ["a.replace('x', '<b>');", "markup is joined"],
    ["const a = `<!doctype html>${b}`;", "markup is joined"],
    ["const a = `<?xml version='1.0'?>${b}`;", "markup is joined"],
    ["const a = `<rdf:li>${b}`;", "markup is joined"],
    ["element.innerHTML = a;", "a string is parsed into the document"],
    ["element.innerHTML += a;", "a string is parsed into the document"],
    ["element.insertAdjacentHTML('beforeend', a);", "a string is parsed into the document"],
    ["document.write(a);", "a string is parsed into the document"],
    ["await page.setContent(a);", "a string is parsed into the document"],
    ['const a = html.match(/<img src="[^"]*"/u);', "a regular expression looks for tags"],
    ["const a = html.replace(/<\\/p>/u, '');", "a regular expression looks for tags"],
  ])("%s", (source, what) => {
    expect(joinedMarkup("a.tsx", source).map((each) => each.what)).toContain(what);
  });

  it.each([
    "const a = <p>{b}</p>;",
    "// `<p>${b}</p>`",
    "const hint = 'give it a <title>';",
    "const a = `${b} < ${c}`;",
    "const a = `<</Type/Page ${b}>>`;",
    "const a = new RegExp(`(?<name>${b})\\\\k<name>`);",
    "const a = pattern`(?<dash>[–—])${b}`;",
    "const a = b < c && d > e;",
    "const a = /(?<year>\\d+)(?<!x)\\k<year>/u;",
    "stdout.write(a);",
    "const a: Map<string, Set<b>> = new Map();",
    "const a = element.outerHTML;",
  ])("but not: %s", (source) => {
    expect(joinedMarkup("a.tsx", source)).toEqual([]);
  });
});
