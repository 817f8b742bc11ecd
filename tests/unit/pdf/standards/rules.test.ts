/** The table of what the standards forbid, and those who report it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import { KEPT_STANDARDS } from "../../../../src/accessible/kept-standards.ts";
import type { SourceFault, SourceRule } from "../../../../src/accessible/source/source-fault.ts";
import { sourceJudge } from "../../../../src/judges/pdf/source.ts";
import { PREFLIGHT_RULES } from "../../../../src/judges/press/preflight-info.ts";
import { findingOfViolation } from "../../../../src/judges/press/preflight/rule.ts";
import { PRINT_SHOP_RULES } from "../../../../src/judges/press/preflight/rules/press-rules.ts";
import { citationOf, citationsOf, clausesOf } from "../../../../src/pdf/standards/rules.ts";

const accessibleDir = path.join(import.meta.dirname, "../../../../src/accessible");

/** Rules of faults as the source text has them: `rule: "text-lost"`, `fault("image-alt"`. */
function raisedRules(): ReadonlySet<string> {
  const files = readdirSync(accessibleDir, { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join(accessibleDir, file), "utf8"));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/(?:\brule: |fault\(\s*)"([^"]+)"/g)].map(([, rule = ""]) => rule),
    ),
  );
}

test("every rule of the standards that the accessible stage keeps is the rule of a fault", () => {
  const rules = new Set([...clausesOf("pdf-ua-1").keys(), ...clausesOf("pdf-a-2a").keys()]);
  expect(KEPT_STANDARDS.map(({ name }) => name)).toEqual(["PDF/UA-1", "PDF/A-2a"]);
  expect([...raisedRules()].sort()).toEqual([...rules].sort());
});

test("every rule of PDF/X-4 is one of preflight, and print shops ask for the others", () => {
  const demanded = [...clausesOf("pdf-x-4").keys()];
  const rules = PREFLIGHT_RULES.map(({ id }) => id);
  expect([...rules].sort()).toEqual([...demanded, ...PRINT_SHOP_RULES].sort());
});

test("a fault of an unknown rule, or of another standard's, does not compile", () => {
  expectTypeOf<"missing-glyph">().toExtend<SourceRule>();
  expectTypeOf<"no-such-rule">().not.toExtend<SourceRule>();
  expectTypeOf<"box-nesting">().not.toExtend<SourceRule>();
  expectTypeOf<string>().not.toExtend<SourceRule>();
});

test("a rule is cited with the clause of every standard that has it", () => {
  expect(citationsOf("missing-glyph")).toEqual(["PDF/UA-1 §7.21.8", "PDF/A-2a §6.2.11.8"]);
  expect(citationsOf("text-too-long")).toEqual(["PDF/A-2a §6.1.13"]);
  expect(citationsOf("box-nesting")).toEqual(["PDF/X-4 3.2"]);
  expect(citationOf("missing-glyph", "pdf-x-4")).toBeUndefined();
  expect(citationOf("no-such-rule", "pdf-ua-1")).toBeUndefined();
});

test("a finding of the source names every standard that forbids it", async () => {
  const fault: SourceFault = {
    rule: "language-unknown",
    message: "“en_GB” is no language tag",
    where: "html",
    hint: 'write lang="en-GB"',
    wcag: ["3.1.1"],
  };
  const { signal } = new AbortController();
  const { findings } = await sourceJudge.judge({ file: "note.html", faults: [fault] }, signal);
  expect(findings.map(({ message }) => message)).toEqual([
    "PDF/UA-1 §7.2, PDF/A-2a §6.7.4: “en_GB” is no language tag",
  ]);
});

test("a finding of preflight says who asks for it", () => {
  const helps = PREFLIGHT_RULES.map(
    (rule) => findingOfViolation({ rule, where: "", detail: "" }).help,
  );
  expect(helps.filter((help) => help.endsWith("(PDF/X-4 3.2)"))).toHaveLength(1);
  expect(helps.filter((help) => help.endsWith("(print shops ask for it)"))).toHaveLength(
    PRINT_SHOP_RULES.length,
  );
});
