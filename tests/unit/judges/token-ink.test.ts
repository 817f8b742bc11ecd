import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { ownDesign } from "../../support/open-design.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { coloursJudge, type ColoursSubject } from "../../../src/judges/design/token-contrast.ts";
import { srgbProfile } from "../../../src/pdf/document/srgb-profile.ts";

const BLUE = "#2050ff";
const ORANGE = "device-cmyk(0% 60% 100% 0%)";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-inks-"));
  await mkdir(path.join(dir, "styles"));
});
afterEach(() => rm(dir, { recursive: true }));

const subject = async (): Promise<ColoursSubject> => ({
  project: { folders: projectFolders(dir), design: await ownDesign(dir) },
});

interface Trial {
  readonly css: string;
  readonly profile?: string;
  /** Overrides where readers prefer dark. */
  readonly dark?: string;
}

async function judge({ css, dark, profile }: Trial): Promise<JudgeReport> {
  await writeFile(path.join(dir, "styles/tokens.css"), `:root {\n${css}\n}\n`);
  if (dark) await writeFile(path.join(dir, "styles/tokens-dark.css"), `:root {\n${dark}\n}\n`);
  return runJudge(coloursJudge, { ...(await subject()), press: { profile } });
}

describe("an ink that looks like another colour", () => {
  test("is a finding with file, line, both colours, both inks and the difference", async () => {
    const { status, findings } = await judge({
      css: `/* area */\n--accent: ${BLUE};\n--accent-press: ${ORANGE};`,
    });
    expect(status).toBe("failed");
    expect(findings).toEqual([
      {
        rule: "token-ink",
        impact: "moderate",
        wcag: [],
        where: "styles/tokens.css:4",
        message: expect.stringMatching(
          /^--accent is #2050ff on screen, and its ink, device-cmyk\(0% 60% 100% 0%\), prints like #f\w7\w1\w; the output profile “.*coated.*” prints #2050ff with device-cmyk\(\d+% \d+% \d+% \d+%\), like #2\w6\wa\w\. They differ by \d\d\.\d \(CIEDE2000\); 10 is the most\.$/u,
        ) as string,
        help: expect.stringMatching(
          /^Write --accent-press: device-cmyk\(.*\); or, .*"press differs:" and the reason\.$/u,
        ) as string,
      },
    ]);
  });

  test("is none with the profile's own ink, which the finding says", async () => {
    const { findings } = await judge({
      css: `/* area */ --accent: ${BLUE};\n--accent-press: ${ORANGE};`,
    });
    const ink = /Write --accent-press: (?<ink>device-cmyk\([^)]*\))/u.exec(findings[0]?.help ?? "");
    const { status } = await judge({
      css: `/* area */ --accent: ${BLUE};\n--accent-press: ${ink?.groups?.ink ?? ""};`,
    });
    expect(status).toBe("passed");
  });

  test.each([
    { name: "#ff7900", css: `--c: #ff7900; --c-press: ${ORANGE};` },
    { name: "white", css: "--c: #ffffff; --c-press: device-cmyk(0 0 0 0);" },
    { name: "black ink alone", css: "--c: #000000; --c-press: device-cmyk(0 0 0 1);" },
    { name: "rich black", css: "--c: #000000; --c-press: device-cmyk(60% 40% 40% 100%);" },
    { name: "a gray in black ink", css: "--c: #4a4a4a; --c-press: device-cmyk(0 0 0 0.78);" },
  ])("is not $name", async ({ css }) => {
    expect((await judge({ css: `/* area */ ${css}` })).findings).toEqual([]);
  });

  test.each([
    { name: "a tint printed as white", css: "--c: #ffd9b8; --c-press: device-cmyk(0 0 0 0);" },
    { name: "a dark gray printed light", css: "--c: #333333; --c-press: device-cmyk(0 0 0 0.4);" },
    { name: "green for red", css: "--c: #d03030; --c-press: device-cmyk(80% 0% 90% 0%);" },
  ])("is $name", async ({ css }) => {
    expect((await judge({ css: `/* area */ ${css}` })).findings).toHaveLength(1);
  });

  test("is none of the web edition's business, nor of colours for the dark", async () => {
    const css = `/* area */ --accent: ${BLUE};\n--accent-press: ${ORANGE};`;
    await judge({ css });
    expect((await runJudge(coloursJudge, await subject())).findings).toEqual([]);
    const { findings } = await judge({
      css: `/* area */ --accent: #ff7900;\n--accent-press: ${ORANGE};`,
      dark: `/* area */ --accent: ${BLUE};`,
    });
    expect(findings).toEqual([]);
  });
});

describe("a difference that is meant", () => {
  test.each([
    {
      where: "above the colour",
      css: `/* area; press differs: the house's\n print\n orange */\n--accent: ${BLUE};\n--accent-press: ${ORANGE};`,
    },
    {
      where: "above the ink",
      css: `/* area */\n--accent: ${BLUE};\n/* press differs: the house's print orange */\n--accent-press: ${ORANGE};`,
    },
  ])("is said in the comment $where, and left for review", async ({ css }) => {
    const { status, findings, toReview } = await judge({ css });
    expect({ status, findings }).toEqual({ status: "passed", findings: [] });
    expect(toReview?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/on purpose: the house's print orange$/u),
    ]);
  });

  test.each(["press differs", "press differs:", "press differs because it does"])(
    "needs its reason after a colon: %j",
    async (words) => {
      const { findings } = await judge({
        css: `/* area; ${words} */\n--accent: ${BLUE};\n--accent-press: ${ORANGE};`,
      });
      expect(findings.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
        "token-fault styles/tokens.css:3",
        "token-ink styles/tokens.css:4",
      ]);
      expect(findings[0]?.message).toContain("says that its ink differs, and not why");
    },
  );

  test("excuses its own colour alone", async () => {
    const { findings } = await judge({
      css: `/* area; press differs: one */\n--one: ${BLUE};\n--one-press: ${ORANGE};\n/* area */\n--two: #1040ee;\n--two-press: ${ORANGE};`,
    });
    expect(findings.map(({ where }) => where)).toEqual(["styles/tokens.css:7"]);
  });
});

describe("the profile", () => {
  test("is the edition's own", async () => {
    const shipped = path.resolve("src/press/colour/profiles/fogra39-coated.icc");
    await copyFile(shipped, path.join(dir, "styles/own.icc"));
    const css = `/* area */ --accent: ${BLUE};\n--accent-press: ${ORANGE};`;
    const { findings } = await judge({ css, profile: "styles/own.icc" });
    expect(findings).toHaveLength(1);
  });

  test("that is none of a press keeps the judge from its work", async () => {
    await writeFile(path.join(dir, "styles/screen.icc"), srgbProfile());
    const { status, reason } = await judge({
      css: `/* area */ --accent: ${BLUE};\n--accent-press: ${ORANGE};`,
      profile: "styles/screen.icc",
    });
    expect(status).toBe("skipped");
    expect(reason).toContain("the output profile is not CMYK");
  });
});

test("an ink without its colour, and what is no ink, are faults as before", async () => {
  const { findings } = await judge({
    css: `--lost-press: ${ORANGE};\n/* area */ --accent: ${BLUE};\n--accent-press: orange;`,
  });
  expect(findings.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
    "token-fault styles/tokens.css:2",
    "token-fault styles/tokens.css:4",
  ]);
});
