/** Which families a stylesheet is said to set text in. */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textFamilies } from "../../../../src/design/fonts/shipped-fonts.ts";
import { stylesIn } from "../../../support/open-design.ts";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-text-families-"));
  await cp("src/design/house/fonts", path.join(dir, "fonts"), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true }));

async function familiesOf(
  ...fonts: readonly (readonly [string, string])[]
): Promise<readonly string[]> {
  const faces = fonts.map(
    ([family, file]) => `@font-face { font-family: "${family}"; src: url("fonts/${file}.ttf") }`,
  );
  await writeFile(path.join(dir, "a.css"), faces.join("\n"));
  return textFamilies(stylesIn(dir), "a.css");
}

const INTER = ["Inter", "inter-regular"] as const;
const MATHS = ["STIX Two Math", "stix-two-math"] as const;
const MONO = ["JetBrains Mono", "jetbrains-mono-regular"] as const;

test("each once, and none for formulas or for code", async () => {
  const bold = ["Inter", "inter-semibold"] as const;
  expect(await familiesOf(INTER, bold, MATHS, MONO)).toEqual(["Inter"]);
});

test("one whose letters are as wide as each other, where there is no other for text", async () => {
  expect(await familiesOf(MONO, MATHS)).toEqual(["JetBrains Mono"]);
});
