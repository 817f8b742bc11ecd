/**
 * Bytes into text, without a guess: what the encoding cannot decode is an error with its place.
 * Input: bytes and the name of an encoding; output: a string without a byte order mark. WHATWG
 * Encoding Standard, by Node's TextDecoder, which knows its encodings and their labels.
 */
import { PublicationError } from "../errors.ts";

export interface EncodedText {
  readonly bytes: Uint8Array;
  /** A name as `encodingOf` and `encodingOfMark` return it. */
  readonly encoding: string;
  /** The file as a person knows it, for what goes wrong. */
  readonly file: string;
  /** How a person fixes a wrong encoding, without the word "hint". */
  readonly hint: string;
}

/** The longest sequence of bytes for one character, in any of the encodings. */
const mostBytes = 4;

/** @throws PublicationError `text-undecodable` with line, column and byte. */
export function decodeText(text: EncodedText): string {
  const { bytes, encoding } = text;
  return decoded(bytes, encoding) ?? fail(text);
}

/** Whether the bytes are text of this encoding. */
export function isDecodable(bytes: Uint8Array, encoding: string): boolean {
  return decoded(bytes, encoding) !== undefined;
}

/** The standard's name of an encoding that is called so, e.g. `windows-1252` of `latin1`. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The encoding that a byte order mark names. */
export function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return undefined;
}

/** What a declaration in ASCII letters means: who reads it has not read UTF-16. */
export function encodingOfDeclaration(label: string): string | undefined {
  const encoding = encodingOf(label);
  if (encoding?.startsWith("utf-16") === true) return "utf-8";
  return encoding === "x-user-defined" ? "windows-1252" : encoding;
}

function decoded(bytes: Uint8Array, encoding: string, stream = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

function fail({ bytes, encoding, file, hint }: EncodedText): never {
  const offset = firstUndecodable(bytes, encoding);
  const before = decoded(bytes.subarray(0, offset), encoding) ?? "";
  const lines = before.split(/\r\n|\r|\n/);
  const column = [...(lines.at(-1) ?? "")].length + 1;
  const byte = bytes[offset]?.toString(16).toUpperCase().padStart(2, "0") ?? "none";
  const at = `line ${lines.length}, column ${column} (byte ${offset + 1}, ${byte} in hexadecimal)`;
  throw new PublicationError("text-undecodable", `${file} is not text in ${encoding}: ${at}`, {
    place: { file, line: lines.length },
    hint,
  });
}

/** Where the first sequence begins that stands for nothing. */
function firstUndecodable(bytes: Uint8Array, encoding: string): number {
  // How many bytes can be decoded, if more may follow them.
  let sound = 0;
  let broken = bytes.length + 1;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (decoded(bytes.subarray(0, middle), encoding, true) === undefined) broken = middle;
    else sound = middle;
  }
  for (let whole = sound; whole > Math.max(0, sound - mostBytes); whole--) {
    if (decoded(bytes.subarray(0, whole), encoding) !== undefined) return whole;
  }
  return Math.max(0, sound - mostBytes);
}
