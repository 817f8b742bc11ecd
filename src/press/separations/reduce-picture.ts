/**
 * Pictures as the gray of one separation. Input: an image XObject of any colour space; output: a new one
 * in DeviceGray, or with a palette of grays, whose masks are the same. Samples are unpacked once for
 * all separations of a page, and after the page's content is known: `finish` waits for them.
 * ISO 32000-1 §8.9.5, §8.9.6.
 */
import type { PdfDict, PdfObject, PdfRef, PdfStream } from "../../pdf/objects/types.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { pdfNumber } from "../../pdf/objects/pdf-number.ts";
import type { ColourConverter } from "../colour/colour-converter.ts";
import { BitReader } from "../../pdf/filters/bit-stream.ts";
import { readImageFacts } from "../../pdf/images/image-facts.ts";
import {
  pictureFault,
  readSamples,
  type PictureSamples,
} from "../../pdf/images/picture-samples.ts";
import { SEPARATIONS, type Separation, type Channel } from "./channel.ts";
import { grayOf, type InkSpace } from "./ink-space.ts";

/** What of a picture does not depend on its colours. */
const KEPT = ["Width", "Height", "BitsPerComponent", "Interpolate", "OC", "Mask", "SMask"];

export class PictureReducer {
  readonly #objects: PdfObjects;
  readonly #convertSamples: ColourConverter["convertSamples"];
  readonly #samples = new Map<PdfStream, Promise<PictureSamples>>();
  readonly #inks = new Map<PdfStream, Promise<Uint8Array>>();
  readonly #made = new Map<string, PdfRef>();
  readonly #numbers = new Map<PdfStream, number>();
  #jobs: (() => Promise<void>)[] = [];

  constructor(objects: PdfObjects, convertSamples: ColourConverter["convertSamples"]) {
    this.#objects = objects;
    this.#convertSamples = convertSamples;
  }

  /** @throws PublicationError `pdf-picture`. */
  reduce(image: PdfStream, space: InkSpace, channel: Channel): PdfRef {
    const number = this.#numbers.get(image) ?? this.#numbers.size;
    this.#numbers.set(image, number);
    const key = `${number} ${channel}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const objects = this.#objects;
    const ref = objects.reserve();
    this.#made.set(key, ref);
    const filters = this.#objects.filterNames(image.dict);
    if (filters.includes("JPXDecode")) {
      throw pictureFault("a picture is packed as JPEG 2000, which is not read");
    }
    const dict = this.#copiedDict(image.dict, space, channel);
    const bits = this.#bits(image.dict, filters);
    if (space.components === 1 && bits <= 8 && filters.at(-1) !== "DCTDecode") {
      // Fax and others stay packed: only what their samples mean is another.
      for (const name of ["Filter", "DecodeParms"]) this.#keep(dict, image.dict, name);
      objects.set(dict, "BitsPerComponent", bits);
      objects.set(dict, "ColorSpace", this.#palette(image.dict, space, channel, bits));
      objects.put(ref, objects.withDict(dict, image.contents));
    } else {
      this.#jobs.push(async () => {
        objects.set(dict, "BitsPerComponent", 8);
        objects.set(dict, "ColorSpace", "DeviceGray");
        await this.#maskColours(dict, image, space);
        const bytes = await this.#grays(image, space, channel);
        objects.put(ref, objects.withDict(dict, bytes));
      });
    }
    return ref;
  }

  /** Waits until all pictures are what they are to be, and forgets their samples. */
  async finish(): Promise<void> {
    for (const job of this.#jobs) await job();
    this.#jobs = [];
    this.#samples.clear();
    this.#inks.clear();
  }

  #bits(dict: PdfDict, filters: readonly string[]): number {
    const isFax = ["CCITTFaxDecode", "JBIG2Decode"].includes(filters.at(-1) ?? "");
    return isFax ? 1 : readImageFacts(this.#objects, dict).bits || 8;
  }

  #keep(dict: PdfDict, source: PdfDict, key: string): void {
    const value = this.#objects.getRaw(source, key);
    if (value !== undefined) this.#objects.set(dict, key, value);
  }

  #copiedDict(source: PdfDict, space: InkSpace, channel: Channel): PdfDict {
    const objects = this.#objects;
    const dict = objects.make({ Type: "XObject", Subtype: "Image" });
    for (const key of KEPT) this.#keep(dict, source, key);
    const mask = objects.stream(objects.get(source, "SMask"));
    const matte = objects.numbers(objects.get(mask?.dict, "Matte"));
    if (mask !== undefined && matte.length > 0) {
      // §11.6.5.3: the colour that samples were mixed with is one of the picture's.
      const copy = objects.copyDict(mask.dict);
      objects.set(copy, "Matte", [pdfNumber(grayOf(space, matte, channel))]);
      objects.set(dict, "SMask", objects.add(objects.withDict(copy, mask.contents)));
    }
    return dict;
  }

  /** Sample by sample its gray. */
  #palette(source: PdfDict, space: InkSpace, channel: Channel, bits: number): PdfObject {
    const count = 2 ** bits;
    const [low = 0, high = 1] = this.#ranges(source, space, bits);
    const table = Buffer.from(
      Array.from({ length: count }, (_, sample) => {
        const value = low + (sample / (count - 1)) * (high - low);
        return Math.round(grayOf(space, [value], channel) * 255);
      }),
    );
    const palette = this.#objects.add(this.#objects.makeStream(table));
    return this.#objects.make(["Indexed", "DeviceGray", count - 1, palette]);
  }

  /** What the lowest and the highest sample of each component mean. Table 90. */
  #ranges(dict: PdfDict, space: InkSpace, bits: number): readonly number[] {
    const { decode } = readImageFacts(this.#objects, dict);
    if (decode.length === space.components * 2) return decode;
    return space.isIndexed === true ? [0, 2 ** bits - 1] : space.ranges;
  }

  #read(image: PdfStream, space: InkSpace): Promise<PictureSamples> {
    const known = this.#samples.get(image) ?? readSamples(this.#objects, image, space.components);
    this.#samples.set(image, known);
    return known;
  }

  async #grays(image: PdfStream, space: InkSpace, channel: Channel): Promise<Uint8Array> {
    const samples = eightBits(await this.#read(image, space));
    const ranges = this.#ranges(image.dict, space, 8);
    const means = (sample: number, component: number): number => {
      const [low = 0, high = 1] = [ranges[component * 2], ranges[component * 2 + 1]];
      return low + (sample / 255) * (high - low);
    };
    if (channel === "mask") {
      return byColour(samples, space.components, 1, (colour) => [
        grayOf(space, colour.map(means), channel) * 255,
      ]);
    }
    const { componentOf } = space;
    if (componentOf !== undefined) {
      return channelGrays(samples, space.components, componentOf(channel), means);
    }
    const known = this.#inks.get(image);
    const inks = known ?? Promise.resolve(this.#toInks(samples, space, means));
    this.#inks.set(image, inks);
    return separationOf(await inks, channel);
  }

  /** Four bytes of ink for each pixel. */
  #toInks(
    samples: Uint8Array,
    space: InkSpace,
    means: (sample: number, component: number) => number,
  ): Uint8Array {
    const { rgbProfile } = space;
    if (rgbProfile === undefined) {
      return byColour(samples, space.components, 4, (colour) =>
        space.inkOf(colour.map(means)).map((share) => share * 255),
      );
    }
    const rgb = samples.map((sample, at) => Math.round(means(sample, at % 3) * 255));
    const ownProfile = rgbProfile === "srgb" ? undefined : rgbProfile;
    try {
      return this.#convertSamples(rgb, ownProfile);
    } catch (error) {
      // A profile that is none is taken for the most likely one.
      if (ownProfile === undefined) throw error;
      return this.#convertSamples(rgb);
    }
  }

  /** Samples between limits are not painted (§8.9.6.4): as a mask, for the samples are gone. */
  async #maskColours(dict: PdfDict, image: PdfStream, space: InkSpace): Promise<void> {
    const objects = this.#objects;
    const { maskedColours: limits } = readImageFacts(objects, image.dict);
    const { components } = space;
    if (limits === undefined) return;
    objects.unset(dict, "Mask");
    if (limits.length !== components * 2) return;
    const { bytes, bits, widthPx, heightPx } = await this.#read(image, space);
    const reader = new BitReader(bytes);
    const alpha = new Uint8Array(widthPx * heightPx);
    for (let at = 0; at < alpha.length; at++) {
      if (at % widthPx === 0) reader.toByte();
      let isMasked = true;
      for (let component = 0; component < components; component++) {
        const sample = reader.read(bits);
        const [low = 0, high = 0] = [limits[component * 2], limits[component * 2 + 1]];
        isMasked &&= sample >= low && sample <= high;
      }
      alpha[at] = isMasked ? 0 : 255;
    }
    const mask = objects.makeStream(alpha, {
      Type: "XObject",
      Subtype: "Image",
      Width: widthPx,
      Height: heightPx,
      BitsPerComponent: 8,
      ColorSpace: "DeviceGray",
    });
    objects.set(dict, "SMask", objects.add(mask));
  }
}

/** Samples of any bits as bytes, without gaps between rows. */
function eightBits({ bytes, bits, components, widthPx, heightPx }: PictureSamples): Uint8Array {
  const count = widthPx * heightPx * components;
  if (bits === 8) return bytes.subarray(0, count);
  if (bits === 16) return Uint8Array.from({ length: count }, (_, at) => bytes[at * 2] ?? 0);
  const reader = new BitReader(bytes);
  const most = 2 ** bits - 1;
  return Uint8Array.from({ length: count }, (_, at) => {
    if (at % (widthPx * components) === 0) reader.toByte();
    return Math.round((reader.read(bits) / most) * 255);
  });
}

/** One component is the ink of the separation; without one, there is none. */
function channelGrays(
  samples: Uint8Array,
  components: number,
  component: number | undefined,
  means: (sample: number, component: number) => number,
): Uint8Array {
  const grays = new Uint8Array(samples.length / components).fill(255);
  if (component === undefined) return grays;
  const table = Uint8Array.from({ length: 256 }, (_, sample) =>
    Math.round((1 - Math.min(1, Math.max(0, means(sample, component)))) * 255),
  );
  for (let at = 0; at < grays.length; at++) {
    grays[at] = table[samples[at * components + component] ?? 0] ?? 255;
  }
  return grays;
}

/** Each colour is computed once: pictures have few, or many of the same. */
function byColour(
  samples: Uint8Array,
  components: number,
  outputs: number,
  convert: (colour: readonly number[]) => readonly number[],
): Uint8Array {
  const known = new Map<string, readonly number[]>();
  const out = new Uint8Array((samples.length / components) * outputs);
  for (let at = 0; at * components < samples.length; at++) {
    const colour = Array.from(samples.subarray(at * components, (at + 1) * components));
    const key = colour.join();
    const found = known.get(key) ?? convert(colour).map(Math.round);
    known.set(key, found);
    out.set(found, at * outputs);
  }
  return out;
}

function separationOf(inks: Uint8Array, separation: Separation): Uint8Array {
  const component = SEPARATIONS.indexOf(separation);
  return Uint8Array.from(
    { length: inks.length / 4 },
    (_, at) => 255 - (inks[at * 4 + component] ?? 0),
  );
}
