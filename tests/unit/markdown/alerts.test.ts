/** Call-outs: GitHub's alerts and Quarto's blocks are one block, and what is wrong with one is a fault. */
import { describe, expect, test } from "vitest";
import { readText } from "../../../src/publication/texts/read-text.ts";
import { blockFaults } from "../../../src/publication/files/block-content.ts";
import { listThemes, loadTheme } from "../../../src/theme/load-theme.ts";
import { showText } from "../../support/show-text.ts";

const settings = { theme: await loadTheme("report"), themes: await listThemes() };

async function faultsIn(source: string): Promise<readonly string[]> {
  const contentDir = import.meta.dirname;
  const { faults, blocks } = await readText(source, { file: "a.md", line: 1 }, contentDir);
  const ofBlocks = await Promise.all(
    blocks.map(({ block, line }) =>
      blockFaults(block, settings, { file: "a.md", line, contentDir }),
    ),
  );
  return [...faults, ...ofBlocks.flat()].map(
    ({ line, message, hint }) => `${line ?? 0}: ${message}; ${hint}`,
  );
}

describe("an alert", () => {
  test.each([
    ["> [!WARNING]\n> one", "::: {.callout-warning}\none\n:::"],
    ["> [!note]\n>\n> one\n>\n> - two", "::: {.callout-note}\none\n\n- two\n:::"],
    ['::: {.alert kind=tip title="A *b*"}\none\n:::', "::: callout-tip\n## A *b*\n\none\n:::"],
    ['::: {#c .callout-tip title="A"}\none\n:::', '::: {#c .alert title="A" kind=tip}\none\n:::'],
    ["- > [!TIP]\n  > one", "- ::: callout-tip\n  one\n  :::"],
    ["> > [!TIP]\n> > one", "> ::: callout-tip\n> one\n> :::"],
    [
      "::: {.callout-note collapse=true icon=false appearance=simple}\none\n:::",
      "> [!NOTE]\n> one",
    ],
  ])("%j is %j", async (one, other) => {
    expect(await faultsIn(one)).toEqual([]);
    expect(showText(one, "list")).toContain('role="note"');
    expect(showText(one, "list")).toBe(showText(other, "list"));
  });

  test("says its kind beside a title of its own, in the language of the text", () => {
    const html = showText('::: {.callout-warning title="Marche" lang=fr}\nun\n:::', "list");
    expect(html).toContain('lang="fr"');
    expect(html).toMatch(/id="boat-alert-1-kind">.*Avertissement<\/p>/u);
    expect(html).toContain('aria-labelledby="boat-alert-1-kind boat-alert-1-title"');
  });

  test("marks its word where the language of the text has none", () => {
    expect(showText("::: {.callout-tip lang=ca}\nu\n:::", "list")).toContain('-kind" lang="en">');
  });

  test("keeps the lines of what stands in it", async () => {
    expect(await faultsIn("a\n\n> [!TIP]\n> one\n> {#x}")).toEqual([
      expect.stringMatching(/^5: "\{#x\}" marks nothing/u),
    ]);
  });
});

describe("a fault", () => {
  test.each([
    [
      "one\n\n> [!NOTTE]\n> one",
      '3: there is no alert of the kind "NOTTE"; did you mean `[!NOTE]`?',
    ],
    ["> [!DANGERS]\n> one", '1: there is no alert of the kind "DANGERS"; take one of these'],
    ["> [!NOTE] One\n> two", '1: "One" stands on the line of the alert\'s kind'],
    ["> [!NOTE]- One\n> two", '1: "- One" stands on the line of the alert\'s kind'],
    ["> [!NOTE]", "1: there is no text"],
    ["::: callout-notte\none\n:::", "1: "],
    ["::: {.callout-note apperance=simple}\none\n:::", "1: "],
    ["::: {.callout-note appearance=big}\none\n:::", "1: "],
    ["::: {.callout-note kind=tip}\none\n:::", "1: is given twice"],
  ])("%j", async (source, expected) => {
    expect(await faultsIn(source)).toEqual([expect.stringContaining(expected)]);
  });
});

describe("no alert", () => {
  test.each([
    ["> one\n>\n> [!NOTE]", "<blockquote>"],
    ["[!NOTE]\none", "<p>[!NOTE]\none</p>"],
    ["> \\[!NOTE]\n> one", "<p>[!NOTE]\none</p>"],
    ["> [!NOTE](https://example.org/) one", '<a href="https://example.org/">!NOTE</a>'],
  ])("%j", async (source, expected) => {
    expect(await faultsIn(source)).toEqual([]);
    expect(showText(source, "list")).toContain(expected);
  });
});
