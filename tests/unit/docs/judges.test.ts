/** docs/judges.md names every rule of this project's own judges. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const sources = readdirSync(path.join(root, "src/judges"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(path.join(root, "src/judges", name), "utf8"));

/** Rules as they are written in the code: `rule: "…"`, and the values of tables of rules. */
const rules = new Set(
  sources.flatMap((source) => [
    ...[...source.matchAll(/\brule: "([a-z][a-z-]+)"/g)].map(([, rule = ""]) => rule),
    ...[...source.matchAll(/const RULES: [^{]+\{([^}]+)\}/g)].flatMap(([, table = ""]) =>
      [...table.matchAll(/: "([a-z-]+)"/g)].map(([, rule = ""]) => rule),
    ),
  ]),
);

test("each rule is in a table of docs/judges.md", () => {
  const docs = readFileSync(path.join(root, "docs/judges.md"), "utf8");
  const named = new Set([...docs.matchAll(/`([a-z][a-z-]+)`/g)].map(([, name = ""]) => name));
  expect(rules.size).toBeGreaterThan(50);
  expect([...rules].filter((rule) => !named.has(rule)).sort()).toEqual([]);
});
