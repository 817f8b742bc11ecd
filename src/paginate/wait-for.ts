/**
 * What a person waits for before a document is laid out: content that its scripts bring late. Input: the
 * page, which has loaded; output: none, when it is there.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { IsolatedWorld } from "../browser/isolated-world.ts";
import { PublicationError } from "../errors.ts";

/** So many milliseconds, or until an element matches a selector. */
export type WaitFor =
  { readonly milliseconds: number } | { readonly selector: string; readonly timeoutMs: number };

const askAgainMs = 50;

/** @throws PublicationError `wait-for` where the selector is none, or matches nothing in time. */
export async function waitForContent(world: IsolatedWorld, what: WaitFor): Promise<void> {
  if ("milliseconds" in what) {
    await wait(what.milliseconds);
    return;
  }
  const { selector, timeoutMs } = what;
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = await world.evaluate(isThere, selector);
    if (found === "yes") return;
    if (found === "no selector") {
      throw new PublicationError("wait-for", `"${selector}" is no CSS selector`, {
        hint: "give --wait-for a selector such as #chart, or a number of milliseconds",
      });
    }
    if (performance.now() > until) {
      throw new PublicationError(
        "wait-for",
        `nothing has matched ${selector} for ${Math.round(timeoutMs / 1000)} seconds`,
        {
          hint: "look whether the scripts that bring it have run, or give more time with --timeout",
        },
      );
    }
    await wait(askAgainMs);
  }
}

/** Runs in the page. */
function isThere(selector: string): "yes" | "no" | "no selector" {
  try {
    return document.querySelector(selector) === null ? "no" : "yes";
  } catch {
    return "no selector";
  }
}
