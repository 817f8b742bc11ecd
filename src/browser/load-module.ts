/**
 * Loads a module into a world of a page, and calls its functions. Input: the world, and the module; output:
 * what calls them. What it exports is a value that only this side refers to.
 */
import type { CDPSession, Protocol } from "puppeteer";
import { bundleInPage } from "./bundle-in-page.ts";
import type { FunctionInPage, InPageModule, LoadedModule } from "./in-page-module.ts";
import { throwPageError } from "./page-error.ts";

/**
 * @param contextId of the world.
 * @param limits how long a call may take; the browser's own limit where undefined.
 * @throws Error with what the module throws when it is evaluated.
 */
export async function loadModule<Exports>(
  session: CDPSession,
  contextId: number,
  module: InPageModule<Exports>,
  limits: { readonly timeout: number } | undefined,
): Promise<LoadedModule<Exports>> {
  const expression = await bundleInPage(module.entry);
  const loaded = await session.send("Runtime.evaluate", { expression, contextId });
  throwPageError(loaded.exceptionDetails);
  const objectId = idOf(loaded.result, module.entry);

  async function run(
    functionDeclaration: string,
    values: readonly Protocol.Runtime.CallArgument[],
  ): Promise<unknown> {
    const answer = await session.send(
      "Runtime.callFunctionOn",
      {
        functionDeclaration,
        objectId,
        arguments: [...values],
        awaitPromise: true,
        returnByValue: true,
      },
      limits,
    );
    throwPageError(answer.exceptionDetails);
    return answer.result.value as unknown;
  }

  const call = (name: string, ...values: readonly unknown[]): Promise<unknown> =>
    run("function (name, ...values) { return this[name](...values); }", [
      { value: name },
      ...values.map((value) => ({ value })),
    ]);
  const callWithin = (
    around: FunctionInPage,
    name: string,
    ...values: readonly unknown[]
  ): Promise<unknown> =>
    run(
      `function (around, aroundName, name, ...values) {
        return around[aroundName](() => this[name](...values));
      }`,
      [
        { objectId: around.objectId },
        { value: around.name },
        { value: name },
        ...values.map((value) => ({ value })),
      ],
    );
  return {
    objectId,
    call: call as LoadedModule<Exports>["call"],
    callWithin: callWithin as LoadedModule<Exports>["callWithin"],
  };
}

function idOf({ objectId }: Protocol.Runtime.RemoteObject, entry: URL): string {
  if (objectId === undefined) throw new Error(`${entry.href} exports nothing`);
  return objectId;
}
