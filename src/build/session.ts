/**
 * A build session: what one run of `build` or `check` owns. It holds the output folder, has a browser
 * and a staging folder, says how much may run at once, and stops all of it when a part fails or the
 * person ends the run. Input: the project's folder; output: what the work returns. When it ends,
 * however it ends, nothing goes on, and nothing is left behind.
 */
import path from "node:path";
import type { Browser } from "puppeteer";
import { withBrowser } from "../browser/with-browser.ts";
import { PublicationError } from "../errors.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";
import type { Log } from "../log.ts";
import { pagesAtOnce, runTogether } from "../async/run-together.ts";
import { openOutputFolder, OUTPUT_DIR } from "./output-folder.ts";
import type { PublishingStep } from "./publishing.ts";

export interface SessionOptions {
  readonly projectDir: string;
  /** What others are shown while they wait for the output folder, e.g. `build`. */
  readonly command: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface BuildSession {
  /** Where what was published stands. */
  readonly outputDir: string;
  /** Where the run writes. */
  readonly stagingDir: string;
  readonly browser: Browser;
  /** Aborted when the person ends the run, a task fails, or the browser has gone. */
  readonly signal: AbortSignal;
  /**
   * Runs tasks side by side; the first that fails stops the others.
   * @param atOnce as many as the machine has room for where it is undefined.
   */
  together<T>(tasks: readonly (() => Promise<T>)[], atOnce?: number): Promise<readonly T[]>;
  /** Moves what was made into place, as one step. It is not stopped half-way. */
  publish(steps: readonly PublishingStep[]): Promise<void>;
}

export async function withSession<T>(
  { projectDir, command, log, signal }: SessionOptions,
  work: (session: BuildSession) => Promise<T>,
): Promise<T> {
  const onNotice = (notice: string): void => {
    log.notice(notice);
  };
  const dir = path.join(projectDir, OUTPUT_DIR);
  const output = await openOutputFolder({ dir, command, onNotice, signal });
  try {
    const staging = await output.openStaging();
    let publishing: Promise<void> | undefined;
    return await withBrowser({ projectDir, onNotice, signal }, ({ browser, stop }) =>
      work({
        outputDir: dir,
        stagingDir: staging.dir,
        browser,
        signal: stop.signal,
        together: (tasks, atOnce = pagesAtOnce()) => runTogether(tasks, { limit: atOnce, stop }),
        publish: async (steps) => {
          stop.signal.throwIfAborted();
          if (!(await staging.isThere())) throw outputRemoved(dir);
          publishing = output.publish(staging, steps);
          await publishing;
        },
      }),
    ).catch(async (error: unknown) => {
      // A run that ends meanwhile does not give the folder back before its files are in place.
      await publishing?.catch(() => undefined);
      // Whatever fails of that says less.
      throw (await staging.isThere()) ? withPlace(error) : outputRemoved(dir, error);
    });
  } finally {
    await output.release();
  }
}

function outputRemoved(dir: string, cause?: unknown): PublicationError {
  return new PublicationError("output-removed", `${dir} was removed while the run wrote to it`, {
    hint: "see that nothing else removes it, and run it again",
    cause,
  });
}

/** The system does not say which file it could not write to: what a run writes is in its folder. */
function withPlace(error: unknown): unknown {
  const systemError = error instanceof PublicationError ? undefined : systemErrorIn(error);
  if (systemError === undefined || systemError.path !== undefined) return error;
  return explainSystemError(systemError, {
    what: `${OUTPUT_DIR} cannot be written`,
    file: OUTPUT_DIR,
  });
}
