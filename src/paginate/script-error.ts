/**
 * An error that a script of the document did not catch, as a value. What the script was to bring may be
 * missing on the pages.
 */
export interface ScriptError {
  /** In one line, e.g. `TypeError: x is null`. */
  readonly message: string;
  /** The address of the script, where the browser says so. */
  readonly url: string | undefined;
  /** From 1. */
  readonly line: number | undefined;
}

const longestMessage = 200;

/** @param thrown what the page's script has thrown, as the browser tells of it. */
export function scriptError(thrown: unknown): ScriptError {
  const { message, stack = "" } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const name = thrown instanceof Error && thrown.name !== "Error" ? `${thrown.name}: ` : "";
  const [, url, line] =
    /(?:\(|at )((?:https?|file|data|blob):[^\s)]*?):(\d+):\d+\)?/.exec(stack) ?? [];
  const text = message.startsWith(name) ? message : name + message;
  return {
    message: (text.split("\n")[0] ?? "").slice(0, longestMessage),
    url,
    line: line === undefined ? undefined : Number(line),
  };
}
