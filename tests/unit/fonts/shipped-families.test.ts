import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { cjkPackages } from "../../../src/fonts/cjk-packages.ts";
import { familyPart } from "../../../src/fonts/font-origins.ts";
import { genericFamilies, shippedFamilies, standIns } from "../../../src/fonts/shipped-families.ts";
import { readFontFile } from "../../../src/design/fonts/font-file.ts";

const shipped = shippedFamilies();

function postScriptNames(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ttf"))
    .map((name) => readFontFile(readFileSync(path.join(folder, name))).postScriptName ?? "");
}

test("every family is in a package, under the name that PDFs call it by", () => {
  const there = new Set(shipped.folders.flatMap(postScriptNames).map(familyPart));
  expect(shipped.families.filter((family) => !there.has(family.replaceAll(" ", "")))).toEqual([]);
});

test("what stands for another family is shipped", () => {
  const { fontFamilies, forScripts } = genericFamilies(shipped);
  const named = [
    ...standIns.values(),
    ...Object.values<string>({ ...fontFamilies }),
    ...forScripts.flatMap((each) => Object.values<string>({ ...each.fontFamilies })),
  ];
  expect(named.filter((family) => !shipped.families.includes(family))).toEqual([]);
});

test("every package has its licence beside the fonts", () => {
  const licences = shipped.folders.map((folder) =>
    ["LICENSE_FONT", "../LICENSE"].some((name) => existsSync(path.join(folder, name))),
  );
  expect(licences).not.toContain(false);
});

describe("a package", () => {
  const folderOf = (missing: readonly string[]) => (name: string) =>
    missing.includes(name) ? undefined : `/packages/${name}`;
  const optional = cjkPackages.map(({ name }) => name);

  test("that is optional is taken where it is there, after all others", () => {
    const { families, folders } = shippedFamilies(folderOf(optional.slice(1)));
    expect(folders.at(-1)).toBe("/packages/@expo-google-fonts/noto-sans-sc");
    expect(families).toContain("Noto Sans SC");
    expect(families).not.toContain("Noto Sans JP");
    const scripts = genericFamilies({ families, folders }).forScripts.map(({ script }) => script);
    expect(scripts).toEqual(["Arab", "Deva", "Thai", "Hans"]);
  });

  test("that is missing is a fault with a hint", () => {
    expect(() => shippedFamilies(folderOf(["@expo-google-fonts/tinos"]))).toThrow(
      expect.objectContaining({ code: "fonts-missing", hint: expect.any(String) as string }),
    );
  });

  test("that is optional is known to npm", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly peerDependencies: Readonly<Record<string, string>>;
      readonly peerDependenciesMeta: Readonly<Record<string, unknown>>;
    };
    const fonts = Object.keys(manifest.peerDependencies).filter((name) => name.includes("font"));
    expect(fonts.sort()).toEqual([...optional].sort());
    for (const name of optional) {
      expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
    }
  });
});
