/** What a page asks for again and again is reported as far as a person may read it. */
import { expect, it } from "vitest";
import { limitRefusals, MOST_REFUSALS } from "../../../src/browser/limit-refusals.ts";
import type { Refusal } from "../../../src/browser/refusal.ts";

const refusal = (url: string): Refusal => ({
  url,
  resourceType: "fetch",
  reason: "network",
  page: "http://imprimatur.localhost/a.html",
});

it("reports each once, and at last that there were more", () => {
  const heard: Refusal[] = [];
  const report = limitRefusals((each) => heard.push(each));
  for (let n = 0; n < 1_000; n++) {
    report(refusal(`https://a.example/${n}`));
    report(refusal(`https://a.example/${n}`));
  }
  expect(heard).toHaveLength(MOST_REFUSALS + 1);
  expect(new Set(heard.map(({ url }) => url)).size).toBe(MOST_REFUSALS + 1);
  expect(heard.filter(({ reason }) => reason === "too-many")).toEqual(heard.slice(-1));
});
