/** Waits a moment for a reason that may follow what it causes. */
import { setTimeout as sleep } from "node:timers/promises";

/** Whether one of the signals is aborted, or will be within `ms` milliseconds. */
export async function abortsWithin(signals: readonly AbortSignal[], ms: number): Promise<boolean> {
  const aborted = AbortSignal.any([...signals]);
  if (aborted.aborted) return true;
  // The timer ends with its signal, by a rejection.
  await sleep(ms, undefined, { signal: aborted }).catch(() => undefined);
  return aborted.aborted;
}
