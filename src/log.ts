/**
 * Progress for the person who waits. On a terminal a stage is one line that is rewritten as it
 * goes on; elsewhere it is a plain line when it ends; `silent` says nothing. Only the command line
 * chooses which; stages get a `Log`.
 */

/** What a stage may say while it runs, e.g. “12 pages”. */
export type StageUpdate = (progress: string) => void;

export interface Log {
  /** Runs one stage and says its name, what it reported last, and how long it took. */
  stage<T>(name: string, run: (update: StageUpdate) => Promise<T>): Promise<T>;
  /** Something the person should know that is no fault. */
  notice(text: string): void;
}

/** Where a log writes: a terminal, a file, or a test's array. */
export interface LogStream {
  write(text: string): void;
  readonly isTTY: boolean;
}

const CLEAR_LINE = "\r\u001B[2K";
const NAME_WIDTH = 22;

function line(name: string, progress: string, startedMs: number): string {
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  return [name.padEnd(NAME_WIDTH), progress.padEnd(24), `${seconds} s`].join("  ");
}

/** Between two writes of a line that is rewritten: more often, nobody could read it. */
const REWRITTEN_EVERY_MS = 100;

/**
 * A log that writes to `stream`. Where it is a terminal, its last line shows the stage that has
 * been running the longest, ten times a second at most; a finished stage's line is written above it.
 */
export function createLog(stream: LogStream): Log {
  const running = new Map<symbol, () => string>();
  let waiting: NodeJS.Timeout | undefined;
  let rewrittenMs = -Infinity;
  const writeLine = (text: string): void => {
    const [oldest] = running.values();
    if (!stream.isTTY) stream.write(`${text}\n`);
    else stream.write(`${CLEAR_LINE}${text}\n${oldest?.() ?? ""}`);
  };
  const rewrite = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    const [oldest] = running.values();
    if (oldest === undefined) return;
    rewrittenMs = performance.now();
    stream.write(`${CLEAR_LINE}${oldest()}`);
  };
  const refresh = (): void => {
    if (!stream.isTTY || waiting !== undefined) return;
    const dueMs = rewrittenMs + REWRITTEN_EVERY_MS - performance.now();
    if (dueMs <= 0) rewrite();
    // What was said last is shown, too, where a long time passes after it.
    else waiting = setTimeout(rewrite, dueMs).unref();
  };
  return {
    async stage(name, run) {
      const key = Symbol(name);
      const startedMs = performance.now();
      let progress = "";
      running.set(key, () => line(name, progress, startedMs));
      refresh();
      try {
        const result = await run((update) => {
          progress = update;
          refresh();
        });
        running.delete(key);
        writeLine(line(name, progress, startedMs));
        return result;
      } catch (error) {
        running.delete(key);
        writeLine(`${name.padEnd(NAME_WIDTH)}  failed`);
        throw error;
      }
    },
    notice(text) {
      writeLine(`note: ${text}`);
    },
  };
}

/** `1 page`, `2 pages`. */
export function countPages(pageCount: number): string {
  return `${pageCount} page${pageCount === 1 ? "" : "s"}`;
}

/** A log that says nothing (`--json`, `--quiet`). */
export const silentLog: Log = {
  stage: (_name, run) => run(() => undefined),
  notice: () => undefined,
};
