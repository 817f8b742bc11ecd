/**
 * Runs axe-core in every frame of a page, in worlds of our own, and gathers one result. Input: the
 * main frame's world and axe's options; output: axe's results. What they mean is for axe.ts.
 *
 * The frames are run with axe's `runPartial` and joined with `finishRun`, as axe-core's
 * documentation of frame communication asks, so that no message passes through the page.
 */
import axe from "axe-core";
import type {
  AxeResults,
  ElementContext,
  FrameContext,
  PartialResult,
  PartialResults,
  RunOptions,
} from "axe-core";
import type { IsolatedWorld } from "../browser/isolated-world.ts";

/** The world's global object once axe-core's script has run in it. */
interface WindowWithAxe {
  readonly axe: typeof axe;
}

/** axe's results over the frame of `world` and the frames in it; a frame out of reach is null. */
export async function runAxe(world: IsolatedWorld, options: RunOptions): Promise<AxeResults> {
  const partials = await runFrames(world, null, options);
  return world.evaluate(
    (results, runOptions) =>
      (globalThis as unknown as WindowWithAxe).axe.finishRun(results, runOptions),
    partials,
    options,
  );
}

async function runFrames(
  world: IsolatedWorld,
  context: FrameContext["frameContext"] | null,
  options: RunOptions,
): Promise<PartialResults> {
  await world.runScript(axe.source);
  const run = await world.evaluate(
    async (frameContext, runOptions) => {
      const { axe: engine } = globalThis as unknown as WindowWithAxe;
      const scope: ElementContext = frameContext ?? document;
      const frames = engine.utils.getFrameContexts(scope, runOptions);
      const partial: PartialResult = await engine.runPartial(scope, runOptions);
      return { frames, partial };
    },
    context,
    options,
  );
  const results: PartialResults = [run.partial];
  for (const frame of run.frames) {
    const child = await world.enterFrame(
      (selector) => (globalThis as unknown as WindowWithAxe).axe.utils.shadowSelect(selector),
      frame.frameSelector,
    );
    if (child === undefined) results.push(null);
    else results.push(...(await runFrames(child, frame.frameContext, options)));
  }
  return results;
}
