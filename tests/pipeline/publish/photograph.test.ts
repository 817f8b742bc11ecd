/** A publication with a portrait and a picture in a text, made by the command line as a person would. */
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readImages } from "../../support/pdf-images.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { parseJson } from "../../../src/report/json.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";

const PICTURE = path.resolve("tests/fixtures/pictures/harbour.jpg");
const ALT = "A sailing boat & hills";
const TESTIMONIAL = "content/testimonials/christelle-costa.md";

let project: Project;
let built: CommandResult;

async function addPictures(to: Project): Promise<void> {
  await mkdir(path.join(to.dir, "content/images"), { recursive: true });
  await copyFile(PICTURE, path.join(to.dir, "content/images/harbour.jpg"));
  const text = await readFile(path.join(to.dir, TESTIMONIAL), "utf8");
  const photo = `photo: { file: images/harbour.jpg, alt: "${ALT}", credit: "Photo: the library" }`;
  await to.write(TESTIMONIAL, text.replace("order: 50", `order: 50\n${photo}`));
  await to.write(
    "content/sections/harbour.md",
    "---\ntitle: Le port\norder: 90\n---\n\nLe matin.\n\n![Un bateau](images/turned.jpg)\n",
  );
  // A camera held upright: its pixels lie, and it says so, with the place where it stood.
  await sharp(PICTURE)
    .resize(400, 300)
    .withExif({ IFD0: { Copyright: "library", ImageDescription: "48.85 N" } })
    .withMetadata({ orientation: 6 })
    .toFile(path.join(to.dir, "content/images/turned.jpg"));
}

beforeAll(async () => {
  project = await openProject();
  await addPictures(project);
  built = await project.run(["build", "--edition", "web", "report", "--json"]);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const readPage = (): Promise<string> =>
  readFile(path.join(project.dir, "output/web/index.html"), "utf8");

it("passes every judge", () => {
  const judges = parseJson(built.stdout).editions.flatMap((edition) => edition.judges);
  expect(judges.filter(({ status }) => status === "failed")).toEqual([]);
});

it("offers the web the picture in several formats and widths, none larger than it is", async () => {
  const html = await readPage();
  const [picture = ""] = /<picture>.*?<\/picture>/su.exec(html) ?? [];
  expect(picture).toContain('type="image/avif"');
  expect(picture).toContain('type="image/webp"');
  expect(picture).toContain('alt="A sailing boat &amp; hills" width="1440" height="1080"');
  const files = await readdir(path.join(project.dir, "output/web/img"));
  expect(files.filter((file) => file.startsWith("harbour-"))).toHaveLength(12);
  for (const file of files) {
    const name = path.join(project.dir, "output/web/img", file);
    const { width, exif } = await sharp(name).metadata();
    expect(width).toBe(Number(/-(\d+)\.\w+$/u.exec(file)?.[1]));
    expect(exif).toBeUndefined();
  }
  for (const [, set = ""] of html.matchAll(/srcset="([^"]*)"/gu)) {
    for (const entry of set.split(", ")) expect(files).toContain(entry.split(/[/ ]/u)[1]);
  }
});

it("turns a picture as the camera was held", async () => {
  const html = await readPage();
  expect(html).toContain('alt="Un bateau" width="300" height="400"');
});

it("publishes no original", async () => {
  await expect(readdir(path.join(project.dir, "output/web/images"))).rejects.toThrow("ENOENT");
});

it("prints the picture at its full resolution, with its alternative and its credit", async () => {
  const file = path.join(project.dir, "output/pdf/orange-face-a-la-covid-19.pdf");
  const pdf = await openPdf(await readFile(file));
  expect(readImages(pdf)).toContainEqual({ widthPx: 1600, heightPx: 1200 });
  const structure = formatStructureTree(await readStructureTree(pdf));
  expect(structure).toContain(`alt="${ALT}"`);
  expect(structure).toContain("Photo");
});

it("makes the same files again", async () => {
  const read = async (): Promise<readonly Buffer[]> => {
    const dir = path.join(project.dir, "output/web/img");
    const names = (await readdir(dir)).sort();
    return Promise.all(names.map((name) => readFile(path.join(dir, name))));
  };
  const former = await read();
  await project.run(["build", "--edition", "web", "--no-check", "--quiet"]);
  expect(await read()).toEqual(former);
});

it("refuses a broken picture by its name, and writes nothing", async () => {
  await using broken = await openProject();
  await addPictures(broken);
  await writeFile(path.join(broken.dir, "content/images/turned.jpg"), "no picture");
  const { code, stderr } = await broken.run(["build", "--edition", "web"]);
  expect(code).toBe(1);
  expect(stderr).toContain('"images/turned.jpg" cannot be read as a picture');
  await expect(readdir(path.join(broken.dir, "output/web"))).rejects.toThrow("ENOENT");
});
