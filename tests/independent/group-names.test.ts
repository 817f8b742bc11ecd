/** Names of groups, as Poppler gives them to programs, and what they must not take the place of. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCase } from "../pipeline/accessible/golden-case.ts";
import { runProgram } from "../support/programs.ts";
import { testBrowser } from "../support/test-browser.ts";

const browser = testBrowser();
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "imprimatur-names-"));
  file = join(folder, "named-groups.pdf");
  await writeFile(file, (await makeCase(browser(), "named-groups")).pdf.bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("pdfinfo gives the title of each named group", async (context) => {
  const { stdout } = await runProgram(context, "pdfinfo", ["-struct", file]);
  // It prints titles in UTF-16 byte by byte: those in ASCII alone can be read.
  const titled = [...stdout.matchAll(/^ *(\w+) "([ -~]*)"/gm)].map(
    ([, type = "", title = ""]) => `${type} ${title}`,
  );
  expect(titled).toEqual([
    "Div The port from two sides",
    "Div A rhyme of the port",
    "Sect Opening hours",
    "Sect Prices",
    "L Boats in the port",
    "Div Address",
    "Div Telephone",
    "Table Tides",
    "Sect Pages of the port",
    "Div A hint",
    "Art News",
    "L Terms",
  ]);
});

test("pdfinfo reads what the groups hold", async (context) => {
  const { stdout } = await runProgram(context, "pdfinfo", ["-struct-text", file]);
  for (const text of ["Two views of the port", "Ferry", "1 Harbour Street", "6:40"]) {
    expect(stdout).toContain(`"${text}`);
  }
});
