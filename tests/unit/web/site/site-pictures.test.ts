/** Cover and logo as sites that show links can read them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSitePicture, planSitePictures } from "../../../../src/web/site/site-pictures.ts";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-pictures-"));
  const photograph = sharp({
    create: { width: 2000, height: 3000, channels: 3, background: "navy" },
  });
  // On its side, as a camera holds it, and with a camera's notes.
  const notes = { IFD0: { Artist: "Ada" } };
  await photograph
    .clone()
    .withExif(notes)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toFile(path.join(dir, "photo.jpg"));
  await photograph
    .clone()
    .resize(300, 200, { fit: "fill" })
    .webp()
    .toFile(path.join(dir, "a.webp"));
  await writeFile(
    path.join(dir, "logo.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h8v8z"/></svg>',
  );
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test.each([
  ["photo.jpg", { name: "cover.jpg", type: "image/jpeg", width: 1200, height: 800 }],
  ["a.webp", { name: "cover.jpg", type: "image/jpeg", width: 300, height: 200 }],
  ["logo.svg", { name: "cover.png", type: "image/png", width: 80, height: 40 }],
])("%s is made what was planned", async (file, planned) => {
  const { cover, logo } = await planSitePictures({ cover: { file, alt: "Une image" } }, dir);
  expect(logo).toBeUndefined();
  expect(cover).toMatchObject({ ...planned, alt: "Une image" });
  if (cover === undefined) throw new Error("there is no cover");
  const { width, height, format, exif } = await sharp(await makeSitePicture(cover)).metadata();
  expect({ width, height, type: `image/${format}` }).toEqual({
    width: planned.width,
    height: planned.height,
    type: planned.type,
  });
  expect(exif).toBeUndefined();
});
