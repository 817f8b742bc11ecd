/**
 * Modules that run in pages, as the code that drives pages sees them: by name, with the types that their
 * functions have. Arguments and results travel as JSON. Types, and how a module is named; it runs nothing.
 */

/** A module whose entry exports `Exports`. */
export interface InPageModule<Exports> {
  readonly entry: URL;
  /** There for its type alone. */
  readonly exported?: Exports;
}

/**
 * @param entry of the module, as `new URL("./in-page/index.ts", import.meta.url)`; `Exports` is the type of
 * that very module.
 */
export function inPageModule<Exports>(entry: URL): InPageModule<Exports> {
  return { entry };
}

type Callable = (...values: never[]) => unknown;

/** What a module exports that can be called. */
export type FunctionName<Exports> = {
  [Name in keyof Exports]: Exports[Name] extends Callable ? Name : never;
}[keyof Exports] &
  string;

export type ArgumentsOf<Exported> = Exported extends (...values: infer Values) => unknown
  ? Values
  : never;

export type ResultOf<Exported> = Exported extends (...values: never[]) => infer Result
  ? Awaited<Result>
  : never;

/** A module that was loaded into one world of a page, with state of its own. */
export interface LoadedModule<Exports> {
  /** By which the browser knows what it exports. */
  readonly objectId: string;
  /** @throws Error with what was thrown in the page. */
  readonly call: <Name extends FunctionName<Exports>>(
    name: Name,
    ...values: ArgumentsOf<Exports[Name]>
  ) => Promise<ResultOf<Exports[Name]>>;
  /** The same, but that the function runs where `around` calls what it is given, as one piece of work. */
  readonly callWithin: <Name extends FunctionName<Exports>>(
    around: FunctionInPage,
    name: Name,
    ...values: ArgumentsOf<Exports[Name]>
  ) => Promise<ResultOf<Exports[Name]>>;
}

/** A function of a loaded module of the same world. */
export interface FunctionInPage {
  readonly objectId: string;
  readonly name: string;
}

export function functionOf<Exports>(
  { objectId }: LoadedModule<Exports>,
  name: FunctionName<Exports>,
): FunctionInPage {
  return { objectId, name };
}
