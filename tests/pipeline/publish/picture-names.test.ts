/** Names of pictures are untrusted: they may hold what means something in HTML or in an address. */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseJson } from "../../../src/report/json.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";

const PICTURE = path.resolve("tests/fixtures/pictures/harbour.jpg");
const SCRIPTED = `p.svg" onload="document.title='taken'" class=".svg`;
const NAMES = ["50%.jpg", "a#b.jpg", "a?b.jpg", "a b.jpg", "é, è.jpg"];
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';

let project: Project;
let built: CommandResult;

beforeAll(async () => {
  project = await openProject();
  const images = path.join(project.dir, "content/images");
  await mkdir(images, { recursive: true });
  for (const name of NAMES) await copyFile(PICTURE, path.join(images, name));
  await writeFile(path.join(images, SCRIPTED), SVG);
  const sections = NAMES.map((name) => `![Un bateau](<images/${name}>)\n`);
  await project.write(
    "content/sections/harbour.md",
    `---\ntitle: Le port\norder: 90\n---\n\nLe matin.\n\n${sections.join("\n")}`,
  );
  const testimonial = "content/testimonials/christelle-costa.md";
  const text = await readFile(path.join(project.dir, testimonial), "utf8");
  const photo = `photo:\n  file: ${JSON.stringify(`images/${SCRIPTED}`)}\n  alt: Un carré\n  credit: Photo`;
  await project.write(testimonial, text.replace("order: 50", `order: 50\n${photo}`));
  built = await project.run(["build", "--edition", "web", "report", "--json"]);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

function pictures(html: string): readonly Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("attrs" in node && node.tagName === "img") {
      found.push(Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])));
    }
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

it("shows every picture, and every judge passes", () => {
  const { editions } = parseJson(built.stdout);
  expect(
    editions.flatMap(({ judges }) => judges).filter(({ status }) => status === "failed"),
  ).toEqual([]);
  expect(built.code).toBe(0);
});

it.each(["output/web/index.html", "output/pages/report.html"])(
  "lets no name become an attribute in %s",
  async (file) => {
    const html = await readFile(path.join(project.dir, file), "utf8");
    const found = pictures(html);
    expect(found).toHaveLength(NAMES.length + 1);
    expect(found.flatMap((attributes) => Object.keys(attributes))).not.toContain("onload");
    expect(found.map(({ src = "" }) => decodeURIComponent(src))).toContain(`images/${SCRIPTED}`);
  },
);
