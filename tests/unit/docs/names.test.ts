/** What code and documents name in docs/, in tests/ and in src/ is there; each decision is in the index. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../../..");

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name));

const read = (name: string): string => readFileSync(path.join(root, name), "utf8");

/**
 * A project's `styles/report.css` is its theme's, or the house's, where it has none of its own. What
 * stands in the repository's own styles/ is its publisher's, and no document may count on it.
 */
const styleFolders = [
  ...readdirSync(path.join(root, "src/themes")).map((theme) => `src/themes/${theme}/styles`),
  "src/design/house",
];
const isThere = (name: string): boolean =>
  (name.startsWith("styles/")
    ? styleFolders.map((folder) => name.replace(/^styles/u, folder))
    : [name]
  ).some((each) => existsSync(path.join(root, each)));

/** A page that shows how to make files, which a test makes: tests/pipeline/docs/make-a-block.test.ts. */
const TUTORIAL = "docs/make-a-block.md";

test("every document and file that is named exists", () => {
  const texts = [
    "README.md",
    ...filesIn("docs", /\.md$/).filter((name) => name !== TUTORIAL),
    ...filesIn("src", /\.tsx?$/),
    ...filesIn("bench", /\.ts$/),
  ];
  const named = texts.flatMap((text) =>
    [
      ...read(text).matchAll(
        /(?<![\w/])(?:docs|src|tests|styles)\/(?:[\w.-]+\/)*[\w-]+\.(?:md|tsx?|css)\b/g,
      ),
    ].map(([name]) => ({ text, name })),
  );
  expect(named.length).toBeGreaterThan(200);
  const missing = named.filter(({ name }) => !isThere(name));
  expect(missing.map(({ text, name }) => `${text}: ${name}`)).toEqual([]);
});

test("the index of decisions has each of them once", () => {
  const index = read("docs/decisions/README.md");
  const linked = [...index.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name = ""]) => name);
  const decisions = readdirSync(path.join(root, "docs/decisions"));
  expect(linked.toSorted()).toEqual(decisions.filter((name) => name !== "README.md").toSorted());
});
