/**
 * A style sheet's bytes into text. Order: byte order mark, `@charset`, UTF-8. Input: the file's
 * bytes; output: a string, or an error with the place that cannot be decoded. CSS Syntax 3, 3.2.
 */
import { decodeText, encodingOfDeclaration, encodingOfMark } from "./text-encoding.ts";

/** @throws PublicationError `text-undecodable`. */
export function decodeStylesheet(bytes: Uint8Array, file: string): string {
  return decodeText({
    bytes,
    encoding: stylesheetEncoding(bytes),
    file,
    hint: 'save it as UTF-8, or begin it with its encoding: @charset "windows-1252";',
  });
}

/** The rule counts only as it is written here, within the first 1024 bytes. */
export function stylesheetEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const label = /^@charset "([^"]*)";/.exec(head)?.[1];
  return (
    encodingOfMark(bytes) ??
    (label === undefined ? undefined : encodingOfDeclaration(label)) ??
    "utf-8"
  );
}
