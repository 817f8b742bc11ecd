/**
 * What a blind reader on Linux hears of a PDF: Evince shows it, Orca reads it from top to end.
 * Input: the file. Output: Orca's utterances, in order.
 *
 * The keys are those a person presses: caret navigation (F7), to the start (Ctrl+Home), and "say
 * all" (+ on the keypad).
 */
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDesktop, type StartedProgram } from "./desktop.ts";
import { openSpeechServer, type SpeechServer } from "./speech-server.ts";

export interface Reading {
  /** What was said from the first line of the document on. */
  readonly utterances: readonly string[];
  /** All that was said, the program's own window included, one utterance a line: for messages. */
  readonly transcript: string;
}

export interface ReadingOptions {
  /** A locale of this machine: the language that Orca speaks. */
  readonly locale: string;
  /** Words of the document's last utterances. A reading without them has stopped early. */
  readonly lastWords?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A reading that did not come to its end, with all that was said until then. */
export class UnfinishedReading extends Error {
  override readonly name = "UnfinishedReading";
}

export const readAloudPrograms = ["orca", "evince"] as const;

const ATTEMPTS = 3;
/**
 * How often "say all" is pressed again. Where Evince has not prepared the next page yet, Orca stops
 * at the end of the page; a person would go on from there.
 */
const MOST_RESUMES = 5;
/** Orca or the window said something, and nothing new for this long. */
const SETTLED_MS = 1_500;
/** A reading is at its end where nothing follows for this long. */
const END_MS = 4_000;
const START_MS = 20_000;
const READING_MS = 60_000;
const POLL_MS = 100;

/**
 * Reads a PDF aloud. On a busy machine a reading can stop early: it is then begun again, up to
 * `ATTEMPTS` times in all.
 * @throws UnfinishedReading with the transcript of the last attempt; Error where a program that the
 *   session needs does not start.
 */
export async function readAloud(file: string, options: ReadingOptions): Promise<Reading> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(file, options);
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof UnfinishedReading)) throw error;
    }
  }
}

async function readOnce(
  file: string,
  { locale, lastWords, signal }: ReadingOptions,
): Promise<Reading> {
  await using desktop = await openDesktop({
    locale,
    signal,
    environment: ({ runtimeDir }) => ({
      SPEECHD_ADDRESS: `unix_socket:${path.join(runtimeDir, "speech")}`,
    }),
  });
  await using speech = await openSpeechServer(path.join(desktop.runtimeDir, "speech"));
  const unfinished = (message: string, program: StartedProgram): Error =>
    new UnfinishedReading(
      [message, program.output(), "What was said:", ...speech.spoken].join("\n"),
    );

  const orca = desktop.start("orca", ["--disable", "braille,key-echo"]);
  if (!(await settle(speech, orca, 0, signal))) throw unfinished("Orca did not start", orca);

  const beforeWindow = speech.spoken.length;
  const evince = desktop.start("evince", [path.resolve(file)]);
  if (!(await settle(speech, evince, beforeWindow, signal))) {
    throw unfinished("Evince did not show the file", evince);
  }

  const toWindow = ["search", "--sync", "--onlyvisible", "--class", "evince", "windowfocus"];
  const press = async (...keys: readonly string[]): Promise<void> => {
    try {
      await desktop.run("xdotool", [...toWindow, "--sync", "key", "--delay", "200", ...keys]);
    } catch (error) {
      signal?.throwIfAborted();
      throw unfinished(`Evince takes no keys: ${String(error)}`, evince);
    }
  };
  // Orca learns where the caret is when it moves: down, and up again.
  await press("F7", "Down", "ctrl+Home");
  await settle(speech, orca, 0, signal);

  const start = speech.spoken.length;
  const isAtEnd = (): boolean =>
    lastWords !== undefined && speech.spoken.slice(start).some((text) => text.includes(lastWords));
  const isQuiet = (): boolean => performance.now() - speech.lastSpokenMs > END_MS;
  for (let presses = 0; presses <= MOST_RESUMES && !isAtEnd(); presses += 1) {
    const before = speech.spoken.length;
    await press("KP_Add");
    await until(() => isAtEnd() || isQuiet(), READING_MS, signal);
    if (speech.spoken.length === before) break;
  }
  if (lastWords !== undefined && !isAtEnd()) throw unfinished("The reading stopped early", orca);
  return { utterances: speech.spoken.slice(start), transcript: speech.spoken.join("\n") };
}

/**
 * Waits until more than `count` utterances were said and none follows for a while.
 * False where that does not happen in time, or the program has ended.
 */
async function settle(
  speech: SpeechServer,
  program: StartedProgram,
  count: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const isSettled = (): boolean =>
    speech.spoken.length > count && performance.now() - speech.lastSpokenMs > SETTLED_MS;
  await until(() => isSettled() || program.exitCode() !== undefined, START_MS, signal);
  return isSettled();
}

async function until(
  condition: () => boolean,
  limitMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!condition() && performance.now() < limit) await sleep(POLL_MS, undefined, { signal });
}
