/**
 * What pictures are called in a list of alternatives: by what stays as it is when the document is
 * edited elsewhere. Input: pictures as they are written; output: a key for each. Pictures of one key are
 * the same picture, and have one alternative. Pure.
 *
 * - A picture with an address is called by the address, as it is written.
 * - One that is written out in its address (`data:`) is called by its type and the SHA-256 of the address.
 * - A drawing in the document is called by its id, or the SHA-256 of its markup.
 * - Others are called by their id, or counted: `canvas 2`.
 */
import { createHash } from "node:crypto";

/** Plain data, read in the page. */
export interface WrittenPicture {
  /** The number of the source element. */
  readonly ref: string;
  /** Local name, lower case. */
  readonly name: string;
  /** As it is written; empty where it has none. */
  readonly address: string;
  readonly id: string;
  /** Of a drawing without an id; empty for others. */
  readonly markup: string;
}

/** Keys by the number of the source element. */
export type PictureKeys = ReadonlyMap<string, string>;

export function pictureKeys(pictures: readonly WrittenPicture[]): PictureKeys {
  const counts = new Map<string, number>();
  return new Map(
    pictures.map((picture) => {
      const { ref, name, address, id, markup } = picture;
      const isNamed = address !== "" || id !== "" || markup !== "";
      const count = (counts.get(name) ?? 0) + (isNamed ? 0 : 1);
      counts.set(name, count);
      return [ref, isNamed ? keyOf(picture) : `${name} ${count}`];
    }),
  );
}

function keyOf({ name, address, id, markup }: WrittenPicture): string {
  const type = /^data:([^;,]*)/i.exec(address)?.[1];
  if (type !== undefined) return `data:${type.toLowerCase()} ${digest(address)}`;
  // Of what is a name, in a list that people read, one line is enough.
  if (address !== "") return address.replaceAll(/\s+/g, " ");
  return id === "" ? `${name} ${digest(markup)}` : `${name}#${id}`;
}

/** Of 64 hexadecimal digits the first 16: enough for the pictures of one document. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
