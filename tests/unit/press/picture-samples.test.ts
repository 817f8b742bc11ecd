/** Bits and rows, as pictures and meshes pack them. */
import { describe, expect, test } from "vitest";
import { undoPredictor } from "../../../src/pdf/filters/predictor.ts";
import { BitReader, BitWriter, readBitSamples } from "../../../src/pdf/filters/bit-stream.ts";

describe("bits", () => {
  test("are read as they are written, of any width", () => {
    const writer = new BitWriter();
    const numbers: readonly (readonly [number, number])[] = [
      [5, 3],
      [0xfffffffe, 32],
      [1, 1],
      [4095, 12],
    ];
    for (const [value, bits] of numbers) writer.write(value, bits);
    const reader = new BitReader(writer.bytes);
    expect(numbers.map(([, bits]) => reader.read(bits))).toEqual(numbers.map(([value]) => value));
    expect(reader.has(1)).toBe(false);
  });

  test("rows begin at bytes", () => {
    const reader = new BitReader(Uint8Array.of(0b10100000, 0b01000000));
    expect(reader.read(2)).toBe(0b10);
    reader.toByte();
    expect(reader.read(2)).toBe(0b01);
    expect([...readBitSamples(Uint8Array.of(0x1f), 4, 2)]).toEqual([1, 15]);
  });
});

describe("predictors", () => {
  const shape = { colors: 1, bitsPerComponent: 8, columns: 3 };

  test("of PNG, each row by its own", () => {
    const rows = [
      ...[0, 10, 20, 30],
      ...[1, 10, 10, 10],
      ...[2, 1, 1, 1],
      ...[3, 10, 10, 10],
      ...[4, 1, 1, 1],
    ];
    expect([...undoPredictor(Uint8Array.from(rows), { ...shape, predictor: 15 })]).toEqual([
      ...[10, 20, 30],
      ...[10, 20, 30],
      ...[11, 21, 31],
      ...[15, 28, 39],
      ...[16, 29, 40],
    ]);
  });

  test("of TIFF, and none", () => {
    const bytes = Uint8Array.of(10, 10, 10, 250, 10, 0);
    expect([...undoPredictor(bytes, { ...shape, predictor: 2 })]).toEqual([
      ...[10, 20, 30],
      ...[250, 4, 4],
    ]);
    expect(undoPredictor(bytes, { ...shape, predictor: 1 })).toBe(bytes);
  });
});
