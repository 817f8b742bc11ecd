/**
 * What a person asks to have judged: tells PDF, HTML file, folder and address apart. Input: the
 * words of the command line. Output: a `Target`. Judges nothing.
 */
import { open, stat } from "node:fs/promises";
import path from "node:path";
import { isLoopbackAddress } from "../../browser/loopback.ts";
import { PublicationError } from "../../errors.ts";

export type Target =
  | { readonly kind: "pdf" | "html-file" | "html-folder"; readonly file: string }
  | { readonly kind: "address"; readonly address: URL };

const PDF_HEADER = "%PDF-";
/** Readers look for the header within the first 1024 bytes (PDF 32000-1, annex H, note 13). */
const HEADER_SEARCH_BYTES = 1024;

async function startsLikePdf(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_SEARCH_BYTES));
    return buffer.subarray(0, bytesRead).includes(PDF_HEADER);
  } finally {
    await handle.close();
  }
}

/** @throws PublicationError `target-unknown` or `address-not-local`. */
export async function resolveTarget(word: string): Promise<Target> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) {
    const address = URL.parse(word);
    if (address === null || !isLoopbackAddress(address)) {
      throw new PublicationError("address-not-local", `${word} is not an address of this machine`, {
        hint: "give an http address on localhost, or a file or folder",
      });
    }
    return { kind: "address", address };
  }
  const stats = await stat(word).catch((cause: unknown) => {
    throw new PublicationError("target-unknown", `${word} cannot be opened`, {
      hint: "give a PDF or HTML file, a folder, or an http address on this machine",
      cause,
    });
  });
  if (stats.isDirectory()) return { kind: "html-folder", file: word };
  // A pipe would be read twice, and a device has no end.
  if (!stats.isFile()) {
    throw new PublicationError("target-unknown", `${word} is neither a file nor a folder`, {
      hint: "write what it gives to a file, and give that",
    });
  }
  if (await startsLikePdf(word)) return { kind: "pdf", file: word };
  if (/\.(?:x?html?)$/i.test(path.extname(word))) return { kind: "html-file", file: word };
  throw new PublicationError("target-unknown", `${word} is neither a PDF nor an HTML file`, {
    hint: "a PDF starts with %PDF-; an HTML file's name ends in .html",
  });
}
