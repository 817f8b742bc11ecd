/**
 * Addresses of pictures. Authors name a picture by its path in the content folder; HTML names it by
 * an address, in which `#`, `?`, `%`, spaces and quotation marks mean something else. Pure.
 */

/** The address of a path whose folders are parted by `/`: `a b/50%.jpg` is `a%20b/50%25.jpg`. */
export function addressOfPath(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

/**
 * The path that an address in Markdown names. An author may type it encoded or as it is; what
 * cannot be decoded was meant as it is.
 */
export function pathOfAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
