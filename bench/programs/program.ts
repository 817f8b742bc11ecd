/** What a program is that makes a PDF of an HTML document, and what became of a document. Types. */
import type { FoundBrowser } from "../../src/browser/find-browser.ts";

export interface Place {
  /** The project's folder. */
  readonly projectDir: string;
  /** Where packages and results are kept, outside the source. */
  readonly cacheDir: string;
  /** For what programs leave behind; who made it removes it. */
  readonly tmpDir: string;
  readonly browser: FoundBrowser;
  readonly signal: AbortSignal;
}

export interface Input {
  /** The HTML file, absolute. */
  readonly file: string;
  /** The folder that holds all that the document shows. */
  readonly root: string;
}

export interface Conversion {
  /** `refused`: the program says why it makes no PDF of the document; `failed`: it broke down. */
  readonly outcome: "made" | "refused" | "failed" | "over-time";
  /** Why there is no PDF, or what the program says of the one it made. */
  readonly message?: string;
  readonly wallMs: number;
}

export interface ConvertOptions {
  /** What takes longer is not waited for; two minutes by default. */
  readonly timeLimitMs?: number;
  /** Is handed the number of the process that was started, where one was. */
  readonly onStart?: (pid: number) => void;
}

/** A program that is ready to be used. */
export interface ReadyProgram {
  readonly version: string;
  /** Writes the PDF to `output`, an absolute path. */
  readonly convert: (input: Input, output: string, options?: ConvertOptions) => Promise<Conversion>;
}

export interface Program {
  /** In file names. */
  readonly id: string;
  readonly name: string;
  /** As a person would type it; part of what results are kept by. */
  readonly command: string;
  /** Its results may be kept: the same version makes the same of the same document. */
  readonly isKept: boolean;
  /** Installs it where needed. @throws Error that says why it cannot be used here. */
  readonly prepare: (place: Place) => Promise<ReadyProgram>;
}
