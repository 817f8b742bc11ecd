/**
 * Publishing as one step. What a run has made stands whole in its staging folder; then a journal is
 * written that says what goes where, and only then is anything moved. Input: the output folder, the
 * staging folder and the steps; output: the new files in their places.
 *
 * While there is a journal, everything is there: the new files in the staging folder or in place, the
 * former ones in place or in the staging folder. So whoever meets a journal can go on where its
 * writer was interrupted (`finishPublishing`), as often as needed. A move that fails is taken back.
 */
import { lstat, mkdir, open, readFile, rename, rmdir, unlink } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { PublicationError } from "../errors.ts";
import { STAGING_NAME, type Staging } from "./staging.ts";
import { exists, isMissing } from "../files/missing.ts";

/** A path below the output folder that no step can leave it by, and that is none of the session's files. */
const nameSchema = z.string().refine((name) => {
  const parts = name.split("/");
  return !name.startsWith(".") && parts.every((part) => /^(?!\.{0,2}$)[^\\\0]+$/.test(part));
});

const stepSchema = z.readonly(
  z.object({
    /** `put` moves the staged file or folder of this name into place; `remove` takes away what is there. */
    kind: z.enum(["put", "remove"]),
    /** Path below the output folder, and below the staging folder, with `/` between folders. */
    name: nameSchema,
  }),
);
export type PublishingStep = z.infer<typeof stepSchema>;

const journalSchema = z.readonly(
  z.object({
    staging: z.string().regex(STAGING_NAME),
    steps: z.array(stepSchema).readonly(),
  }),
);
type Journal = z.infer<typeof journalSchema>;

export const JOURNAL_NAME = ".publishing.json";
/** In the staging folder: what stood in the places of the steps, by their numbers. */
const FORMER_DIR = ".former";

/**
 * Carries out the steps. What stood in a place is in the staging folder afterwards, and goes with it.
 * @throws what a move threw, after all moves were taken back; `output-torn` where that failed too:
 *   then the journal stays, and the next command finishes.
 */
export async function publishStaged(
  outputDir: string,
  staging: Staging,
  steps: readonly PublishingStep[],
): Promise<void> {
  const journal = journalSchema.parse({ staging: staging.name, steps });
  for (const { kind, name } of steps) {
    // A staged file that is not there would count as moved already.
    if (kind === "put") await lstat(path.join(staging.dir, name));
  }
  await mkdir(path.join(staging.dir, FORMER_DIR), { recursive: true });
  await writeJournal(outputDir, staging, journal);
  try {
    await carryOut(outputDir, journal);
  } catch (cause) {
    await takeBack(outputDir, journal).catch((error: unknown) => {
      throw torn(outputDir, new AggregateError([cause, error], "neither moved nor taken back"));
    });
    await unlink(path.join(outputDir, JOURNAL_NAME));
    throw cause;
  }
  await endPublishing(outputDir, journal);
}

/**
 * Finishes what an interrupted run has begun to publish. Whoever calls it holds the output folder.
 * @returns whether there was anything to finish.
 * @throws PublicationError `output-torn` where it cannot be finished.
 */
export async function finishPublishing(outputDir: string): Promise<boolean> {
  const journal = await readJournal(outputDir);
  if (journal === undefined) return false;
  try {
    await carryOut(outputDir, journal);
    await endPublishing(outputDir, journal);
  } catch (error) {
    throw torn(outputDir, error);
  }
  return true;
}

/** Whether a run was interrupted, or is just now, while it published. */
export function isPublishing(outputDir: string): Promise<boolean> {
  return exists(path.join(outputDir, JOURNAL_NAME));
}

/** The journal is there as a whole or not at all. */
async function writeJournal(outputDir: string, staging: Staging, journal: Journal): Promise<void> {
  const aside = path.join(staging.dir, JOURNAL_NAME);
  const file = await open(aside, "w");
  try {
    await file.writeFile(`${JSON.stringify(journal, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path.join(outputDir, JOURNAL_NAME));
}

async function readJournal(outputDir: string): Promise<Journal | undefined> {
  const file = path.join(outputDir, JOURNAL_NAME);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new PublicationError("output-torn", `${file} was not written by Imprimatur`, {
      hint: "look what is in it, and remove it",
      cause,
    });
  }
}

/** Each step may have been carried out already, as a whole or up to its first move. */
async function carryOut(outputDir: string, { staging, steps }: Journal): Promise<void> {
  for (const [index, { kind, name }] of steps.entries()) {
    const staged = path.join(outputDir, staging, name);
    const place = path.join(outputDir, name);
    const former = formerOf(outputDir, staging, index);
    const isDone = kind === "put" ? !(await exists(staged)) : await exists(former);
    if (isDone) continue;
    if (await exists(place)) {
      // Somebody may have put something there after the interruption: it gives way as well.
      await rename(place, (await exists(former)) ? `${former}-later` : former);
    }
    if (kind === "remove") continue;
    await mkdir(path.dirname(place), { recursive: true });
    await rename(staged, place);
  }
}

/** The last step first. What a step did not come to is as it was. */
async function takeBack(outputDir: string, { staging, steps }: Journal): Promise<void> {
  for (const [index, { kind, name }] of [...steps.entries()].reverse()) {
    const staged = path.join(outputDir, staging, name);
    const place = path.join(outputDir, name);
    const former = formerOf(outputDir, staging, index);
    const wasPut = kind === "put" && !(await exists(staged)) && (await exists(place));
    if (wasPut) await rename(place, staged);
    if (await exists(former)) await rename(former, place);
  }
}

async function endPublishing(outputDir: string, { steps }: Journal): Promise<void> {
  await unlink(path.join(outputDir, JOURNAL_NAME));
  for (const { kind, name } of steps) {
    if (kind === "remove") await removeEmptyFolders(outputDir, path.posix.dirname(name));
  }
}

async function removeEmptyFolders(outputDir: string, name: string): Promise<void> {
  if (name === ".") return;
  try {
    await rmdir(path.join(outputDir, name));
  } catch {
    // There is something else in it, or it is gone.
    return;
  }
  await removeEmptyFolders(outputDir, path.posix.dirname(name));
}

function formerOf(outputDir: string, staging: string, index: number): string {
  return path.join(outputDir, staging, FORMER_DIR, String(index));
}

function torn(outputDir: string, cause: unknown): PublicationError {
  const [first] = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
  const why = first instanceof Error ? first.message : String(first);
  return new PublicationError("output-torn", `files in ${outputDir} cannot be moved: ${why}`, {
    hint: "nothing is lost: remove what keeps them from being moved, then run any command again, which finishes",
    cause,
  });
}
