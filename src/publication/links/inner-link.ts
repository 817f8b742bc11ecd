/** Where a link leads within the publication. Input: an address as Markdown has it; output: its parts. */
import { pathOfAddress } from "../fields/picture-path.ts";

export interface InnerLink {
  /** Of a Markdown file, from the folder of the file that the link is in; its own where it is undefined. */
  readonly path: string | undefined;
  /** What comes after the #. */
  readonly fragment: string | undefined;
}

const FILE = /^(?!\/\/)(?<path>[^?#:]*\.md)(?:\?[^#]*)?(?:#(?<fragment>.*))?$/iu;

/** Undefined where the address leads elsewhere. */
export function innerLink(address: string): InnerLink | undefined {
  if (address.startsWith("#")) {
    return { path: undefined, fragment: pathOfAddress(address.slice(1)) };
  }
  const { path, fragment } = FILE.exec(address)?.groups ?? {};
  if (path === undefined) return undefined;
  const hasFragment = fragment !== undefined && fragment !== "";
  return {
    path: pathOfAddress(path),
    fragment: hasFragment ? pathOfAddress(fragment) : undefined,
  };
}
