/** A few answers at a time, in the order of asking, whatever becomes of each. */
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { AnswerLanes } from "../../../src/browser/answer-lanes.ts";

it("gives no more at once than it has lanes, and each its turn", async () => {
  const lanes = new AnswerLanes(2);
  const begun: number[] = [];
  let atOnce = 0;
  let most = 0;
  const answer = (n: number) => async (): Promise<void> => {
    begun.push(n);
    most = Math.max(most, ++atOnce);
    await turn();
    atOnce -= 1;
    if (n === 1) throw new Error("the page has gone");
  };
  const given = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => lanes.run(answer(n))));
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
  expect(given.map(({ status }) => status === "rejected")).toEqual([
    ...[false, true],
    ...[false, false, false],
  ]);
  await lanes.run(answer(5));
  expect(begun.at(-1)).toBe(5);
});
