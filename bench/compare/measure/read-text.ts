/**
 * The words of a PDF as Poppler's pdftotext reads them, in the two orders that it has: that of
 * painting (`-raw`), and by where text stands on the page. Input: a PDF; output: words.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { wordsOf } from "./words.ts";

const TIME_LIMIT_MS = 120_000;
const MOST_BYTES = 256 * 1024 * 1024;

/** The readings of a file. @throws Error where pdftotext is missing or cannot read the file. */
export async function readTexts(file: string): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    [["-raw"], []].map(async (options) => {
      const { stdout } = await promisify(execFile)(
        "pdftotext",
        [...options, "-enc", "UTF-8", file, "-"],
        { maxBuffer: MOST_BYTES, timeout: TIME_LIMIT_MS },
      );
      return wordsOf(stdout);
    }),
  );
}

/** @throws Error where pdftotext is missing. */
export async function popplerVersion(): Promise<string> {
  const { stderr } = await promisify(execFile)("pdftotext", ["-v"]);
  return /version (\S+)/u.exec(stderr)?.[1] ?? "unknown";
}
