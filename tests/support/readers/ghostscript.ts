/** Ghostscript's device txtwrite, which sorts a page by where its text stands. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readerWords } from "../../../src/check/reading/compare-page.ts";
import { runProgram } from "../programs.ts";
import type { TextReader } from "./reader.ts";
import { joinOverLines } from "./settle-words.ts";

/** It joins no marks to letters and does not read from right to left: Latin pages are compared. */
const LATIN = /^[\p{Script=Latin}\p{Nd}\p{P}\p{S}\s]*$/u;

/**
 * Version 10.00 swaps the bytes of ToUnicode values that are longer than one character. What is of
 * private use is not taken for that: it is a fault.
 */
const PRIVATE_USE = /\p{Co}/u;

function unswapped(text: string): string {
  return Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const swapped = String.fromCodePoint(((code & 0xff) << 8) | ((code >> 8) & 0xff));
    const isSound = LATIN.test(char) || PRIVATE_USE.test(char) || code > 0xffff;
    return isSound || !LATIN.test(swapped) ? char : swapped;
  }).join("");
}

export const ghostscript: TextReader = {
  name: "Ghostscript",
  keepsOrder: false,
  canRead: ({ words, beside, pictures }) =>
    LATIN.test([...words, ...beside, pictures].join(" ").normalize("NFC")),
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
  wordsOf: (page, text) => joinOverLines(page, readerWords(page, unswapped(text))),
};
