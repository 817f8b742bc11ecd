/** What docs/fonts.md says of families and packages is what there is. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FONT_CHOICES } from "../../../src/fonts/font-choice.ts";
import { cjkPackages } from "../../../src/fonts/cjk-packages.ts";
import { installedFontFolders } from "../../../src/fonts/installed-folders.ts";
import { shippedFamilies, standIns } from "../../../src/fonts/shipped-families.ts";

const page = readFileSync(path.join(import.meta.dirname, "../../../docs/fonts.md"), "utf8");
const optional = cjkPackages.map(({ family }) => family);

/** Families of each row, with what they stand for. */
const rows = page
  .split("\n")
  .filter((line) => /^\| (?:Tinos|Arimo|DejaVu|Cousine|STIX|Noto)/.test(line));

test("the families are those that are shipped", () => {
  const named = rows.flatMap((row) =>
    (row.split("|")[1] ?? "").split(",").map((name) => name.trim()),
  );
  const { families } = shippedFamilies();
  expect(named.sort()).toEqual(families.filter((family) => !optional.includes(family)).sort());
});

test("each stands for what it is said to stand for", () => {
  for (const [name, family] of standIns) {
    if (name === "sans") continue;
    const row = rows.find((line) => (line.split("|")[1] ?? "").includes(family));
    expect(row?.split("|").slice(2).join(" "), name).toContain(name);
  }
});

test("choices, optional packages and folders are named", () => {
  const names = [
    ...FONT_CHOICES.map((choice) => `\`${choice}\``),
    ...cjkPackages.map(({ name }) => `npm install ${name} `),
    ...installedFontFolders({}, "~"),
  ];
  expect(names.filter((name) => !page.includes(name))).toEqual([]);
});
