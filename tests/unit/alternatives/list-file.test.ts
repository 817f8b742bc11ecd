import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPictureList, type PictureList } from "../../../src/alternatives/list-file.ts";

const boat = { picture: "boat.jpg", where: "img on page 1" };
const star = { picture: "star.svg", where: "img on page 2" };

let dir: string;
let list: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-list-"));
  await writeFile(path.join(dir, "report.html"), "<p>");
});
afterAll(() => rm(dir, { recursive: true, force: true }));
beforeEach(async () => {
  list = path.join(dir, "alts.yaml");
  await rm(list, { force: true });
});

const open = (file = list, output = path.join(dir, "report.pdf")): Promise<PictureList> =>
  openPictureList(file, {
    input: path.join(dir, "report.html"),
    stylesheets: [],
    output,
    signal: new AbortController().signal,
  });
const read = (): Promise<string> => readFile(list, "utf8");

test("where there is none it is written, with the pictures that lack an alternative", async () => {
  const opened = await open();
  expect(opened.alternatives).toEqual([]);
  const [notice] = await opened.add([boat, star]);
  expect(notice?.message).toMatch(/^2 pictures are listed in .*alts\.yaml: fill it in/);
  expect((await open()).alternatives).toMatchObject([{ picture: "boat.jpg" }, { alt: "" }]);
});

test("where no picture lacks one nothing is written, which is said", async () => {
  const [notice] = await (await open()).add([]);
  expect(notice?.message).toMatch(/alts\.yaml is not written: no picture lacks an alternative/);
  await expect(read()).rejects.toThrow("ENOENT");
});

test("what is filled in and missing stands before what is added, byte for byte", async () => {
  const filled =
    "\uFEFF# Mine\r\npictures:\r\n- alt: 'A boat'   # blue\r\n  picture: boat.jpg\r\n\r\n- {picture: gone.jpg}\r\n";
  await writeFile(list, filled);
  const opened = await open();
  expect(opened.alternatives).toMatchObject([{ picture: "boat.jpg", alt: "A boat" }, {}]);
  const notices = await opened.add([boat, star]);
  expect(notices).toMatchObject([{ about: "alternatives", places: ["star.svg"] }]);
  const extended = await read();
  expect(extended.startsWith(filled)).toBe(true);
  expect(extended.slice(filled.length)).toContain('- picture: "star.svg"');
  // Nothing is new any more.
  expect(await (await open()).add([boat, star])).toEqual([]);
  expect(await read()).toBe(extended);
});

test("what a person fills in meanwhile is kept", async () => {
  const opened = await open();
  await writeFile(list, "pictures:\n  - picture: boat.jpg\n    alt: Meanwhile\n");
  await opened.add([boat, star]);
  expect((await open()).alternatives).toMatchObject([
    { picture: "boat.jpg", alt: "Meanwhile" },
    { picture: "star.svg" },
  ]);
});

describe("is refused before the work", () => {
  test.each([
    ["where the PDF goes", () => open(path.join(dir, "report.pdf")), /is to be the PDF/],
    [
      "where the PDF goes by another name",
      async () => {
        await symlink(dir, path.join(dir, "same")).catch(() => undefined);
        return open(path.join(dir, "same/report.pdf"));
      },
      /is to be the PDF/,
    ],
    ["in the place of the document", () => open(path.join(dir, "report.html")), /made of/],
    ["as a device", () => open("/dev/null"), /is no file that can be filled in/],
    ["as standard output", () => open("-"), /is no file that can be filled in/],
    [
      "as a folder",
      async () => {
        await mkdir(path.join(dir, "folder"), { recursive: true });
        return open(path.join(dir, "folder"));
      },
      /is a folder/,
    ],
    [
      "as what is no list",
      async () => {
        await writeFile(list, "pictures:\n  - picture: a\n    alt: 5\n");
        return open();
      },
      /the content has 1 fault in 1 file/,
    ],
    [
      "in another encoding than UTF-8",
      async () => {
        await writeFile(list, Buffer.from("pictures:\n- picture: é\n", "latin1"));
        return open();
      },
      /alts\.yaml/,
    ],
    [
      "where it is too large",
      async () => {
        await writeFile(list, "#".repeat(9 * 1024 * 1024));
        return open();
      },
      /has 9 MiB, and at most 8 MiB are read/,
    ],
  ])("%s", async (_, work, message) => {
    await expect(work()).rejects.toThrow(message);
  });
});
