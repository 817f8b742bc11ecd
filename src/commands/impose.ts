/**
 * The command `impose`: any PDF, laid out on sheets that are folded, cut or read as they are. Input:
 * a PDF file and what the person asks for; output: a PDF beside it or where the person wants it, and
 * how it is to be printed. Nothing is written where the pages do not go on the sheet.
 */
import { PublicationError } from "../errors.ts";
import { countPages } from "../log.ts";
import { impose, type Imposed, type ImposeOptions, type Layout } from "../press/impose/impose.ts";
import type { OutputFile } from "../files/output-file.ts";
import { readInput } from "../files/read-input.ts";

/** What the command line takes; each is undefined where it is not given. */
export interface ImposeFileOptions extends Omit<ImposeOptions, "layout"> {
  readonly input: string;
  readonly output: OutputFile;
  readonly layout: Layout;
  readonly signal: AbortSignal;
}

export interface ImposedFile extends Omit<Imposed, "bytes"> {
  readonly file: string;
  readonly layout: Layout;
}

/** Options that only some layouts know: elsewhere they would silently do nothing. */
const OPTIONS_OF_LAYOUTS: Readonly<
  Partial<
    Record<keyof ImposeOptions, { readonly flag: string; readonly layouts: readonly Layout[] }>
  >
> = {
  up: { flag: "--up", layouts: ["cut-and-stack"] },
  creepMm: { flag: "--creep", layouts: ["booklet"] },
  blanks: { flag: "--blanks", layouts: ["booklet"] },
  pagesPerSection: { flag: "--signature", layouts: ["booklet"] },
  flip: { flag: "--flip", layouts: ["booklet", "cut-and-stack"] },
  binding: { flag: "--binding", layouts: ["booklet", "2-up", "4-up"] },
};

/** @throws PublicationError with the place of the input. */
export async function imposeFile(options: ImposeFileOptions): Promise<ImposedFile> {
  const { input, output, layout, signal } = options;
  checkOptions(options, layout);
  const source = await readInput(input, "give the path of a PDF file", signal);
  const { bytes, ...imposed } = await impose(source, options).catch((error: unknown) => {
    throw error instanceof PublicationError && error.place === undefined
      ? withPlace(error, input)
      : error;
  });
  signal.throwIfAborted();
  await output.write(bytes);
  return { file: output.name, layout, ...imposed };
}

/** Where the sheets go unless a person says otherwise: beside the PDF, named after their layout. */
export function sheetsFileOf(input: string, layout: Layout): string {
  return input.replace(/(?:\.pdf)?$/i, `-${layout}.pdf`);
}

/** What the person must know at the printer, in two lines. */
export function howToPrint(imposed: ImposedFile): string {
  const { file, pageCount, blankCount, sheetCount, sheetName, orientation, flip } = imposed;
  const blanks = blankCount === 0 ? "" : ` and ${blankCount} blank`;
  const sheets = `${sheetCount} sheet${sheetCount === 1 ? "" : "s"} of ${sheetName} ${orientation}`;
  const sides = flip === undefined ? "" : `, on both sides, flip on the ${flip} edge`;
  return `${file}: ${countPages(pageCount)}${blanks} on ${sheets}\nPrint at actual size (100 %)${sides}.`;
}

function checkOptions(options: ImposeFileOptions, layout: Layout): void {
  for (const [name, { flag, layouts }] of Object.entries(OPTIONS_OF_LAYOUTS)) {
    const isGiven = options[name as keyof ImposeOptions] !== undefined;
    if (!isGiven || layouts.includes(layout)) continue;
    throw new PublicationError(
      "option-without-use",
      `${flag} does nothing with --layout ${layout}`,
      {
        hint: `leave it out, or choose --layout ${layouts.join(" or ")}`,
      },
    );
  }
}

function withPlace(error: PublicationError, file: string): PublicationError {
  return new PublicationError(error.code, error.message, {
    place: { file },
    ...(error.hint !== undefined && { hint: error.hint }),
    cause: error,
  });
}
