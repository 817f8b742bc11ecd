/**
 * Runs in an isolated world of a frame, in which axe-core's script has run: what of axe's work is done
 * there. What is handed on travels as JSON; the main frame's result waits here, with the elements
 * themselves.
 */
import type {
  AxeResults,
  FrameContext,
  PartialResult,
  PartialResults,
  RunOptions,
  SerialDqElement,
} from "axe-core";
import type axe from "axe-core";

/** The result of the main frame, until those of the frames in it are there. */
let partialOfMain: PartialResult | undefined;

function engine(): typeof axe {
  return (globalThis as unknown as { readonly axe: typeof axe }).axe;
}

/** Has axe hand on elements as they are, not their description. */
export function keepElements(): void {
  engine().configure({ noHtml: true });
  engine().utils.nodeSerializer.update<SerialDqElement>({
    toSpec: (element) => element,
    mergeSpecs: (node, frame) => engine().utils.DqElement.mergeSpecs(node, frame),
  });
}

/** @returns the frames in the main frame. */
export async function runMainFrame(options: RunOptions): Promise<FrameContext[]> {
  const frames = engine().utils.getFrameContexts(document, options);
  partialOfMain = await engine().runPartial(document, options);
  return frames;
}

export interface FrameResult {
  readonly frames: FrameContext[];
  readonly partial: PartialResult;
}

export async function runFrame(
  scope: FrameContext["frameContext"],
  options: RunOptions,
): Promise<FrameResult> {
  const frames = engine().utils.getFrameContexts(scope, options);
  return { frames, partial: await engine().runPartial(scope, options) };
}

/** In the main frame, where axe has taken its tree down: to describe elements it needs it again. */
export async function finish(others: PartialResults, options: RunOptions): Promise<AxeResults> {
  engine().setup();
  try {
    return await engine().finishRun([partialOfMain ?? null, ...others], options);
  } finally {
    engine().teardown();
  }
}
