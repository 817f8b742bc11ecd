/** The styles of the themes: colours are tokens, and every token has the contrast that its role asks for. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isTooLow, tokenPairs } from "../../../src/judges/design/token-contrast.ts";
import { judgeInks } from "../../../src/judges/design/token-ink.ts";
import { defaultOutputProfile } from "../../../src/press/colour/output-profile.ts";
import { readDesignTokens } from "../../../src/design/tokens/design-tokens.ts";
import { openDesign } from "../../../src/design/design.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { stylesOf } from "../../support/open-design.ts";
import { formatPairs } from "../../support/format-pairs.ts";

/** Literal colours outside of comments and of blocks for forced colours, with their lines. */
function literalColours(css: string): readonly string[] {
  const blank = (text: string): string => text.replace(/[^\n]/gu, " ");
  const bare = css
    .replace(/\/\*[\s\S]*?\*\//gu, blank)
    .replace(/url\([^)]*\)/gu, blank)
    // A colour is a value: it stands after a colon, and an id before a brace.
    .replace(/[^;{}]*\{/gu, blank);
  const literal =
    /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|(?:ok)?(?:lab|lch)|color|device-cmyk)\(|(?<=:[^;]*?)\b(?:white|black|red|gr[ae]y|orange)\b/giu;
  return [...bare.matchAll(literal)].map(
    ({ 0: text, index }) => `${bare.slice(0, index).split("\n").length}: ${text}`,
  );
}

/** Nothing of its own hides what the theme has. */
const noProject = "tests/fixtures/no-project";
const themes = await themeNames();

describe.each(themes)("the tokens of the theme %s", (theme) => {
  it.each(["light", "dark"] as const)("have enough contrast in %s colours", async (scheme) => {
    const { tokens } = await openDesign(await stylesOf(noProject, theme));
    expect(tokens?.faults).toEqual([]);
    const pairs = tokenPairs(tokens?.[scheme] ?? []);
    expect(pairs.length).toBeGreaterThan(5);
    expect(pairs.some(isTooLow), `\n${formatPairs(pairs)}\n`).toBe(false);
  });

  it("have each an ink on paper", async () => {
    const { tokens } = await openDesign(await stylesOf(noProject, theme));
    for (const { name, press } of tokens?.light ?? []) {
      expect(press, name).toHaveLength(4);
    }
  });
});

describe.each(themes)("the inks of the theme %s", (theme) => {
  it("look like their screen colours, with no exception", async () => {
    const { tokens } = await openDesign(await stylesOf(noProject, theme));
    const judged = await judgeInks(tokens?.light ?? [], await defaultOutputProfile());
    expect(judged).toEqual({ findings: [], toReview: [] });
  });
});

describe.each(themes)("colours in the styles of the theme %s", (theme) => {
  it("are tokens", async () => {
    const { themeDir } = await loadTheme(theme);
    const names = (await readdir(themeDir, { recursive: true })).filter((name) =>
      /(?<!\/tokens[^/]*)\.css$/u.test(name),
    );
    expect(names).toContain("styles/web.css");
    for (const name of names) {
      const css = await readFile(path.join(themeDir, name), "utf8");
      expect(literalColours(css), name).toEqual([]);
    }
  });
});

describe("literal colours", () => {
  it("are found where they are not", () => {
    const css = "#add { color: #ff7900 }\n/* #fff */\np { background: rgb(0 0 0); color: white }";
    expect(literalColours(css)).toEqual(["1: #ff7900", "3: rgb(", "3: white"]);
    expect(literalColours("a { color: var(--ink); border-color: CanvasText }")).toEqual([]);
  });
});

describe("readDesignTokens", () => {
  const read = (css: string, base?: readonly []) =>
    readDesignTokens({ file: "styles/tokens.css", css, ...(base && { base }) });

  it("reads roles, remarks, several comments and inks as shares", () => {
    const { tokens, faults } = read(`:root {
      /* area: grounds */
      --paper: #fff;
      --paper-press: device-cmyk(0% 0% 0% 0%);
      /* text on
         paper; always underlined */
      /* graphic on --paper */
      --link: #8a2f00;
      --link-press: device-cmyk(0% 72% 1 46%);
      --size: 1rem;
      --second: var(--link);
    }`);
    expect(faults).toEqual([]);
    expect(tokens).toEqual([
      {
        name: "paper",
        value: "#fff",
        colour: [255, 255, 255],
        roles: [{ kind: "area" }],
        press: [0, 0, 0, 0],
        file: "styles/tokens.css",
        pressPlace: { file: "styles/tokens.css", line: 4 },
        pressReason: undefined,
        line: 3,
      },
      {
        name: "link",
        value: "#8a2f00",
        colour: [138, 47, 0],
        roles: [
          { kind: "text", on: ["paper"] },
          { kind: "graphic", on: ["paper"] },
        ],
        press: [0, 0.72, 1, 0.46],
        file: "styles/tokens.css",
        pressPlace: { file: "styles/tokens.css", line: 9 },
        pressReason: undefined,
        line: 8,
      },
    ]);
  });

  it.each([
    [
      "a colour without a role",
      "--a: #000000; --a-press: device-cmyk(0 0 0 1);",
      "--a has no role",
    ],
    [
      "an unknown ground",
      "/* text on papr */ --a: #000; --a-press: device-cmyk(0 0 0 1);",
      "“papr”",
    ],
    [
      "a value that is no colour",
      "/* area */ --a: 12px; --a-press: device-cmyk(0 0 0 1);",
      "is not a colour",
    ],
    [
      "a see-through colour",
      "/* area */ --a: #00000080; --a-press: device-cmyk(0 0 0 1);",
      "is not a colour",
    ],
    ["no ink", "/* area */ --a: #000;", "has no press value"],
    [
      "an ink that is none",
      "/* area */ --a: #000; --a-press: device-cmyk(0 0 120% 1);",
      "is no ink",
    ],
    ["an ink of nothing", "--b-press: device-cmyk(0 0 0 1);", "ink of a colour that is not there"],
  ])("finds %s", (_name, declarations, message) => {
    const { faults } = read(`\n:root {\n${declarations}\n}`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: "styles/tokens.css", line: 3 });
    expect(faults[0]?.message.replace(/"([^"]*)"/u, "“$1”")).toContain(message);
    expect(faults[0]?.hint).not.toBe("");
  });

  it("asks a file that overrides for no ink", () => {
    expect(read(":root { /* area */ --paper: #141414; }", []).faults).toEqual([]);
  });
});
