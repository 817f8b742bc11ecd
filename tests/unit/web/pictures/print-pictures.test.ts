/** Pictures are printed as they are, but for those with more pixels than the sheet shows. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makePrintPictures } from "../../../../src/web/pictures/print-pictures.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-print-pictures-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true });
});

/** A sheet of 600 by 900 pixels at 300 an inch. */
const page = { widthMm: 50.8, heightMm: 76.2 };

const dot = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: "#336699" } });

const make = (html: string, signal = new AbortController().signal) =>
  makePrintPictures(html, { contentDir: dir, outputDir: path.join(dir, "made"), page, signal });

async function sizeOf(file: string | undefined) {
  const { format, width, height } = await sharp(file).metadata();
  return { format, width, height };
}

it("leaves a picture that is not much larger than the sheet can show", async () => {
  await dot(900, 1350).jpeg().toFile(path.join(dir, "a.jpg"));
  expect(await make('<img src="a.jpg" alt=""><img src="drawing.svg" alt="">')).toEqual(new Map());
});

it("brings down what is wider or higher, in its kind, by the address that the source names", async () => {
  await dot(1200, 300).jpeg().toFile(path.join(dir, "wide one.jpg"));
  await dot(300, 1800, 4).png().toFile(path.join(dir, "high.png"));
  const made = await make('<img src="wide%20one.jpg" alt=""><p><img src="high.png" alt=""></p>');
  expect([...made.keys()].sort()).toEqual(["/high.png", "/wide%20one.jpg"]);
  const wide = await sizeOf(made.get("/wide%20one.jpg"));
  expect(wide).toEqual({ format: "jpeg", width: 600, height: 150 });
  expect(await sizeOf(made.get("/high.png"))).toEqual({ format: "png", width: 150, height: 900 });
});

it("measures a picture as the camera was held", async () => {
  const file = path.join(dir, "turned.jpg");
  await dot(900, 600).withMetadata({ orientation: 6 }).jpeg().toFile(file);
  expect(await make('<img src="turned.jpg" alt="">')).toEqual(new Map());
});

it("begins no picture when the run is stopped", async () => {
  await dot(1200, 300).jpeg().toFile(path.join(dir, "a.jpg"));
  const stopped = AbortSignal.abort(new Error("stopped"));
  await expect(make('<img src="a.jpg" alt="">', stopped)).rejects.toThrow("stopped");
});
