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
import type {
  AxeResults,
  FrameContext,
  PartialResult,
  PartialResults,
  RunOptions,
  SerialDqElement,
} from "axe-core";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";

/** The world's global object once axe-core's script has run in it. */
interface WindowWithAxe {
  readonly axe: typeof axe;
  /** The result of the main frame, until those of the frames in it are there. */
  imprimaturPartial?: PartialResult;
}

/** axe's results over the frame of `world` and the frames in it; a frame out of reach is null. */
export async function runAxe(world: IsolatedWorld, options: RunOptions): Promise<AxeResults> {
  await world.runScript(axe.source);
  await world.evaluate(keepElements);
  const frames = await world.evaluate(async (runOptions) => {
    const global = globalThis as unknown as WindowWithAxe;
    const found = global.axe.utils.getFrameContexts(document, runOptions);
    global.imprimaturPartial = await global.axe.runPartial(document, runOptions);
    return found;
  }, options);
  const others = await runChildren(world, frames, options);
  return world.evaluate(finish, others, options);
}

/** Has axe hand on elements as they are, not their description. Runs in the page. */
function keepElements(): void {
  const { axe: engine } = globalThis as unknown as WindowWithAxe;
  engine.configure({ noHtml: true });
  engine.utils.nodeSerializer.update<SerialDqElement>({
    toSpec: (element) => element,
    mergeSpecs: (node, frame) => engine.utils.DqElement.mergeSpecs(node, frame),
  });
}

/** Runs in the page, where axe has taken its tree down: to describe elements it needs it again. */
async function finish(others: PartialResults, options: RunOptions): Promise<AxeResults> {
  const { axe: engine, imprimaturPartial } = globalThis as unknown as WindowWithAxe;
  engine.setup();
  try {
    return await engine.finishRun([imprimaturPartial ?? null, ...others], options);
  } finally {
    engine.teardown();
  }
}

async function runChildren(
  world: IsolatedWorld,
  frames: readonly FrameContext[],
  options: RunOptions,
): Promise<PartialResults> {
  const results: PartialResults = [];
  for (const frame of frames) {
    const child = await world.enterFrame(
      (selector) => (globalThis as unknown as WindowWithAxe).axe.utils.shadowSelect(selector),
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
  const { frames, partial } = await world.evaluate(
    async (scope, runOptions) => {
      const { axe: engine } = globalThis as unknown as WindowWithAxe;
      const found = engine.utils.getFrameContexts(scope, runOptions);
      return { frames: found, partial: await engine.runPartial(scope, runOptions) };
    },
    context,
    options,
  );
  return [partial, ...(await runChildren(world, frames, options))];
}
