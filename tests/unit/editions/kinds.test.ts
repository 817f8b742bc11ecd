/** The registry of kinds: what it lists is whole. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { factsOf, isKind, isPaged, KINDS, MADE_FOLDERS } from "../../../src/editions/kinds.ts";
import { loadRoom } from "../../../src/editions/rooms.ts";

const kinds = Object.keys(KINDS).filter(isKind);
const publication = { slug: "our-year" };

test("every folder of a kind is in the registry, and every kind has one with its room", async () => {
  const folders = await readdir(path.join(import.meta.dirname, "../../../src/editions"), {
    withFileTypes: true,
  });
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(names.sort()).toEqual([...kinds, "paged"].sort());
});

test.each(kinds)("%s has a room to be made and judged in", { timeout: 60_000 }, async (kind) => {
  expect(await loadRoom(kind)).toEqual({
    make: expect.any(Function) as unknown,
    judge: expect.any(Function) as unknown,
  });
});

test.each(kinds)("the files of %s lie in its folders", (kind) => {
  const edition = KINDS[kind].options.parse({
    id: "a",
    kind,
    stylesheet: "styles/a.css",
    ...(KINDS[kind].pages !== undefined && { format: "A4" }),
  });
  const { folders, files } = factsOf(edition.kind);
  for (const file of files(publication, edition)) {
    expect(folders).toContain(file.split("/")[0]);
  }
  expect(isPaged(edition)).toBe(kind !== "web");
});

test("builds own the folders of all kinds, each named once", () => {
  expect([...MADE_FOLDERS].sort()).toEqual(["pages", "pdf", "print", "web"]);
});

test("the names of files that options choose are those that files have", () => {
  const options = { suffix: " large ", booklet: { suffix: "sheets" } };
  const option = (...steps: readonly string[]): unknown =>
    steps.reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null
          ? (Reflect.get(value, step) as unknown)
          : undefined,
      options,
    );
  expect(KINDS.pdf.namedFiles(option).map(({ place }) => place)).toEqual(["pdf/large"]);
  expect(KINDS.press.namedFiles(option).map(({ place }) => place)).toEqual([
    "print/large",
    "print/sheets",
  ]);
});
