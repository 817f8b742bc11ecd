import { describe, expect, test } from "vitest";
import { measureInTurns, median } from "../../../bench/measure.ts";

describe("measureInTurns", () => {
  test("runs every way once before it counts, and each round begins with another", async () => {
    const calls: string[] = [];
    const ways = ["a", "b", "c"].map((name) => () => {
      calls.push(name);
      return Promise.resolve(name);
    });
    const measured = await measureInTurns(ways, 2);
    expect(calls.join("")).toBe("abc" + "bca" + "cab");
    expect(measured.map(({ result }) => result)).toEqual(["a", "b", "c"]);
  });

  test("passes on what goes wrong", async () => {
    const fails = (): Promise<string> => Promise.reject(new Error("no page"));
    await expect(measureInTurns([fails], 1)).rejects.toThrow("no page");
  });
});

describe("median", () => {
  test("is the middle value, whatever the order, or between the two in the middle", () => {
    expect(median([100, 1, 9])).toBe(9);
    expect(median([10, 2, 4, 1])).toBe(3);
  });

  test("needs a value", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
