/**
 * Addresses that publication.yaml names, that of the folder in which a web edition stands above all.
 * Input: the text of a field. Output: what is wrong with it, or whether it is a placeholder. It asks
 * no network.
 */
import type { ValueFault } from "./field-types.ts";

/** What keeps `address` from being one that everyone can follow safely. */
export function httpsAddressFault(address: string): ValueFault | undefined {
  const url = URL.parse(address);
  if (url?.protocol !== "https:") {
    return {
      message: "is no https address",
      hint: "write the whole address, such as https://www.example.org/our-year/",
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

/** What keeps `address` from being the address of a folder; undefined where nothing does. */
export function siteAddressFault(address: string): ValueFault | undefined {
  const fault = httpsAddressFault(address);
  if (fault !== undefined) return fault;
  if (/[?#]/u.test(address)) {
    return {
      message: "has a query or a fragment",
      hint: "end it with the / of the folder, before the ? or #",
    };
  }
  if (!address.endsWith("/")) {
    return { message: "does not end with /", hint: "it is a folder's address: put a / at its end" };
  }
  const { href } = new URL(address);
  if (href !== address) {
    return { message: "is not written as browsers write it", hint: `write ${href}` };
  }
  return undefined;
}

/** Path of the folder on its host: `/` or `/our-year/`. */
export function basePathOf(address: string): string {
  return new URL(address).pathname;
}

/** Names below .example are for documentation and lead nowhere (RFC 2606, 2; RFC 6761, 6.5). */
export function isPlaceholder(address: string): boolean {
  return new URL(address).hostname.split(".").at(-1) === "example";
}
