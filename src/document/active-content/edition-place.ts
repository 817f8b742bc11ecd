/**
 * Where a file of an edition is, wherever the edition itself will stand. Input: the file's path in
 * the edition; output: its address, on a host that cannot exist (RFC 6761), so that what is in the
 * edition is distinguished from all that is elsewhere.
 */
import type { DocumentPlace } from "./active-content.ts";

const ORIGIN = "http://published.invalid";

/**
 * @param file with `/` between folders.
 * @param basePath path of the edition's folder on its host, with / at both ends. What lies beside it
 * on the same host is another's.
 */
export function placeInEdition(file: string, basePath = "/"): DocumentPlace {
  return {
    address: new URL(file.split("/").map(encodeURIComponent).join("/"), ORIGIN + basePath),
    isInside: ({ origin, pathname }) => origin === ORIGIN && pathname.startsWith(basePath),
  };
}
