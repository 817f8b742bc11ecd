import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectFolders } from "../../../src/project/folders.ts";
import { ownDesign } from "../../support/open-design.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { coloursJudge, type ColoursSubject } from "../../../src/judges/design/token-contrast.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-tokens-"));
  await mkdir(path.join(dir, "styles"));
});
afterEach(() => rm(dir, { recursive: true }));

const subject = async (): Promise<ColoursSubject> => ({
  project: { folders: projectFolders(dir), design: await ownDesign(dir) },
});

const write = (name: string, colours: string): Promise<void> =>
  writeFile(path.join(dir, "styles", name), `:root {\n${colours}\n}\n`);
const ink = (name: string): string => `--${name}-press: device-cmyk(0 0 0 1);`;
const light = (accent: string): string =>
  `/* area */ --accent: ${accent}; ${ink("accent")}
/* text on accent */ --on-accent: #000000; ${ink("on-accent")}
/* large on accent */ --title: #595959; ${ink("title")}`;

test("a publisher who darkens the accent hears which pairs it breaks", async () => {
  await write("tokens.css", light("#8a4000"));
  const { status, findings } = await runJudge(coloursJudge, await subject());
  expect(status).toBe("failed");
  expect(findings.map(({ where, message }) => `${where} ${message}`)).toEqual([
    "styles/tokens.css:3 --on-accent (#000000) on --accent (#8a4000) has a contrast of 2.81:1 in light colours; text needs 7:1.",
    "styles/tokens.css:4 --title (#595959) on --accent (#8a4000) has a contrast of 1.06:1 in light colours; large needs 4.5:1.",
  ]);
});

test("dark inherits what it does not override, and is judged with it", async () => {
  await write("tokens.css", light("#ffffff"));
  expect((await runJudge(coloursJudge, await subject())).findings).toEqual([]);
  await write("tokens-dark.css", "/* area */ --accent: #141414;");
  const { findings } = await runJudge(coloursJudge, await subject());
  expect(findings.map(({ where }) => where)).toEqual([
    "styles/tokens.css:3",
    "styles/tokens.css:4",
  ]);
  expect(findings[0]?.message).toContain("in dark colours");
});

test("faults of the tokens are findings, and a project without tokens has none", async () => {
  expect((await runJudge(coloursJudge, await subject())).status).toBe("passed");
  await write("tokens.css", "--accent: #ff7900;");
  const { findings } = await runJudge(coloursJudge, await subject());
  expect(findings.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
    "token-fault styles/tokens.css:2",
    "token-fault styles/tokens.css:2",
  ]);
});
