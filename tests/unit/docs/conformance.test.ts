/** The ledgers of conformance name real files and cases, and say of each clause how it is met. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PREFLIGHT_RULES } from "../../../src/judges/press/preflight-info.ts";
import { clausesOf } from "../../../src/pdf/standards/rules.ts";
import { STANDARDS } from "../../../src/pdf/standards/standards.ts";

const root = path.join(import.meta.dirname, "../../..");
const ledgerDir = path.join(root, "docs/conformance");
const ledgers = readdirSync(ledgerDir).filter((name) => name.endsWith(".md"));

const verdicts = ["by construction", "checked", "author", "not applicable", "gap"];

/** Clauses of requirements for files, which the ledger has in this order. */
const pdfUaClauses = Array.from({ length: 21 }, (_, index) => `7.${index + 1}`);

interface Row {
  readonly clause: string;
  readonly how: readonly string[];
  readonly where: string;
  readonly shownBy: string;
}

/** The rows of all tables with a column `how`. */
function rowsOf(text: string): readonly Row[] {
  return text.split("\n").flatMap((line): readonly Row[] => {
    if (!/^\| +\d/.test(line)) return [];
    const cells = line.split("|").map((cell) => cell.trim());
    const [shownBy = "", where = "", how = ""] = cells.slice(0, -1).reverse();
    return [{ clause: cells[1] ?? "", how: how.split(", "), where, shownBy }];
  });
}

const read = (ledger: string): string => readFileSync(path.join(ledgerDir, ledger), "utf8");

describe.each(ledgers)("%s", (ledger) => {
  const text = read(ledger);

  test("names only cases and files that exist", () => {
    const cases = [...text.matchAll(/`golden\/([^`…]+)`/g)].map(
      ([, name = ""]) => `tests/golden/${name}/source.html`,
    );
    const files = [...text.matchAll(/`((?:src|tests|docs)\/[^`]+\.\w+)`/g)].map(
      ([, name = ""]) => name,
    );
    expect(cases.length).toBeGreaterThan(0);
    expect(files.some((name) => name.startsWith("tests/"))).toBe(true);
    const missing = [...cases, ...files].filter((name) => !existsSync(path.join(root, name)));
    expect(missing).toEqual([]);
  });

  test("says of each clause how it is met, where, and what shows it", () => {
    const rows = rowsOf(text);
    expect(rows.length).toBeGreaterThan(0);
    const wrong = rows.filter(
      ({ how, where, shownBy }) =>
        how.some((word) => !verdicts.includes(word)) ||
        (how[0] !== "author" && where === "") ||
        (/^(?:by construction|checked)$/.test(how[0] ?? "") && shownBy === ""),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(["pdf-ua-1", "pdf-a-2a"] as const)("the ledger of %s", (standard) => {
  test("names each fault that the standard forbids, by its clause, and no others", () => {
    const named = rowsOf(read(`${standard}.md`)).flatMap(({ clause, where }) =>
      [...where.matchAll(/\bfaults? `([^`]+)`(?: and `([^`]+)`)?/g)].flatMap(([, one, other]) =>
        [one, other].flatMap((rule) => (rule === undefined ? [] : `${rule} ${clause}`)),
      ),
    );
    const wanted = [...clausesOf(standard)].map(([rule, clause]) => `${rule} ${clause}`);
    expect(named.sort()).toEqual(wanted.sort());
  });

  test("names the edition of the standard that the table has", () => {
    const { name, iso } = STANDARDS[standard];
    expect(read(`${standard}.md`)).toContain(`What ISO ${iso.number}:${iso.year} asks of a file`);
    expect(read(`${standard}.md`)).toMatch(new RegExp(`^# ${name},`));
  });
});

test("the ledger of PDF/UA-1 has every clause, in order, and lists its gaps", () => {
  const text = read("pdf-ua-1.md");
  const rows = rowsOf(text);
  const clauses = rows.flatMap(({ clause }) => /^7\.\d+/.exec(clause)?.[0] ?? []);
  expect([...new Set(clauses)]).toEqual(pdfUaClauses);
  const [, gaps = ""] = text.split(/^## Gaps$/m);
  const unlisted = rows.filter(({ clause, how }) => {
    const [main = ""] = /^7\.\d+/.exec(clause) ?? [];
    if (!how.includes("gap") || main === "") return false;
    return !new RegExp(`§${main.replace(".", "\\.")}(?!\\d)`).test(gaps);
  });
  expect(unlisted.map(({ clause }) => clause)).toEqual([]);
});

describe("the ledger of PDF/X-4", () => {
  /** Each demand's number, with the rules that its column “preflight” names. */
  const rows = read("pdf-x-4.md")
    .split("\n")
    .flatMap((line): readonly (readonly [string, readonly string[]])[] => {
      if (!/^\| +\d/.test(line)) return [];
      const [, demand = "", , preflight = ""] = line.split("|").map((cell) => cell.trim());
      return [[demand, [...preflight.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name)]];
    });

  test("names for each demand the rules of preflight that check it, and no others", () => {
    const named = new Map(rows);
    // What is encrypted is not opened, and so not judged.
    expect(named.get("1.3")).toEqual(["pdf-encrypted"]);
    named.delete("1.3");
    const wanted = new Map<string, string[]>();
    for (const [rule, demand] of clausesOf("pdf-x-4")) {
      wanted.set(demand, [...(wanted.get(demand) ?? []), rule]);
    }
    const sorted = (map: ReadonlyMap<string, readonly string[]>) =>
      [...map].map(([demand, ids]) => [demand, [...ids].sort()] as const).sort();
    expect(sorted(named)).toEqual(sorted(wanted));
  });
});

test("the description of judges names every rule of preflight, and no other", () => {
  const text = readFileSync(path.join(root, "docs/judges.md"), "utf8");
  const [, section = ""] = text.split(/^## Preflight$/m);
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((line) =>
    [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`( †)?/g)].map(([, name = "", doubt]) => [
      name,
      doubt !== undefined,
    ]),
  );
  const rules = PREFLIGHT_RULES.map(({ id, toReview }) => [id, toReview === true]);
  expect(named.sort()).toEqual(rules.sort());
});
