import { expect, test } from "vitest";
import { pageBatches } from "../../../src/paginate/in-page/layout/page-batches.ts";
import type {
  BatchSizes,
  StartState,
} from "../../../src/paginate/in-page/layout/parts/layout-part.ts";

const startsAt = (pages: readonly number[]): StartState[] =>
  pages.map((pagesBefore) => ({
    ...{ ref: String(pagesBefore * 10), pagesBefore, counters: {} },
    ...{ strings: {}, running: {}, maxChars: undefined },
  }));

const everyPage = (count: number): StartState[] =>
  startsAt(Array.from({ length: count - 1 }, (_, index) => index + 1));

const of = (leastPages: number, mostPages = leastPages): BatchSizes => ({
  ...{ count: 6, leastPages, mostPages },
});

const sizes = (...given: Parameters<typeof pageBatches>): readonly number[] =>
  pageBatches(...given).map(({ pageCount }) => pageCount);

test("batches are about as long as is asked, and as long as each other", () => {
  expect(sizes(300, of(100), everyPage(300))).toEqual([100, 100, 100]);
  expect(sizes(240, of(100), everyPage(240))).toEqual([120, 120]);
  expect(sizes(149, of(100), everyPage(149))).toEqual([149]);
  expect(sizes(0, of(100), [])).toEqual([0]);
});

test("they are few, but as small as they must be", () => {
  expect(sizes(180, of(10, 50), everyPage(180))).toEqual(Array(6).fill(30));
  expect(sizes(400, of(10, 50), everyPage(400))).toEqual(Array(8).fill(50));
});

test("they begin where they may", () => {
  expect(pageBatches(100, of(25), startsAt([10, 30, 31, 80]))).toEqual([
    { start: undefined, end: "300", pagesBefore: 0, pageCount: 30 },
    { start: "300", end: "800", pagesBefore: 30, pageCount: 50 },
    { start: "800", end: undefined, pagesBefore: 80, pageCount: 20 },
  ]);
  expect(sizes(100, of(25), [])).toEqual([100]);
});
