/** What an edition's options do to what is rendered: its parts, its style sheets, its measures. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openProject as openProjectValue, type Project } from "../../../src/project/project.ts";
import { publishedWeb, renderSources, writeWebEdition } from "../../../src/web/web.ts";
import { openProject, type Project as ProjectFolder } from "../../support/project.ts";

const editions = `
  - { id: web, kind: web, stylesheet: [styles/web.css, styles/additions/red.css], parts: [winter, spring] }
  - { id: all, kind: pdf, stylesheet: styles/report.css, format: letter }
  - { id: short, kind: press, stylesheet: [styles/brochure.css, styles/additions/red.css], format: 120.5x180, parts: [spring] }
`;
let folder: ProjectFolder;
let project: Project;

beforeAll(async () => {
  folder = await openProject();
  await folder.replaceContent({
    "publication.yaml": `title: Our year\nlead: One sentence.\nlanguage: en\npublisher: The library\nslug: our-year\neditions:${editions}`,
    ...Object.fromEntries(
      ["autumn", "winter", "spring"].map((name, at) => [
        `sections/${name}.md`,
        `---\ntitle: The ${name}\norder: ${3 - at}\n---\n\nText of ${name}, and not of [the one before](#winter) or [the first](#autumn).\n`,
      ]),
    ),
  });
  await folder.write("styles/additions/red.css", "h1 { color: #123456 }\n");
  project = await openProjectValue(folder.dir);
});
afterAll(() => folder[Symbol.asyncDispose]());

const idsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<section[^>]* id="(autumn|winter|spring)"/gu)].map(([, id = ""]) => id);

test("print sources have the parts, the sheet and the measures of their edition", async () => {
  const web = publishedWeb(project, "output");
  const { printSources } = await renderSources(project, project.publication.editions, web);
  const [all = "", short = ""] = printSources.map(({ html }) => html);
  expect(idsIn(all)).toEqual(["spring", "winter", "autumn"]);
  expect(idsIn(short)).toEqual(["spring"]);
  expect(short).not.toContain("winter");
  // Links to what an edition does not have are plain text in it, and in no other.
  expect(short).toContain("<p>Text of spring, and not of the one before or the first.</p>");
  expect(all).toContain('not of <a href="#winter">the one before</a> or <a href="#autumn">');
  expect(all).toContain('href="/styles/report.css"');
  expect(short).toContain('href="/styles/editions/short.css"');
  expect(all).toContain("size: 215.9mm 279.4mm;");
  expect(short).toContain("size: 120.5mm 180mm; bleed: 3mm;");
});

test("the web edition has its parts in the publication's order, and the later sheet last", async () => {
  const web = publishedWeb(project, "output");
  const { bodies } = await renderSources(project, project.publication.editions, web);
  await writeWebEdition(project, bodies, web);
  const page = await readFile(path.join(web.outputDir, "index.html"), "utf8");
  expect(idsIn(page)).toEqual(["spring", "winter"]);
  expect(page).not.toContain("autumn");
  expect(page).toContain('not of <a href="#winter">the one before</a> or the first.');
  const css = await readFile(path.join(web.outputDir, "styles.css"), "utf8");
  expect(css).toMatch(/h1\{color:#123456\}$/u);
  expect(css.length).toBeGreaterThan(1000);
});
