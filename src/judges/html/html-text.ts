/**
 * The text of an HTML file that is judged. It is read when a judge wants it, so that of a folder of
 * thousands of pages no more than one is held. Input: a file; output: its text. It judges nothing.
 */
import { expectNotTooLarge, readLimited } from "../../files/read-limited.ts";

export interface HtmlText {
  /** As findings name it. */
  readonly file: string;
  readonly read: () => Promise<string>;
}

/** Hundreds of times a long page. What is larger is data, and would take the judges' memory. */
const LARGEST_HTML_BYTES = 64 * 2 ** 20;

export function htmlText(name: string, file: string): HtmlText {
  return { file: name, read: () => readText(file) };
}

/** @throws PublicationError `file-too-large`: what the browser would be given is looked at first, too. */
export function expectPage(file: string): Promise<void> {
  return expectNotTooLarge(file, LARGEST_HTML_BYTES);
}

/** @throws PublicationError `file-too-large`. */
export async function readText(file: string): Promise<string> {
  const bytes = await readLimited(file, LARGEST_HTML_BYTES);
  return new TextDecoder().decode(bytes);
}
