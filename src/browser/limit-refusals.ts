/**
 * Keeps a page that asks again and again from filling the report, and the memory. Input: refusals of one
 * page; output: each once, as many as a person may read, and at last that there were more.
 */
import type { Refusal } from "./refusal.ts";

export const MOST_REFUSALS = 200;

export function limitRefusals(onRefused: (refusal: Refusal) => void): (refusal: Refusal) => void {
  const seen = new Set<string>();
  return (refusal) => {
    const { url, reason, page } = refusal;
    if (seen.size > MOST_REFUSALS) return;
    const key = JSON.stringify([url, reason, page]);
    if (seen.has(key)) return;
    seen.add(key);
    onRefused(seen.size > MOST_REFUSALS ? { ...refusal, reason: "too-many" } : refusal);
  };
}
