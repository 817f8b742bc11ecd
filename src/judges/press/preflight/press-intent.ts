/**
 * The press that a PDF says it is made for (ISO 15930-7; ISO 32000-1 §14.11.5). Input: an open PDF;
 * output: its output intents for PDF/X, and the header of the profile in the first. It does not look
 * into the profile's tables. ICC.1:2010 §7.2.
 */
import type { PdfDict } from "../../../pdf/objects/types.ts";
import type { PdfDocument } from "../../../pdf/objects/open-pdf.ts";
import { STANDARDS } from "../../../pdf/standards/standards.ts";

export interface IntentProfile {
  /** E.g. `prtr`, a printer's. */
  readonly deviceClass: string;
  /** E.g. `CMYK`. */
  readonly colours: string;
  /** The number of components that the PDF gives it. */
  readonly declared: number | undefined;
  /** What is wrong with its header. */
  readonly fault?: string;
}

export interface PressIntent {
  /** The output intents for PDF/X. */
  readonly intents: readonly PdfDict[];
  readonly condition?: string;
  readonly registry?: string;
  readonly info?: string;
  readonly profile?: IntentProfile;
  /** The colours that go to the press; those of most presses where the file does not say. */
  readonly colours: "gray" | "rgb" | "cmyk";
}

/** Components of the colour spaces that profiles of output devices have in PDF/X. */
export const PROFILE_COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, "RGB ": 3, CMYK: 4 };

const { outputIntent } = STANDARDS["pdf-x-4"].catalog;

const HEADER_BYTES = 128;

export function readPressIntent({ objects, catalog }: PdfDocument): PressIntent {
  const intents = objects.items(objects.get(catalog, "OutputIntents")).flatMap((item) => {
    const dict = objects.dict(item);
    return objects.name(objects.get(dict, "S")) === outputIntent && dict !== undefined
      ? [dict]
      : [];
  });
  const [first] = intents;
  const text = (key: string): string | undefined => {
    const value = objects.text(objects.get(first, key))?.trim();
    return value === "" ? undefined : value;
  };
  const stream = objects.stream(objects.get(first, "DestOutputProfile"));
  const declared = objects.number(objects.get(stream?.dict, "N"));
  const bytes = objects.streamBytes(stream);
  const profile = stream === undefined ? undefined : readProfile(bytes, declared);
  const [condition, registry, info] = [
    text("OutputConditionIdentifier"),
    text("RegistryName"),
    text("Info") ?? text("OutputCondition"),
  ];
  return {
    intents,
    ...(condition === undefined ? {} : { condition }),
    ...(registry === undefined ? {} : { registry }),
    ...(info === undefined ? {} : { info }),
    ...(profile === undefined ? {} : { profile }),
    colours: profile?.colours === "RGB " ? "rgb" : profile?.colours === "GRAY" ? "gray" : "cmyk",
  };
}

function readProfile(bytes: Uint8Array | undefined, declared: number | undefined): IntentProfile {
  const field = (start: number): string =>
    Buffer.from(bytes?.subarray(start, start + 4) ?? []).toString("latin1");
  const header = { deviceClass: field(12), colours: field(16), declared };
  if (bytes === undefined) return { ...header, fault: "it cannot be unpacked" };
  if (bytes.length <= HEADER_BYTES || field(36) !== "acsp") {
    return { ...header, fault: "it is not an ICC profile" };
  }
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  // Some writers pad a profile; one that is cut cannot be used.
  return size > bytes.length
    ? { ...header, fault: `it is cut: ${bytes.length} bytes of ${size}` }
    : header;
}
