/** Ghostscript's device txtwrite, which sorts a page by where its text stands. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PageWords } from "../../../src/judges/pdf/reading/page-words.ts";
import { readerWords } from "../../../src/judges/pdf/reading/compare-page.ts";
import { runProgram } from "../programs.ts";
import type { TextReader } from "./reader.ts";
import { joinOverLines } from "./settle-words.ts";

/** It joins no marks to letters and does not read from right to left: Latin pages are compared. */
const LATIN = /^[\p{Script=Latin}\p{Nd}\p{P}\p{S}\s]*$/u;

/**
 * Version 10.00 garbles ToUnicode values that are longer than one character. Of two of Latin-1 it
 * swaps the bytes, which can be told; pages that have others are not compared.
 */
const TWO_SWAPPED = /^[\0-\u00ff]{2}$/u;
/** What it puts at the end of a line, which may be the middle of one of its own. */
const SOFT_HYPHEN_AT_END = /\u00ad(?=\s)/gu;
/** A space that stands by itself, as the PDFs of the project have it at some line ends. */
const STANDING_SPACE = "\u200b ";
/** A drawn label as the PDFs of the project say it, and what is left of it. */
const LABEL = "\u2022 ";
const SWAPPED_LABEL = /\u2022\u2220\u2000?/gu;
const SWAPPED = /[\u2000-\u7f00\u0b20]/gu;
/** Not seen, and in no word. */
const ZERO_WIDTH = /\u200b/gu;

function unswapped(text: string): string {
  return text.replace(SWAPPED_LABEL, LABEL).replace(SWAPPED, (char) => {
    const code = char.charCodeAt(0);
    // What is left of a standing space.
    if (char === "\u0b20") return " ";
    return (code & 0xff) === 0 ? String.fromCharCode(code >> 8) : char;
  });
}

function canRead(page: PageWords, longValues: readonly string[]): boolean {
  const text = [...page.words, ...page.beside, page.pictures]
    .join(" ")
    .normalize("NFC")
    .replace(ZERO_WIDTH, "");
  const canBeTold = (value: string): boolean =>
    TWO_SWAPPED.test(value) || value === STANDING_SPACE || value === LABEL;
  const garbled = longValues.filter((value) => !canBeTold(value) && text.includes(value.trim()));
  return LATIN.test(text) && garbled.length === 0;
}

export const ghostscript: TextReader = {
  name: "Ghostscript",
  keepsOrder: false,
  canRead,
  read: async (context, file) => {
    // In one file, nothing would tell where a page ends.
    const folder = await mkdtemp(path.join(tmpdir(), "imprimatur-txtwrite-"));
    try {
      const quiet = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER"];
      const out = ["-sDEVICE=txtwrite", "-dTextFormat=3", "-o", path.join(folder, "%d.txt")];
      await runProgram(context, "gs", [...quiet, ...out, file]);
      const { length } = await readdir(folder);
      return await Promise.all(
        Array.from({ length }, (_, index) =>
          readFile(path.join(folder, `${index + 1}.txt`), "utf8"),
        ),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  wordsOf: (page, text) =>
    joinOverLines(page, readerWords(page, unswapped(text).replace(SOFT_HYPHEN_AT_END, "\u2010"))),
};
