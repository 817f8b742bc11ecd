/**
 * The encoding of an HTML document whose server says nothing, as browsers find it. Input: its bytes;
 * output: the name of an encoding. Order: byte order mark, XML declaration, `meta` in the first 1024
 * bytes, UTF-8. HTML Standard 13.2.3.2, "prescan a byte stream to determine its encoding".
 */
import { encodingOfDeclaration, encodingOfMark, isDecodable } from "./text-encoding.ts";

export interface FoundEncoding {
  readonly encoding: string;
  /** Whether the document names it; otherwise it is what is taken where nothing is named. */
  readonly isDeclared: boolean;
}

const searchedBytes = 1024;
const assumed = { encoding: "utf-8", isDeclared: false };

/** Of a document that is parsed as HTML, or as what its text turns out to be. */
export function htmlEncoding(bytes: Uint8Array): FoundEncoding {
  const head = headOf(bytes);
  const declared = encodingOfMark(bytes) ?? xmlDeclared(head) ?? metaDeclared(head);
  return declared === undefined ? assumed : { encoding: declared, isDeclared: true };
}

/**
 * Of a document that is XML by its name: without a mark and a declaration it is UTF-8. XML 1.0,
 * 4.3.3. What a `meta` says counts only where it is not, so that the document is read at all.
 */
export function xmlEncoding(bytes: Uint8Array): FoundEncoding {
  const head = headOf(bytes);
  const declared = encodingOfMark(bytes) ?? xmlDeclared(head);
  if (declared !== undefined) return { encoding: declared, isDeclared: true };
  const meta = isDecodable(bytes, "utf-8") ? undefined : metaDeclared(head);
  return meta === undefined ? assumed : { encoding: meta, isDeclared: true };
}

/** A letter for each byte: what is searched for is ASCII. */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, searchedBytes)).toString("latin1");
}

function xmlDeclared(head: string): string | undefined {
  if (head.startsWith("<\0?\0x\0")) return "utf-16le";
  if (head.startsWith("\0<\0?\0x")) return "utf-16be";
  const label = /^<\?xml(?=\s)[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(head);
  return label === null ? undefined : encodingOfDeclaration(label[1] ?? label[2] ?? "");
}

/** The first `meta` that names an encoding. */
function metaDeclared(head: string): string | undefined {
  const reader = new HeadReader(head);
  while (!reader.isAtEnd) {
    if (reader.skips(/<!--/y)) reader.skipComment();
    else if (reader.skips(/<meta(?=[\t\n\f\r /])/iy)) {
      const encoding = encodingOfMeta(reader.attributes());
      if (encoding !== undefined) return encoding;
    } else if (reader.skips(/<\/?[a-z][^\t\n\f\r >]*/iy)) reader.attributes();
    else if (reader.skips(/<[!/?][^>]*/y)) continue;
    else reader.skips(/[^]/y);
  }
  return undefined;
}

function encodingOfMeta(attributes: ReadonlyMap<string, string>): string | undefined {
  const charset = attributes.get("charset");
  if (charset !== undefined) return encodingOfDeclaration(charset);
  if (attributes.get("http-equiv") !== "content-type") return undefined;
  const label = labelIn(attributes.get("content") ?? "");
  return label === undefined ? undefined : encodingOfDeclaration(label);
}

/** HTML Standard, "extracting a character encoding from a meta element". */
function labelIn(content: string): string | undefined {
  const found =
    /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\t\n\f\r ;][^\t\n\f\r ;]*))/.exec(
      content,
    );
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** Goes through the head of a document as the standard's prescan does. */
class HeadReader {
  readonly #head: string;
  #at = 0;

  constructor(head: string) {
    this.#head = head;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#head.length;
  }

  /** @param pattern with the flag `y`. */
  skips(pattern: RegExp): boolean {
    return this.#take(pattern) !== undefined;
  }

  /** From behind `<!--`; the dashes of `<!-->` end it already. */
  skipComment(): void {
    const end = this.#head.indexOf("-->", this.#at - 2);
    this.#at = end === -1 ? this.#head.length : end + 3;
  }

  /** Those of the tag that is open, in lower case; of several with one name the first. */
  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (;;) {
      this.#take(/[\t\n\f\r /]*/y);
      if (this.isAtEnd || this.#take(/>/y) !== undefined) return found;
      const name = this.#take(/[^\t\n\f\r />][^\t\n\f\r /=>]*/y) ?? "";
      const hasValue = this.#take(/[\t\n\f\r ]*=[\t\n\f\r ]*/y) !== undefined;
      const value = hasValue ? this.#value() : "";
      if (value === undefined) return new Map();
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value.toLowerCase());
    }
  }

  /** Undefined where the part that is searched ends in it. */
  #value(): string | undefined {
    const quote = this.#take(/["']/y);
    if (quote === undefined) return this.#take(/[^\t\n\f\r >]*/y);
    const end = this.#head.indexOf(quote, this.#at);
    if (end === -1) {
      this.#at = this.#head.length;
      return undefined;
    }
    const value = this.#head.slice(this.#at, end);
    this.#at = end + 1;
    return value;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#head)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
