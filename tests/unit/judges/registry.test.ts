/** The registry has every judge that the code has, and what it says of rules is whole and true. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, expectTypeOf, test } from "vitest";
import { judgeInfo, JUDGES, ruleInfo } from "../../../src/judges/registry.ts";
import type { LINKS } from "../../../src/judges/site/links-info.ts";
import { FILE } from "../../../src/judges/targets/file-info.ts";
import { PREFLIGHT } from "../../../src/judges/press/preflight-info.ts";
import { AFFECTED } from "../../../src/judges/verdict/affected.ts";
import { impactSchema } from "../../../src/judges/verdict/finding.ts";
import type { Judgement } from "../../../src/judges/verdict/judge.ts";
import {
  versionOf,
  type JudgeInfo,
  type RuleFinding,
  type RuleIdOf,
} from "../../../src/judges/verdict/judge-info.ts";
import { SUCCESS_CRITERIA } from "../../../src/judges/verdict/success-criteria.ts";
import { readImports, reachedFrom } from "../../support/import-graph.ts";

const source = path.join(import.meta.dirname, "../../../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.split(path.sep).join("/"));
const textOf = (file: string): string => readFileSync(path.join(source, file), "utf8");
const infoFiles = files.filter((file) => /^judges\/.*-info\.ts$/.test(file));

/** By the name of the constant: what the modules beside the judges export as one. */
async function exportedInfos(): Promise<ReadonlyMap<string, JudgeInfo>> {
  const infos = new Map<string, JudgeInfo>();
  for (const file of infoFiles) {
    const address = pathToFileURL(path.join(source, file)).href;
    const exported = (await import(address)) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(exported)) {
      if (isJudgeInfo(value)) infos.set(name, value);
    }
  }
  return infos;
}

function isJudgeInfo(value: unknown): value is JudgeInfo {
  return typeof value === "object" && value !== null && "looksAt" in value && "rules" in value;
}

const rules = JUDGES.flatMap((judge) =>
  Object.values(judge.rules).map((rule) => ({ judge: judge.name, rule })),
);

describe("every judge of the code", () => {
  test("is in the registry once", async () => {
    const exported = [...(await exportedInfos()).values()];
    expect(exported.length).toBeGreaterThan(15);
    expect(new Set(JUDGES)).toEqual(new Set(exported));
    expect(new Set(JUDGES.map(({ name }) => name)).size).toBe(JUDGES.length);
    expect(JUDGES.length).toBe(exported.length);
  });

  test("is made of its metadata, and all metadata is a judge's", async () => {
    const made = new Set(
      files.flatMap((file) =>
        [...textOf(file).matchAll(/\bjudgeBy\(\s*([A-Z]\w*)/g)].map(([, name = ""]) => name),
      ),
    );
    // Nobody runs that one: it is what becomes of a target that nobody can judge.
    const known = [...(await exportedInfos())].filter(([, info]) => info !== FILE);
    expect([...made].sort()).toEqual(known.map(([name]) => name).sort());
  });

  test("has its name in its metadata alone, if it is ours", () => {
    const own = JUDGES.map(({ name }) => name).filter((name) => name.startsWith("imprimatur-"));
    const quoted = new RegExp(`"(?:${own.join("|")})"`);
    const naming = files.filter((file) => quoted.test(textOf(file)));
    expect(naming.length).toBeGreaterThan(10);
    expect(naming.filter((file) => !infoFiles.includes(file))).toEqual([]);
  });

  test("is known without loading a browser, a PDF or a tool", { timeout: 60_000 }, () => {
    const light =
      /^judges\/(?:.*-info\.ts$|verdict\/|press\/preflight\/rules\/|pdf\/verapdf\/release\.ts$)|^pdf\/standards\/|^accessible\/(?:kept-standards|source\/source-fault)\.ts$|^(?:browser\/kept-page|document\/source-position|errors)\.ts$/;
    const reached = [...reachedFrom(readImports(source), "judges/registry.ts")];
    expect(reached).toContain("pdf/standards/rules.ts");
    expect(reached.filter((file) => !light.test(file))).toEqual([]);
  });
});

describe.each(JUDGES.map((info) => [info.name, info] as const))("%s", (name, info) => {
  test("says what it looks at, and has a version and rules", () => {
    expect(judgeInfo(name)).toBe(info);
    expect(versionOf(info)).toMatch(/^\d/);
    expect(info.looksAt).toMatch(/^\S.*\.$/);
    if (info.toolRules === undefined) expect(Object.keys(info.rules).length).toBeGreaterThan(0);
    else expect(info.toolRules).toMatch(/^https:\/\//);
  });
});

describe.each(rules.map(({ judge, rule }) => [judge, rule.id, rule] as const))(
  "%s: %s",
  (judge, id, rule) => {
    test("says what is wrong, whom it affects and how to fix it", () => {
      expect(ruleInfo(judge, id)).toBe(rule);
      expect(id).toMatch(/^[a-z][a-z-]*$/);
      expect(rule.summary).toMatch(/^[A-Z`].*\.$/);
      expect(rule.fix).toMatch(/^[A-Z].*[^ ]$/);
      expect(impactSchema.options).toContain(rule.impact);
      expect(rule.affects.length).toBeGreaterThan(0);
      expect(new Set(rule.affects).size).toBe(rule.affects.length);
      for (const affected of rule.affects) expect(Object.keys(AFFECTED)).toContain(affected);
    });

    test("names criteria and clauses that exist", () => {
      expect(rule.wcag.filter((criterion) => !SUCCESS_CRITERIA.has(criterion))).toEqual([]);
      const cited = rule.wcag.map((criterion) => `WCAG 2.2 ${criterion}`);
      expect(rule.clauses.slice(0, cited.length)).toEqual(cited);
      for (const clause of rule.clauses) {
        expect(clause).toMatch(
          /^(?:WCAG 2\.2 |PDF\/UA-1 §|PDF\/A-2a §|PDF\/X-4 |ISO 32000-1 §)\d+(?:\.\d+)*$|^technique PDF\d+$/,
        );
      }
    });
  },
);

test("the rules of preflight, which stand in several sets, have different ids", async () => {
  const dir = path.join(source, "judges/press/preflight/rules");
  const ids: string[] = [];
  for (const file of readdirSync(dir).filter((name) => name !== "press-rules.ts")) {
    const address = pathToFileURL(path.join(dir, file)).href;
    const exported = (await import(address)) as Readonly<Record<string, unknown>>;
    for (const [name, set] of Object.entries(exported)) {
      if (name.endsWith("_RULES")) ids.push(...Object.keys(set as object));
    }
  }
  expect(ids.sort()).toEqual(Object.keys(PREFLIGHT.rules).sort());
});

test("the rules of a file that cannot be judged are the codes by which PDFs are refused", () => {
  const codes = files.flatMap((file) =>
    [...textOf(file).matchAll(/PublicationError\(\s*"(pdf-[a-z-]+)"/g)].map(
      ([, code = ""]) => code,
    ),
  );
  expect([...new Set(codes)].sort()).toEqual(Object.keys(FILE.rules).sort());
});

test("a finding of a rule that its judge does not have does not compile", () => {
  type OfLinks = Judgement<RuleIdOf<typeof LINKS>>["findings"][number];
  expectTypeOf<RuleFinding<"link-broken">>().toExtend<OfLinks>();
  expectTypeOf<RuleFinding<"no-such-rule">>().not.toExtend<OfLinks>();
  expectTypeOf<RuleFinding>().not.toExtend<OfLinks>();
});

test("WCAG 2.2 has 86 success criteria, and none that it removed", () => {
  expect(SUCCESS_CRITERIA.size).toBe(86);
  expect(SUCCESS_CRITERIA.has("4.1.1")).toBe(false);
});

test("what nobody knows is undefined", () => {
  expect(judgeInfo("imprimatur-nothing")).toBeUndefined();
  expect(ruleInfo("imprimatur-nothing", "link-broken")).toBeUndefined();
  expect(ruleInfo("imprimatur-links", "toString")).toBeUndefined();
  expect(ruleInfo("axe-core", "image-alt")).toBeUndefined();
});
