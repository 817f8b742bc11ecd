/**
 * Searches a file of a published folder for what it does of its own, by what browsers take it for.
 * Input: its bytes, its name and where it is; output: what was found. A file of a kind that no
 * browser runs (pictures of pixels, fonts, plain text, PDF) is not searched; one of an unknown kind
 * is searched as HTML, the most that a host could make of it.
 */
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { PublicationError } from "../../errors.ts";
import { tagWords } from "../tag-words.ts";
import { htmlEncoding, xmlEncoding } from "../html-encoding.ts";
import { stylesheetEncoding } from "../stylesheet-encoding.ts";
import { decodeText } from "../text-encoding.ts";
import type { ActiveContent, DocumentPlace } from "./active-content.ts";
import { findInCss, findInHtml, findInXml } from "./find-active-content.ts";
import { xmlMarkup } from "./xml-markup.ts";

/** What a file is to a browser, or to a host. */
type FileKind = "html" | "xhtml" | "xml" | "packed-xml" | "css" | "program" | "still" | "unknown";

const KINDS: Readonly<Record<Exclude<FileKind, "unknown">, string>> = {
  html: "htm html shtml",
  xhtml: "xht xhtml",
  xml: "svg xml atom rdf rss mml",
  "packed-xml": "svgz",
  css: "css",
  // Run by browsers, of today and before, and by hosts.
  program:
    "js mjs cjs wasm htc xsl xslt swf jar class hta vbs php phtml php3 php5 cgi asp aspx jsp htaccess",
  still: "avif gif ico jpeg jpg png webp otf ttf woff woff2 pdf txt json webmanifest",
};
const kindByEnding = new Map(
  Object.entries(KINDS).flatMap(([kind, endings]) =>
    endings.split(" ").map((ending) => [ending, kind as FileKind] as const),
  ),
);

/** More than any drawing that is packed. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

export function findInFile(
  bytes: Uint8Array,
  file: string,
  place: DocumentPlace,
): readonly ActiveContent[] {
  const kind = kindOf(file);
  switch (kind) {
    case "still":
      return [];
    case "program":
      return [{ rule: "script", line: 1, message: "The file is a program." }];
    case "html":
    case "unknown":
      return findInHtml(decodeLeniently(bytes, htmlEncoding(bytes).encoding), place);
    case "css":
      return findInCss(decodeLeniently(bytes, stylesheetEncoding(bytes)), place);
    case "xhtml":
    case "xml":
      return withXml(bytes, file, (xml) => findInXml(xml, place));
    case "packed-xml":
      return findInPacked(bytes, file, place);
  }
}

/** What keeps a file from being a drawing that does nothing of its own. */
export function findInDrawing(
  bytes: Uint8Array,
  file: string,
  place: DocumentPlace,
): readonly ActiveContent[] {
  return withXml(bytes, file, (xml) => {
    const markup = xmlMarkup(xml);
    const root = "elements" in markup ? markup.elements[0] : undefined;
    const isOther = root !== undefined && (root.namespace !== "svg" || root.name !== "svg");
    return [
      ...(isOther
        ? [
            {
              rule: "unreadable" as const,
              line: 1,
              message: `Its root is ${tagWords(root.name)}, not ${tagWords("svg")}.`,
            },
          ]
        : []),
      ...findInXml(xml, place),
    ];
  });
}

function kindOf(file: string): FileKind {
  const name = path.posix.basename(file).toLowerCase();
  return kindByEnding.get(name.slice(name.lastIndexOf(".") + 1)) ?? "unknown";
}

function findInPacked(
  bytes: Uint8Array,
  file: string,
  place: DocumentPlace,
): readonly ActiveContent[] {
  let unpacked: Uint8Array;
  try {
    unpacked = gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES });
  } catch {
    return [{ rule: "unreadable", line: 1, message: "The file cannot be unpacked." }];
  }
  return withXml(unpacked, file, (xml) => findInXml(xml, place));
}

/** XML that cannot be decoded is shown by no browser, and could be repaired into anything. */
function withXml(
  bytes: Uint8Array,
  file: string,
  find: (text: string) => readonly ActiveContent[],
): readonly ActiveContent[] {
  try {
    const { encoding } = xmlEncoding(bytes);
    return find(decodeText({ bytes, encoding, file, hint: "" }));
  } catch (error) {
    if (!(error instanceof PublicationError) || error.code !== "text-undecodable") throw error;
    const line = error.place?.line ?? 1;
    return [{ rule: "unreadable", line, message: "The file is not text in its encoding." }];
  }
}

/** As browsers do: what cannot be decoded is U+FFFD. */
function decodeLeniently(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
