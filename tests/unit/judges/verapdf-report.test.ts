/**
 * The stored reports are veraPDF 1.30.2's own words on five files: one that meets both standards, a
 * figure without alternative, one that asks for a password, one cut short, and a browser's print.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { JudgeUnavailable } from "../../../src/judges/verdict/judge.ts";
import { findingsOf } from "../../../src/judges/pdf/verapdf.ts";
import {
  readReportOfClaims,
  readVeraPdfReport,
  type Outcome,
} from "../../../src/judges/pdf/verapdf/read-report.ts";
import {
  validationProfiles,
  type Flavour,
} from "../../../src/judges/pdf/verapdf/validation-profiles.ts";

const fileNames = ["0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf"];

function stored(flavour: Flavour): string {
  return readFileSync(new URL(`verapdf-reports/${flavour}.json`, import.meta.url), "utf8");
}

function read(flavour: Flavour): readonly Outcome[] {
  return readVeraPdfReport(stored(flavour), validationProfiles[flavour], fileNames);
}

function findings(flavour: Flavour, index: number): ReturnType<typeof findingsOf> {
  const outcome = read(flavour)[index];
  if (outcome === undefined) throw new Error("no outcome");
  return findingsOf(outcome, validationProfiles[flavour]);
}

describe("what veraPDF found becomes findings", () => {
  test("a file that meets the standards has none", () => {
    expect(findings("ua1", 0)).toEqual([]);
    expect(findings("2a", 0)).toEqual([]);
  });

  test("a broken rule names standard, clause and test, criterion, place and where to read", () => {
    expect(findings("ua1", 1)).toEqual([
      {
        rule: "PDF/UA-1 §7.3-1",
        impact: "serious",
        wcag: ["1.1.1"],
        where: "Document > Figure (object 7 0)",
        message: expect.stringMatching(
          /^Figure tags shall include .*; here: Figure structure/,
        ) as string,
        help: expect.stringMatching(
          /^ISO 14289-1:2014, clause 7\.3; https:.*#rule-73-1$/,
        ) as string,
      },
    ]);
    expect(findings("2a", 1)).toEqual([]);
  });

  test("a rule that is broken often is one finding, which counts every time", () => {
    const link = findings("ua1", 4).find(({ rule }) => rule === "PDF/UA-1 §7.18.5-2");
    expect(link?.where).toBe(
      "page 1, PDLinkAnnot (object 5 0); page 1, PDLinkAnnot (object 6 0); page 1, PDLinkAnnot (object 7 0); and 37 more",
    );
    const untagged = findings("ua1", 4).find(({ rule }) => rule === "PDF/UA-1 §7.1-3");
    expect(untagged?.where).toBe("page 1, contentItem (object 8 0); and 156 more");
  });

  test("findings stand in the order of the clauses", () => {
    expect(findings("ua1", 4).map(({ rule }) => rule)).toEqual([
      "PDF/UA-1 §7.1-3",
      "PDF/UA-1 §7.2-17",
      "PDF/UA-1 §7.18.1-2",
      "PDF/UA-1 §7.18.5-2",
    ]);
  });

  test("an encrypted and a damaged file are faults, not passes", () => {
    expect(findings("ua1", 2).map(({ rule }) => rule)).toEqual(["pdf-encrypted"]);
    expect(findings("2a", 3).map(({ rule }) => rule)).toEqual(["pdf-unreadable"]);
  });
});

describe("a report of what files claim", () => {
  const profiles = [validationProfiles.ua1, validationProfiles["2a"]];

  test("has an outcome for each standard that a file was validated against", () => {
    const [clean, broken] = readReportOfClaims(stored("ua1"), profiles, ["0.pdf", "1.pdf"]);
    expect(clean).toEqual([read("ua1")[0], undefined]);
    expect(broken).toEqual([read("ua1")[1], undefined]);
  });

  test("says of a file that cannot be read that it meets none", () => {
    const [outcomes] = readReportOfClaims(stored("2a"), profiles, ["2.pdf"]);
    expect(outcomes).toMatchObject([{ kind: "unreadable" }, { kind: "unreadable" }]);
  });

  test("is refused where it has two results of a standard, or part of one", () => {
    const of = (text: string): unknown => readReportOfClaims(text, profiles, ["0.pdf"]);
    const jobsSchema = z.array(
      z.looseObject({ validationResult: z.array(z.unknown()).optional() }),
    );
    const report = z
      .looseObject({ report: z.looseObject({ jobs: jobsSchema }) })
      .parse(JSON.parse(stored("ua1")));
    const results = report.report.jobs[0]?.validationResult;
    if (results === undefined) throw new Error("there is no result");
    results.push(results[0]);
    expect(() => of(JSON.stringify(report))).toThrow("2 results");
    expect(() => of(stored("ua1").replace('"normal"', '"timeout"'))).toThrow("timeout");
  });
});

describe("what was not validated is never a pass", () => {
  function reasonOf(text: string, flavour: Flavour, names = ["0.pdf"]): string {
    try {
      readVeraPdfReport(text, validationProfiles[flavour], names);
    } catch (error) {
      if (error instanceof JudgeUnavailable) return error.message;
      throw error;
    }
    throw new Error("the report was taken");
  }

  /** The stored report with one text replaced by another in its first places. */
  function planted(from: string, to: string): string {
    const text = stored("ua1");
    if (!text.includes(from)) throw new Error(`the stored report has no ${from}`);
    return text.replace(from, to);
  }

  test("a file that the report does not name", () => {
    expect(reasonOf(stored("ua1"), "ua1", ["5.pdf"])).toContain("names the file 0 times");
  });

  test("a file that the report names twice", () => {
    expect(reasonOf(planted("/pdfs/1.pdf", "/pdfs/0.pdf"), "ua1")).toContain("2 times");
  });

  test("a report on another standard", () => {
    expect(reasonOf(stored("2a"), "ua1")).toContain("PDF/A-2a validation profile instead");
  });

  test("a validation that was cut short", () => {
    expect(reasonOf(planted('"normal"', '"timeout"'), "ua1")).toContain("timeout");
  });

  test("a validation that checked nothing", () => {
    expect(reasonOf(planted('"passedChecks": 36', '"passedChecks": 0'), "ua1")).toContain(
      "checked nothing",
    );
  });

  test("a report whose verdict contradicts its rules", () => {
    expect(reasonOf(planted('"compliant": true', '"compliant": false'), "ua1")).toContain(
      "contradicts itself",
    );
    expect(reasonOf(planted('"failedRules": 1', '"failedRules": 2'), "ua1", ["1.pdf"])).toContain(
      "contradicts itself",
    );
  });

  test("a fault of veraPDF while it validates", () => {
    expect(reasonOf(planted('"type": "PARSE"', '"type": "VALIDATE"'), "ua1", ["2.pdf"])).toContain(
      "did not validate against PDF/UA-1",
    );
    expect(reasonOf(planted('"outOfMemory": 0', '"outOfMemory": 1'), "ua1")).toContain("memory");
  });

  test("a text that is no report, or an older version's", () => {
    expect(reasonOf("Usage: veraPDF", "ua1")).toContain("not known here");
    expect(reasonOf('{"report":{"jobs":{}}}', "ua1")).toContain("not known here");
  });
});
