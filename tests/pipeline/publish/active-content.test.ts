/**
 * What content could bring into the web edition: each text field and each text with markup in it.
 * What is published is read by a parser of HTML that knows nothing of ours; then a script is planted
 * beside it, and the edition is refused.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseJson } from "../../../src/report/json.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";

/** In every field: ends whatever it may stand in, and begins a script. */
const PAYLOAD = `x'"> </title> </script> </style> --> <script>taken()</script> <svg onload=taken()> &lt;b&gt;`;
/** As Markdown that is no fault: a tag that nothing escapes is one. */
const MARKDOWN = PAYLOAD.replaceAll("<", String.raw`\<`);
const yaml = JSON.stringify(MARKDOWN);
/** For fields of plain text. */
const plain = JSON.stringify(PAYLOAD);

const TESTIMONIAL = `---
name: ${yaml}
role: ${yaml}
entity: ${yaml}
quote: ${yaml}
order: 1
photo: { file: images/a.svg, alt: ${plain}, credit: ${yaml} }
---

${MARKDOWN}

\\<script>taken()\\</script>

\\<iframe src="https://elsewhere.example/">\\</iframe>

[x](https://example.org/"onclick="taken\\(\\) "t\\"onclick=\\"taken()")

![x" onerror="taken()](images/a.svg)

\`\`\`x"onclick="taken()
</code></pre><script>taken()</script>
\`\`\`

| \\<script>taken()\\</script> |
|---|
| ${MARKDOWN} |
`;
const FIGURE = `---
value: ${yaml}
spoken: ${yaml}
with: someone
order: 1
chart:
  title: ${yaml}
  unit: ${yaml}
  spokenUnit: ${yaml}
  start: { label: "<script>x</script>", value: 1 }
  changes: [{ label: "\\" onload=\\"x()", value: 1 }]
  end: "</svg><script>x"
---

${MARKDOWN}
`;
const titled = (order: number): string =>
  `---\ntitle: ${yaml}\norder: ${order}\n---\n\n${MARKDOWN}\n`;
/** A name that would end an attribute, and that an address would cut. */
const styleSheet = (name: string): string => `styles/${name} "><i onload='x()'>#?50%.css`;
const PUBLICATION = `
title: ${plain}
lead: ${yaml}
language: en
publisher: ${plain}
series: ${plain}
url: https://www.example.org/a-b'c%22%3E%3Cscript%3E/
slug: hostile
editions:
  - { id: web, kind: web, stylesheet: ${JSON.stringify(styleSheet("web"))} }
  - { id: report, kind: pdf, stylesheet: ${JSON.stringify(styleSheet("report"))}, format: A4, title: ${plain} }
`;

let project: Project;
let built: CommandResult;

beforeAll(async () => {
  project = await openProject();
  const files: Readonly<Record<string, string>> = {
    "publication.yaml": PUBLICATION,
    "testimonials/someone.md": TESTIMONIAL,
    "figures/one.md": FIGURE,
    "callouts/note.md": titled(2),
    "sections/chapter.md": titled(3),
    "images/a.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>a</title></svg>',
  };
  await project.replaceContent(files);
  for (const name of ["web", "report"]) {
    await project.write(styleSheet(name), `@import url("${name}.css");`);
  }
  built = await project.run(["build", "--json"]);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly Element[] {
  const kids = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "tagName" in node ? [node, ...kids] : kids;
}

const PAGES = ["output/web/index.html", "output/web/404.html", "output/pages/report.html"];
const read = (file: string): Promise<string> => readFile(path.join(project.dir, file), "utf8");

describe("markup in every field", () => {
  it("is built", () => {
    expect(built.stderr).toBe("");
    expect(built.stdout).not.toContain('"error"');
    expect(parseJson(built.stdout).editions).toHaveLength(2);
  });

  it.each(PAGES)("makes no script, frame or event attribute in %s", async (file) => {
    const elements = elementsOf(parse(await read(file)));
    const scripts = elements.filter(
      ({ tagName, attrs }) =>
        tagName === "script" && attrs.every(({ value }) => value !== "application/ld+json"),
    );
    expect(scripts).toEqual([]);
    expect(elements.map(({ tagName }) => tagName)).not.toContain("iframe");
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name }) => name.startsWith("on"))).toEqual([]);
    expect(elements.length).toBeGreaterThan(10);
  });

  it("is text: it can be read in the pages", async () => {
    for (const file of PAGES) expect(await read(file)).toContain("taken()&lt;/script&gt;");
  });

  it("keeps no style sheet from being found", () => {
    for (const { judges } of parseJson(built.stdout).editions) {
      expect(judges).toContainEqual(
        expect.objectContaining({ name: "imprimatur-resources", status: "passed" }),
      );
    }
  });

  it("leaves JSON-LD whole", async () => {
    const data = elementsOf(parse(await read("output/web/index.html"))).find(
      ({ tagName }) => tagName === "script",
    );
    const [text] = data?.childNodes ?? [];
    const parsed: unknown = JSON.parse(text !== undefined && "value" in text ? text.value : "");
    expect(parsed).toMatchObject({ "@type": "Report" });
    expect(JSON.stringify(parsed)).toContain("<script>taken()</script>");
  });

  it("is found by no judge of active content", () => {
    const [web] = parseJson(built.stdout).editions;
    expect(web?.judges).toContainEqual(
      expect.objectContaining({ name: "imprimatur-active-content", status: "passed" }),
    );
  });
});

it("refuses a published folder that something was planted in, with file and line", async () => {
  const planted = {
    "planted.js": "taken()",
    "images/a.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\n<script>taken()</script></svg>',
    "planted.html":
      "<!doctype html>\n<html lang=en><title>x</title>\n<p><a href=' JAVA\tscript:taken()'>x</a>",
  };
  for (const [name, text] of Object.entries(planted)) {
    await writeFile(path.join(project.dir, "output/web", name), text);
  }
  const { code, stdout } = await project.run(["check", "--edition", "web", "--json"]);
  const { granted, editions } = parseJson(stdout);
  const findings = editions
    .flatMap(({ judges }) => judges)
    .filter(({ name }) => name === "imprimatur-active-content")
    .flatMap((judge) => judge.findings);
  expect(findings).toMatchObject([
    {
      rule: "script",
      where: "images/a.svg:2",
      help: expect.stringMatching("content/images/a.svg") as unknown,
    },
    { rule: "script-address", where: "planted.html:3" },
    { rule: "script", where: "planted.js:1" },
  ]);
  expect([granted, code]).toEqual([false, 2]);
});
