/**
 * Runs our code in a page without the page noticing: in a JavaScript world of our own per frame,
 * which shares the document with the page but none of its variables. So a content security policy,
 * a redefined `Array` or a `window.axe` of the page cannot bend a judgement or a proof. Nor do names
 * in the document hide what the document and the window have; names of controls do hide what their
 * form has (see docs/decisions/layout-out-of-reach.md).
 *
 * Modules come as bundles (`load`). A short function may also be handed over by itself (`evaluate`): it
 * travels as its own text, so it uses nothing from around it and has no functions with names in it, which
 * compilers would wrap.
 *
 * Input: an open page; output: an `IsolatedWorld` for its main frame. It loads no page.
 */
import type { CDPSession, Page, Protocol } from "puppeteer";
import type { FunctionInPage, InPageModule, LoadedModule } from "./in-page-module.ts";
import { loadModule } from "./load-module.ts";
import { throwPageError } from "./page-error.ts";

/** A rectangle in CSS pixels from the top left corner of the document. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PseudoElement = "::before" | "::after";

export interface IsolatedWorld {
  /** Runs `body` in the frame. Arguments and result travel as JSON; `body` sees nothing of ours. */
  evaluate<Arguments extends readonly unknown[], Result>(
    body: (...values: Arguments) => Result,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  /** Loads a module, with state of its own each time: into this world alone, and as no global of it. */
  load<Exports>(module: InPageModule<Exports>): Promise<LoadedModule<Exports>>;
  /** Runs a whole script, e.g. a library that sets a global. */
  runScript(source: string): Promise<void>;
  /** The world of the frame whose element `find` returns; undefined if it cannot be entered. */
  enterFrame<Arguments extends readonly unknown[]>(
    find: (...values: Arguments) => Element | null,
    ...values: Arguments
  ): Promise<IsolatedWorld | undefined>;
  /** Calls a function with each shadow tree of the frame's document, closed ones too, in order. */
  visitShadowTrees(visit: FunctionInPage): Promise<void>;
  /** Where the generated content of the first element that matches `selector` is painted. */
  pseudoElementBoxes(selector: string, pseudo: PseudoElement): Promise<readonly Box[]>;
  /** All that is laid out, generated text as well, with these computed styles of each box. */
  captureLayout(styles: readonly string[]): Promise<Protocol.DOMSnapshot.CaptureSnapshotResponse>;
}

/** Opens a world in the main frame of `page` for as long as `work` takes. */
export async function withIsolatedWorld<Result>(
  page: Page,
  work: (world: IsolatedWorld) => Promise<Result>,
): Promise<Result> {
  const session = await page.createCDPSession();
  try {
    const { frameTree } = await session.send("Page.getFrameTree");
    return await work(await enterWorld(session, frameTree.frame.id));
  } finally {
    await session.detach();
  }
}

export interface EnterWorldOptions {
  /** Worlds of other names share nothing but the document either. */
  readonly name?: string;
  /** How long a call may take; 0 for as long as it takes, the browser's own limit by default. */
  readonly timeoutMs?: number;
}

/** Enters a world in one frame of a page, for as long as the page shows its document. */
export async function enterWorld(
  session: CDPSession,
  frameId: string,
  { name = "imprimatur", timeoutMs }: EnterWorldOptions = {},
): Promise<IsolatedWorld> {
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId,
    worldName: name,
  });
  const limits = timeoutMs === undefined ? undefined : { timeout: timeoutMs };

  async function call(
    body: (...values: never[]) => unknown,
    values: readonly unknown[],
    returnByValue: boolean,
  ): Promise<Protocol.Runtime.RemoteObject> {
    const parameters: Protocol.Runtime.CallFunctionOnRequest = {
      functionDeclaration: body.toString(),
      executionContextId,
      arguments: values.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue,
    };
    const answer = await session.send("Runtime.callFunctionOn", parameters, limits);
    throwPageError(answer.exceptionDetails);
    return answer.result;
  }

  await call(installTimers, [], true);
  const world: IsolatedWorld = {
    async evaluate<Arguments extends readonly unknown[], Result>(
      body: (...values: Arguments) => Result,
      ...values: Arguments
    ): Promise<Awaited<Result>> {
      const { value } = (await call(body, values, true)) as { readonly value?: unknown };
      return value as Awaited<Result>;
    },
    load: (module) => loadModule(session, executionContextId, module, limits),
    async runScript(source) {
      const answer = await session.send("Runtime.evaluate", {
        expression: `${source}\n;undefined`,
        contextId: executionContextId,
      });
      throwPageError(answer.exceptionDetails);
    },
    async enterFrame(find, ...values) {
      const { objectId } = await call(find, values, false);
      if (objectId === undefined) return undefined;
      const { node } = await session.send("DOM.describeNode", { objectId });
      if (node.frameId === undefined) return undefined;
      try {
        return await enterWorld(session, node.frameId, { name });
      } catch {
        // A frame in another process: the caller reports it as not judged.
        return undefined;
      }
    },
    async visitShadowTrees(visit) {
      // Only this shows closed trees, and it takes long in a long document: it is asked where need be.
      const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
      for (const backendNodeId of shadowTreesIn(root)) {
        const { object } = await session.send("DOM.resolveNode", {
          backendNodeId,
          executionContextId,
        });
        const answer = await session.send("Runtime.callFunctionOn", {
          functionDeclaration: "function (name, tree) { this[name](tree); }",
          objectId: visit.objectId,
          arguments: [
            { value: visit.name },
            object.objectId === undefined ? {} : { objectId: object.objectId },
          ],
        });
        throwPageError(answer.exceptionDetails);
      }
    },
    async pseudoElementBoxes(selector, pseudo) {
      const find = (wanted: string): Element | null => document.querySelector(wanted);
      const { objectId } = await call(find, [selector], false);
      if (objectId === undefined) return [];
      const { node } = await session.send("DOM.describeNode", { objectId, depth: 1 });
      const wanted = node.pseudoElements?.find(
        ({ pseudoType }) => `::${pseudoType ?? ""}` === pseudo,
      );
      if (wanted === undefined) return [];
      const { backendNodeId } = wanted;
      const { quads } = await session.send("DOM.getContentQuads", { backendNodeId });
      const scroll = await world.evaluate(() => ({ x: window.scrollX, y: window.scrollY }));
      return quads.map((quad) => boxOfQuad(quad, scroll));
    },
    captureLayout: (styles) =>
      session.send("DOMSnapshot.captureSnapshot", { computedStyles: [...styles] }),
  };
  return world;
}

/**
 * A document that may run no script (a sandboxed frame, a policy of the page) lets our world run, but
 * its timers never ring, and libraries wait for them. Messages do arrive there: a timer of that world
 * rings with the next message, whatever its delay. Runs in the page.
 */
function installTimers(): void {
  if (!matchMedia("(scripting: none)").matches) return;
  Object.assign(globalThis, {
    setTimeout(callback: () => void): number {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        callback();
      };
      port2.postMessage(undefined);
      return 0;
    },
  });
}

/** Those of authors, without what the browser builds controls of; other documents are not entered. */
function* shadowTreesIn(node: Protocol.DOM.Node): Generator<number> {
  for (const tree of node.shadowRoots ?? []) {
    if (tree.shadowRootType === "user-agent") continue;
    yield tree.backendNodeId;
    yield* shadowTreesIn(tree);
  }
  for (const child of node.children ?? []) yield* shadowTreesIn(child);
}

function boxOfQuad(quad: Protocol.DOM.Quad, scroll: { x: number; y: number }): Box {
  const xs = quad.filter((_, index) => index % 2 === 0);
  const ys = quad.filter((_, index) => index % 2 === 1);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return {
    x: left + scroll.x,
    y: top + scroll.y,
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
  };
}
