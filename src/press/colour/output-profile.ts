/**
 * The profile of the press that a PDF is made for. Input: the bytes of an ICC profile; output: the
 * same bytes with what they say of themselves, once they are known to be a CMYK printer's. It
 * converts no colour (see `colour-converter.ts`). ICC.1:2010 §7.2.
 */
import { readFile } from "node:fs/promises";
import { PublicationError } from "../../errors.ts";

export interface OutputProfile {
  readonly bytes: Uint8Array;
  /** What the profile is called, e.g. in the slug line. */
  readonly description: string;
  /** The registered name of the printing condition, or `Custom` (ISO 15930-7). */
  readonly condition: string;
}

const defaultFile = new URL("profiles/fogra39-coated.icc", import.meta.url);

const HEADER_BYTES = 128;

/** FOGRA39 (coated paper), shipped; how it was made is written beside it. */
export async function defaultOutputProfile(): Promise<OutputProfile> {
  return readOutputProfile(await readFile(defaultFile), "FOGRA39");
}

/**
 * @param condition the name that the ICC's registry of characterisation data has for it.
 * @throws PublicationError `press-profile` for what is no ICC profile of a CMYK printer.
 */
export function readOutputProfile(bytes: Uint8Array, condition = "Custom"): OutputProfile {
  const field = (start: number): string =>
    Buffer.from(bytes.subarray(start, start + 4)).toString("latin1");
  if (bytes.length <= HEADER_BYTES || field(36) !== "acsp") {
    throw notPress("the output profile is not an ICC profile");
  }
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (size !== bytes.length) {
    throw notPress(`the output profile is cut: ${bytes.length} bytes of ${size}`);
  }
  if (field(16) !== "CMYK") {
    throw notPress(`the output profile is not CMYK, it is ${field(16).trim()}`);
  }
  if (field(12) !== "prtr") {
    throw notPress(`the output profile is not a printer's, its class is ${field(12).trim()}`);
  }
  if (field(20) !== "Lab " && field(20) !== "XYZ ") {
    throw notPress(`the output profile's connection space is ${field(20).trim()}, not Lab or XYZ`);
  }
  return { bytes, description: descriptionOf(bytes) ?? condition, condition };
}

/** The tag `desc`, as version 2 (ASCII) or version 4 (Unicode) writes it. */
function descriptionOf(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.min(buffer.readUInt32BE(HEADER_BYTES), 100);
  for (let index = 0; index < count; index++) {
    const entry = HEADER_BYTES + 4 + index * 12;
    if (entry + 12 > buffer.length) return undefined;
    if (buffer.toString("latin1", entry, entry + 4) !== "desc") continue;
    const start = buffer.readUInt32BE(entry + 4);
    const tag = buffer.subarray(start, start + buffer.readUInt32BE(entry + 8));
    const type = tag.toString("latin1", 0, 4);
    if (type === "desc" && tag.length > 12) {
      return tag.toString("latin1", 12, 12 + Math.max(0, tag.readUInt32BE(8) - 1));
    }
    if (type === "mluc" && tag.length >= 28) {
      const text = tag.subarray(tag.readUInt32BE(24)).subarray(0, tag.readUInt32BE(20));
      return new TextDecoder("utf-16be").decode(text);
    }
  }
  return undefined;
}

function notPress(message: string): PublicationError {
  return new PublicationError("press-profile", message, {
    hint: "name the CMYK output profile (.icc) that the printer gave you, or none for FOGRA39",
  });
}
