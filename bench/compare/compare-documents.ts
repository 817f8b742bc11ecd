/**
 * Has each program convert each document, and measures what they made. Input: documents and programs;
 * output: all figures. What one program cannot do stops nothing: it is a figure too.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser, type LaunchedBrowser } from "../../src/browser/launch-browser.ts";
import { JudgeUnavailable } from "../../src/judges/verdict/judge.ts";
import { veraPdfRelease } from "../../src/judges/pdf/verapdf/release.ts";
import type { ListedDocument } from "./documents/document.ts";
import { convertOnce, hashDocument } from "./kept.ts";
import { measurePdf } from "./measure/measure-pdf.ts";
import { readDocument } from "./measure/read-document.ts";
import { popplerVersion } from "./measure/read-text.ts";
import { validate, type ClaimedFile } from "./measure/validate.ts";
import { shorten } from "../programs/conversion.ts";
import type { Place, Program, ReadyProgram } from "../programs/program.ts";
import type { Comparison, DocumentResults, ProgramFacts, ProgramResult } from "./results.ts";

export interface CompareOptions {
  readonly projectDir: string;
  readonly programs: readonly Program[];
  /** Called once there is a place for what they leave behind. */
  readonly documents: (place: Place) => Promise<readonly ListedDocument[]>;
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

/** A PDF that veraPDF is to see, and what is known of it. */
interface ToValidate extends ClaimedFile {
  readonly document: string;
  readonly program: string;
}

export async function compareDocuments(options: CompareOptions): Promise<Comparison> {
  const { projectDir, programs, signal, onProgress } = options;
  const tmpDir = await mkdtemp(path.join(tmpdir(), "imprimatur-compare-"));
  try {
    const browser = await findBrowser({ projectDir, onNotice: onProgress, signal });
    const cacheDir = path.join(projectDir, ".cache/compare");
    const place: Place = { projectDir, cacheDir, tmpDir, browser, signal };
    const { ready, facts } = await prepareAll(programs, place, onProgress);
    const launched = await launchBrowser({ projectDir, found: browser, signal, onNotice: () => 0 });
    try {
      const poppler = await popplerVersion().catch(() => undefined);
      const run = new Run(place, ready, launched, poppler !== undefined, onProgress);
      const documents: DocumentResults[] = [];
      for (const document of await options.documents(place))
        documents.push(await run.take(document));
      const validated = await run.validate(documents);
      return {
        date: new Date().toISOString().slice(0, 10),
        readers: {
          Chromium: launched.version,
          ...(poppler !== undefined && { pdftotext: poppler }),
          veraPDF: validated === documents ? "(not installed)" : veraPdfRelease.version,
        },
        programs: facts,
        documents: validated,
      };
    } finally {
      await launched.close();
    }
  } finally {
    await rm(tmpDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Prepared {
  readonly ready: ReadonlyMap<Program, ReadyProgram>;
  readonly facts: readonly ProgramFacts[];
}

async function prepareAll(
  programs: readonly Program[],
  place: Place,
  onProgress: (line: string) => void,
): Promise<Prepared> {
  const ready = new Map<Program, ReadyProgram>();
  const facts: ProgramFacts[] = [];
  for (const program of programs) {
    const { id, name, command } = program;
    try {
      const found = await program.prepare(place);
      ready.set(program, found);
      facts.push({ id, name, command, version: found.version });
      onProgress(`${name} ${found.version}`);
    } catch (error) {
      place.signal.throwIfAborted();
      facts.push({ id, name, command, missing: whyOf(error) });
      onProgress(`${name}: not used: ${whyOf(error)}`);
    }
  }
  return { ready, facts };
}

class Run {
  readonly #place: Place;
  readonly #ready: ReadonlyMap<Program, ReadyProgram>;
  readonly #launched: LaunchedBrowser;
  readonly #hasPoppler: boolean;
  readonly #onProgress: (line: string) => void;
  readonly #toValidate: ToValidate[] = [];

  constructor(
    place: Place,
    ready: ReadonlyMap<Program, ReadyProgram>,
    launched: LaunchedBrowser,
    hasPoppler: boolean,
    onProgress: (line: string) => void,
  ) {
    this.#place = place;
    this.#ready = ready;
    this.#launched = launched;
    this.#hasPoppler = hasPoppler;
    this.#onProgress = onProgress;
  }

  async take({ locate, ...listed }: ListedDocument): Promise<DocumentResults> {
    try {
      const input = await locate();
      const { words, ...counts } = await readDocument(this.#launched.browser, input.file);
      const facts = { words: words.length, ...counts };
      const hash = await hashDocument(input);
      const results: Record<string, ProgramResult> = {};
      for (const [program, ready] of this.#ready) {
        const result = await this.#convert(
          program,
          ready,
          { ...input, hash, id: listed.id },
          words,
        );
        results[program.id] = result;
        const lost = result.pdf?.words?.lost ?? 0;
        const end = lost > 0 ? `, ${lost} words lost` : "";
        this.#onProgress(`${listed.id}, ${program.name}: ${result.outcome}${end}`);
      }
      return { ...listed, facts, results };
    } catch (error) {
      this.#place.signal.throwIfAborted();
      this.#onProgress(`${listed.id}: not to be had: ${whyOf(error)}`);
      return { ...listed, missing: whyOf(error), results: {} };
    }
  }

  async #convert(
    program: Program,
    ready: ReadyProgram,
    input: Parameters<typeof convertOnce>[1],
    words: readonly string[],
  ): Promise<ProgramResult> {
    const machine = this.#launched.version;
    const dir = path.join(this.#place.cacheDir, "results");
    const { conversion, file } = await convertOnce(dir, input, { program, ready, machine });
    if (conversion.outcome !== "made") return conversion;
    try {
      const pdf = await measurePdf(file, words, this.#hasPoppler);
      const { claims } = pdf;
      this.#toValidate.push({ file, claims, document: input.id, program: program.id });
      return { ...conversion, pdf };
    } catch (error) {
      this.#place.signal.throwIfAborted();
      return {
        ...conversion,
        outcome: "unread",
        message: `its tags cannot be read: ${whyOf(error)}`,
      };
    }
  }

  /** With the rules that each PDF breaks; the same documents where there is no veraPDF. */
  async validate(documents: readonly DocumentResults[]): Promise<readonly DocumentResults[]> {
    this.#onProgress(`veraPDF: ${this.#toValidate.length} files`);
    try {
      const broken = await validate(this.#place, this.#toValidate);
      const rules = new Map(
        this.#toValidate.map(({ document, program }, index) => [
          `${document}\0${program}`,
          broken[index],
        ]),
      );
      return documents.map((document) => ({
        ...document,
        results: Object.fromEntries(
          Object.entries(document.results).map(([program, result]) => {
            const { pdf } = result;
            const found = rules.get(`${document.id}\0${program}`);
            return [program, pdf && found ? { ...result, pdf: { ...pdf, ...found } } : result];
          }),
        ),
      }));
    } catch (error) {
      if (!(error instanceof JudgeUnavailable)) throw error;
      this.#onProgress(error.message);
      return documents;
    }
  }
}

function whyOf(error: unknown): string {
  return shorten(error instanceof Error ? error.message : String(error));
}
