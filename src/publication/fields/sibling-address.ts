/**
 * Where the edition in another language stands. Input: what an author typed. Output: what keeps it
 * from being an address that everyone can follow safely. It asks no network and looks for no folder:
 * what stands beside a web edition is known to its host only.
 */
import type { ValueFault } from "./field-types.ts";

const EXAMPLES = "https://www.example.org/fr/rapport/ or ../fr/rapport/";

/** It leads out of the folder of the web edition, wherever that stands. */
export function isPathBeside(address: string): boolean {
  return address.startsWith("../");
}

/** A whole address, or a path to a folder beside the web edition's; undefined where it is one. */
export function siblingAddressFault(address: string): ValueFault | undefined {
  if (/[\s\\\p{Cc}]/u.test(address)) {
    return {
      message: "holds a space, a line break or a backslash",
      hint: "write %20 for a space, and / between folders",
    };
  }
  if (isPathBeside(address)) return undefined;
  const url = URL.parse(address);
  if (url === null) {
    return {
      message: "is neither an http address nor a path that begins with ../",
      hint: `write it like ${EXAMPLES}`,
    };
  }
  if (!["http:", "https:"].includes(url.protocol)) {
    return {
      message: `is an address of ${url.protocol}, which is not followed`,
      hint: `write it like ${EXAMPLES}`,
    };
  }
  if (url.username !== "" || url.password !== "") {
    return {
      message: "holds a name or a password, which everyone would read",
      hint: "remove what stands before the @",
    };
  }
  return undefined;
}
