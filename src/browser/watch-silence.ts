/**
 * Asks somebody again and again, and says when there was no answer for too long. Input: how to ask;
 * output: a call, once. It ends nothing.
 *
 * Time is counted in ticks: one that comes late, as this process was busy, starved or stopped, is one
 * tick. So only time counts in which an answer would have been heard.
 */

export interface SilenceOptions {
  readonly limitMs: number;
  /** Whatever comes of it, also an error, is an answer. Not asked again before there is one. */
  readonly ask: () => Promise<unknown>;
  /** Called once at most. */
  readonly onSilent: () => void;
}

const shortestTickMs = 20;
const longestTickMs = 2_000;
const ticksToLimit = 15;

/** @returns ends the asking. */
export function watchSilence({ limitMs, ask, onSilent }: SilenceOptions): () => void {
  const tickMs = Math.min(longestTickMs, Math.max(shortestTickMs, limitMs / ticksToLimit));
  let isAsking = false;
  let silentTicks = 0;
  const heard = (): void => {
    isAsking = false;
    silentTicks = 0;
  };
  const timer = setInterval(() => {
    if (!isAsking) {
      isAsking = true;
      ask().then(heard, heard);
      return;
    }
    silentTicks += 1;
    if (silentTicks * tickMs < limitMs) return;
    clearInterval(timer);
    onSilent();
  }, tickMs);
  return () => {
    clearInterval(timer);
  };
}
