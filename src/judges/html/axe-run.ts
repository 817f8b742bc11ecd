/**
 * Runs axe-core in every frame of a page, in worlds of our own, and gathers one result. Input: the
 * main frame's world and axe's options; output: axe's results. What they mean is for axe.ts.
 *
 * The frames are run with axe's `runPartial` and joined with `finishRun`, as axe-core's
 * documentation of frame communication asks, so that no message passes through the page.
 *
 * axe describes each element that a rule looked at by three paths, whether it passes or not, and each
 * path counts the element's siblings: on a page of 20,000 elements that takes twenty times as long
 * as the rules. So the main frame's result stays in its world, with the elements themselves, and only
 * those that are reported are described.
 */
import axe from "axe-core";
import type { AxeResults, FrameContext, PartialResults, RunOptions } from "axe-core";
import { inPageModule } from "../../browser/in-page-module.ts";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import type * as exported from "./in-page/axe.ts";

const inPage = inPageModule<typeof exported>(new URL("./in-page/axe.ts", import.meta.url));

/** axe's results over the frame of `world` and the frames in it; a frame out of reach is null. */
export async function runAxe(world: IsolatedWorld, options: RunOptions): Promise<AxeResults> {
  await world.runScript(axe.source);
  const main = await world.load(inPage);
  await main.call("keepElements");
  const frames = await main.call("runMainFrame", options);
  const others = await runChildren(world, frames, options);
  return main.call("finish", others, options);
}

async function runChildren(
  world: IsolatedWorld,
  frames: readonly FrameContext[],
  options: RunOptions,
): Promise<PartialResults> {
  const results: PartialResults = [];
  for (const frame of frames) {
    const child = await world.enterFrame(
      (selector) => (globalThis as unknown as { axe: typeof axe }).axe.utils.shadowSelect(selector),
      frame.frameSelector,
    );
    results.push(...(child === undefined ? [null] : await runChild(child, frame, options)));
  }
  return results;
}

/** A frame may go, or be led away, at any moment: then it is one that was not reached. */
async function runChild(
  child: IsolatedWorld,
  { frameContext }: FrameContext,
  options: RunOptions,
): Promise<PartialResults> {
  try {
    return await runFrame(child, frameContext, options);
  } catch {
    return [null];
  }
}

async function runFrame(
  world: IsolatedWorld,
  context: FrameContext["frameContext"],
  options: RunOptions,
): Promise<PartialResults> {
  await world.runScript(axe.source);
  const frame = await world.load(inPage);
  const { frames, partial } = await frame.call("runFrame", context, options);
  return [partial, ...(await runChildren(world, frames, options))];
}
