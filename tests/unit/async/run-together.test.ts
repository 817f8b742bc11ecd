import { describe, expect, it } from "vitest";
import { runTogether } from "../../../src/async/run-together.ts";

/** Ends when it is told to, or when its signal is aborted. */
function task(stop: AbortController, log: string[], name: string) {
  const ended = Promise.withResolvers<string>();
  const run = async (): Promise<string> => {
    log.push(`${name} begins`);
    const aborted = new Promise<never>((_, reject) => {
      stop.signal.addEventListener("abort", () => {
        // It takes a moment to end.
        setTimeout(() => {
          log.push(`${name} was stopped`);
          reject(new Error(`${name} broke down because the browser went`));
        }, 10);
      });
    });
    return Promise.race([ended.promise, aborted]);
  };
  return { run, ...ended };
}

describe("tasks together", () => {
  it("give their results in their order, as many at once as are allowed", async () => {
    let running = 0;
    let most = 0;
    const tasks = [30, 10, 20, 0].map((ms, index) => async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, ms));
      running -= 1;
      return index;
    });
    const results = await runTogether(tasks, { limit: 2, stop: new AbortController() });
    expect(results).toEqual([0, 1, 2, 3]);
    expect(most).toBe(2);
  });

  it("end with the first fault, when the others have ended, and begin no other", async () => {
    const stop = new AbortController();
    const log: string[] = [];
    const [a, b, c] = ["a", "b", "c"].map((name) => task(stop, log, name));
    const tasks = [a, b, c].flatMap((each) => (each === undefined ? [] : [each.run]));
    const together = runTogether(tasks, { limit: 2, stop });
    b?.reject(new Error("b cannot be made"));
    await expect(together).rejects.toThrow("b cannot be made");
    expect(log).toEqual(["a begins", "b begins", "a was stopped"]);
  });

  it("end with the reason of whoever stops them from outside", async () => {
    const stop = new AbortController();
    const log: string[] = [];
    const a = task(stop, log, "a");
    const together = runTogether([a.run], { limit: 2, stop });
    stop.abort(new Error("Ctrl-C"));
    await expect(together).rejects.toThrow("Ctrl-C");
    expect(log).toEqual(["a begins", "a was stopped"]);
  });
});
