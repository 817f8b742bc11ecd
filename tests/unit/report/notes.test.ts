/** What a report says of languages in which editions have no words. */
import { expect, test } from "vitest";
import type { Chapter } from "../../../src/publication/publication.ts";
import { formatHtml } from "../../../src/report/html.tsx";
import { notesOn } from "../../../src/report/notes.ts";
import { formatReport } from "../../../src/report/terminal.ts";
import { grantedReport } from "./planted-report.ts";

const chapter = (slug: string, lang?: string): Chapter => ({
  ...{ kind: "chapter", slug, file: `content/${slug}.md`, body: "", bodyLine: 4, after: [] },
  ...(lang !== undefined && { lang }),
  fields: { title: slug as never },
});

test("a language without words is noted once, by its name", () => {
  const chapters = [chapter("a"), chapter("b", "eu"), chapter("c", "eu"), chapter("d", "de-AT")];
  expect(notesOn({ lang: "fi", chapters }).map((note) => note.split(":")[0])).toEqual([
    "no words and no rules of typography in Finnish (fi)",
    "no words and no rules of typography in Basque (eu)",
  ]);
});

test("languages with words are not noted", () => {
  expect(notesOn({ lang: "pt-AO", chapters: [chapter("a", "ja")] })).toEqual([]);
});

test("a note stands in reports, and refuses nothing", () => {
  const report = { ...grantedReport, notes: ["no words in Finnish"] };
  const lines = formatReport(report, { color: false }).split("\n");
  expect(lines.slice(-3)).toEqual(["note: no words in Finnish", "", "Imprimatur granted"]);
  expect(formatHtml(report)).toContain("<p>Note: no words in Finnish.</p>");
});
