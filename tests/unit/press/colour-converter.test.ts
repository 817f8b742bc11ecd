import { describe, expect, test } from "vitest";
import { PublicationError } from "../../../src/errors.ts";
import {
  openColourConverter,
  type ColourConverter,
  type PressToken,
} from "../../../src/press/colour/colour-converter.ts";
import { sumOf } from "../../../src/press/colour/ink-limit.ts";
import {
  defaultOutputProfile,
  readOutputProfile,
} from "../../../src/press/colour/output-profile.ts";
import { srgbProfile } from "../../../src/pdf/document/srgb-profile.ts";

const accent: PressToken = { name: "accent", rgb: [255, 121, 0], press: [0, 0.6, 1, 0] };
const profile = await defaultOutputProfile();

function open(tokens: readonly PressToken[] = [accent], inkLimit = 3): Promise<ColourConverter> {
  return openColourConverter({ profile, tokens, inkLimit });
}

function faultOf(act: () => unknown): PublicationError {
  try {
    act();
  } catch (error) {
    if (error instanceof PublicationError) return error;
  }
  throw new Error("no fault");
}

describe("colours", () => {
  test("a token is printed with the inks it names, whatever the profile says", async () => {
    const converter = await open();
    expect(converter.convert([255, 121, 0])).toEqual({ ink: [0, 0.6, 1, 0], isExact: true });
    expect(converter.convert([255, 122, 0])).toMatchObject({ isExact: false });
  });

  test("black and white are black ink and no ink", async () => {
    const converter = await open();
    expect(converter.convert([0, 0, 0])).toEqual({ ink: [0, 0, 0, 1], isExact: true });
    expect(converter.convert([255, 255, 255])).toEqual({ ink: [0, 0, 0, 0], isExact: true });
  });

  test("grays are black ink alone, the darker the more, and are told of", async () => {
    const converter = await open();
    const blacks = Array.from({ length: 256 }, (_, gray) => {
      const { ink } = converter.convert([gray, gray, gray]);
      expect(ink.slice(0, 3)).toEqual([0, 0, 0]);
      return ink[3];
    });
    expect(blacks).toEqual([...blacks].sort((a, b) => b - a));
    expect(converter.convert([128, 128, 128]).isExact).toBe(false);
    // A gray of half lightness needs a little more than half of the dots.
    expect(blacks[119]).toBeGreaterThan(0.5);
    expect(blacks[119]).toBeLessThan(0.7);
  });

  test("others go through the profile, within the limit of ink", async () => {
    const converter = await open();
    const [cyan, magenta, yellow, black] = converter.convert([18, 52, 86]).ink;
    expect(cyan).toBeGreaterThan(0.7);
    expect(magenta).toBeGreaterThan(0.3);
    expect(yellow).toBeLessThan(0.2);
    expect(black).toBeGreaterThan(0.4);
    const strict = await open([], 1.5);
    for (const rgb of [
      [18, 52, 86],
      [40, 0, 0],
      [0, 40, 1],
      [70, 60, 61],
    ] as const) {
      expect(sumOf(strict.convert(rgb).ink)).toBeLessThanOrEqual(1.5 + 1e-9);
    }
  });

  test("samples of pictures keep the limit, pixel by pixel", async () => {
    const strict = await open([], 1.5);
    const samples = Uint8Array.from({ length: 3 * 512 }, (_, at) => (at * 37) % 256);
    const inks = strict.convertSamples(samples);
    expect(inks).toHaveLength(4 * 512);
    for (let at = 0; at < inks.length; at += 4) {
      const sum = inks.subarray(at, at + 4).reduce((total, share) => total + share, 0);
      expect(sum).toBeLessThanOrEqual(1.5 * 255);
    }
  });

  test("a picture's own profile is heeded", async () => {
    const converter = await open();
    const samples = Uint8Array.of(200, 30, 90, 12, 200, 40);
    const own = converter.convertSamples(samples, srgbProfile());
    const plain = converter.convertSamples(samples);
    for (const [at, share] of plain.entries()) {
      expect(Math.abs((own[at] ?? 0) - share)).toBeLessThanOrEqual(2);
    }
  });
});

describe("tokens", () => {
  test("two of one colour and other inks are named both", async () => {
    const twin: PressToken = { name: "second", rgb: accent.rgb, press: [0, 0.5, 1, 0] };
    await expect(open([accent, twin])).rejects.toThrow(
      "--accent and --second are both #ff7900, and their inks differ",
    );
  });

  test("two of one colour and the same inks are well", async () => {
    await expect(open([accent, { ...accent, name: "second" }])).resolves.toBeDefined();
  });

  test("one with more ink than the limit is named", async () => {
    const heavy: PressToken = { name: "night", rgb: [1, 2, 3], press: [1, 0.9, 0.9, 0.9] };
    await expect(open([heavy])).rejects.toThrow(
      "--night asks for 370 % of ink, the limit is 300 %",
    );
  });
});

describe("readOutputProfile", () => {
  test("knows what the shipped profile is", () => {
    expect(profile).toMatchObject({
      description: "Imprimatur FOGRA39 coated, total ink 300 %",
      condition: "FOGRA39",
    });
  });

  test("refuses a profile that is not CMYK", () => {
    const fault = faultOf(() => readOutputProfile(srgbProfile()));
    expect(fault.code).toBe("press-profile");
    expect(fault.message).toBe("the output profile is not CMYK, it is RGB");
  });

  test("refuses a scanner's profile, a cut one and what is none", () => {
    const scanner = Uint8Array.from(profile.bytes);
    scanner.set(Buffer.from("scnr"), 12);
    expect(faultOf(() => readOutputProfile(scanner)).message).toMatch("not a printer's");
    expect(faultOf(() => readOutputProfile(profile.bytes.slice(0, 5000))).message).toMatch("cut");
    expect(faultOf(() => readOutputProfile(Buffer.from("%PDF-1.7"))).message).toMatch("not an ICC");
  });
});
