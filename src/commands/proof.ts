/**
 * The command `proof`: what a PDF for the press leaves on each separation, as pictures. Input: a PDF file;
 * output: a folder with a gray PNG for each separation of each page, in which full ink is black, and one
 * of the separations on each other, seen through the file's own output profile. It judges nothing.
 */
import { access, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { OUTPUT_DIR, settleOutputFolder } from "../build/output-folder.ts";
import { factsOf, type EditionKind } from "../editions/kinds.ts";
import { madeEdition } from "../editions/made-edition.ts";
import { PublicationError } from "../errors.ts";
import { countPages, type Log } from "../log.ts";
import { readDocumentFacts } from "../pdf/document/document-facts.ts";
import { openPdf } from "../pdf/objects/open-pdf.ts";
import { requireAllPages } from "../pdf/objects/whole-file.ts";
import { intendedProfile } from "../press/separations/intended-profile.ts";
import {
  SEPARATIONS,
  renderSeparations,
  type PageSeparations,
} from "../press/separations/render-separations.ts";
import { openSoftProof, type SoftProof } from "../press/separations/soft-proof.ts";
import { openProject } from "../project/project.ts";
import { readInput } from "../files/read-input.ts";
import { replaceFolder } from "../files/replace-folder.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";

export interface ProofOptions {
  readonly input: string;
  /** The folder to write; see `proofFolderOf` where it is undefined. */
  readonly output: string | undefined;
  /** Pixels an inch; 150 where it is undefined. */
  readonly dpi: number | undefined;
  /** As a person writes it, e.g. `1-4,8`; all pages where it is undefined. */
  readonly pages: string | undefined;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface Proof {
  readonly folder: string;
  /** Those that were drawn, counted from 1. */
  readonly pages: readonly number[];
  readonly dpi: number;
  /** What the colours of the composites were seen through. */
  readonly profile: string;
}

const DEFAULT_DPI = 150;
/** In each folder that is made here. It says of what, and that it may be replaced. */
const MARKER = "proof.json";
const PICTURE = /^page-\d+-(?:cyan|magenta|yellow|black|composite)\.png$/;

/**
 * @throws PublicationError with the place of the input; `input-unreadable`, `output-not-ours`,
 * `output-unwritable`, `pages-unreadable` and those of the file and its separations.
 */
export async function proofFile(options: ProofOptions): Promise<Proof> {
  const { input, log, signal } = options;
  const folder = options.output ?? proofFolderOf(input);
  const dpi = options.dpi ?? DEFAULT_DPI;
  const bytes = await readInput(input, "give the path of a PDF file", signal);
  return ofInput(input, async () => {
    const pdf = await openPdf(bytes);
    requireAllPages(pdf);
    const turns = readDocumentFacts(pdf).pages.map(({ rotate }) => rotate);
    const pages = readPages(options.pages, turns.length);
    const profile = await intendedProfile(pdf);
    const softProof = await openSoftProof(profile);
    const proof: Proof = { folder, pages, dpi, profile: profile.description };
    const digits = Math.max(2, String(turns.length).length);
    const isOurs = (name: string): boolean => PICTURE.test(name);
    try {
      await log.stage("proof", (update) =>
        replaceFolder(folder, { marker: MARKER, isOurs }, async (dir) => {
          let done = 0;
          for await (const separations of renderSeparations(bytes, { dpi, pages, signal })) {
            const name = `page-${String(separations.page).padStart(digits, "0")}`;
            await writePage(
              path.join(dir, name),
              separations,
              turns[separations.page - 1] ?? 0,
              softProof,
            );
            done += 1;
            update(`${done} of ${countPages(pages.length)}`);
          }
          signal.throwIfAborted();
          const marker = { file: path.basename(input), pages, dpi, profile: proof.profile };
          await writeFile(path.join(dir, MARKER), `${JSON.stringify(marker, null, 2)}\n`);
        }),
      );
    } catch (error) {
      throw explained(folder, error);
    } finally {
      softProof.close();
    }
    return proof;
  });
}

/** Where the pictures go unless a person says otherwise: beside the input, named after it. */
export function proofFolderOf(input: string): string {
  return input.replace(/(?:\.pdf)?$/i, "-proof");
}

/**
 * The file for the print shop that a build has made of the project's first press edition.
 * @throws PublicationError `no-press-edition`, `edition-not-built`.
 */
export async function builtBrochure(
  projectDir: string,
  running: Pick<ProofOptions, "log" | "signal">,
): Promise<string> {
  const { log, signal } = running;
  await settleOutputFolder({
    dir: path.join(projectDir, OUTPUT_DIR),
    command: "proof",
    onNotice: (notice) => {
      log.notice(notice);
    },
    signal,
  });
  const { publication } = await openProject(projectDir);
  const edition = publication.editions.find(({ kind }) => factsOf(kind).hasSeparations);
  if (edition === undefined) {
    throw new PublicationError("no-press-edition", "the publication has no press edition", {
      hint: "name a PDF, or add an edition of the kind press to content/publication.yaml",
    });
  }
  const file = path.join(OUTPUT_DIR, madeEdition<EditionKind>(publication, edition).file);
  await access(path.join(projectDir, file)).catch((cause: unknown) => {
    throw new PublicationError("edition-not-built", `${file} does not exist`, {
      hint: "run `npm run build` first, or name a PDF",
      cause,
    });
  });
  return path.join(projectDir, file);
}

/** Where the pictures are, in two lines. */
export function whereToLook({ folder, pages, dpi, profile }: Proof): string {
  return (
    `${folder}: ${countPages(pages.length)}, four separations and a composite each, ${dpi} dpi\n` +
    `On a separation, black is full ink. The composites are seen through “${profile}”.`
  );
}

/**
 * Pages in their order, each once.
 * @throws PublicationError `pages-unreadable`, `page-missing`.
 */
export function readPages(text: string | undefined, count: number): readonly number[] {
  if (text === undefined) return Array.from({ length: count }, (_, index) => index + 1);
  const pages = text.split(",").flatMap((part) => {
    const [, first = "", last = first] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || from < 1 || to < from) {
      throw new PublicationError("pages-unreadable", `"${text}" names no pages`, {
        hint: "write numbers and ranges with commas between them, such as 1-4,8",
      });
    }
    if (to > count) {
      throw new PublicationError("page-missing", `there is no page ${to}: the PDF has ${count}`, {
        hint: `name pages from 1 to ${count}`,
      });
    }
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return [...new Set(pages)].sort((a, b) => a - b);
}

/** Pictures stand as the page is read, turned by its Rotate. */
async function writePage(
  file: string,
  { separations, widthPx: width, heightPx: height, dpi }: PageSeparations,
  degrees: number,
  softProof: SoftProof,
): Promise<void> {
  const write = async (name: string, samples: Uint8Array, channels: 1 | 3): Promise<void> => {
    const picture = sharp(samples, { raw: { width, height, channels } }).rotate(degrees);
    const space = channels === 1 ? "b-w" : "srgb";
    const png = picture.toColourspace(space).withDensity(dpi).png({ compressionLevel: 6 });
    await writeFile(`${file}-${name}.png`, await png.toBuffer());
  };
  await Promise.all([
    ...SEPARATIONS.map((separation) => write(separation, turnedOver(separations[separation]), 1)),
    write("composite", softProof.toSrgb(separations), 3),
  ]);
}

/** Ink is dark. */
function turnedOver(samples: Uint8Array): Uint8Array {
  const out = new Uint8Array(samples.length);
  for (let at = 0; at < out.length; at++) out[at] = 255 - (samples[at] ?? 0);
  return out;
}

/** What the system refuses is reported for the folder, whose files are being written aside. */
function explained(folder: string, error: unknown): unknown {
  const systemError = error instanceof PublicationError ? undefined : systemErrorIn(error);
  if (systemError === undefined) return error;
  return explainSystemError(systemError, { what: `${folder} cannot be written`, file: folder });
}

/** Faults of the file say which file it is. */
async function ofInput<T>(input: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof PublicationError) || error.place !== undefined) throw error;
    if (error.code.startsWith("output-")) throw error;
    throw new PublicationError(error.code, error.message, {
      place: { file: input },
      ...(error.hint !== undefined && { hint: error.hint }),
      cause: error,
    });
  }
}
