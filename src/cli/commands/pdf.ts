/** The command `pdf`. */
import path from "node:path";
import { Option, type Command } from "commander";
import type { Amendments } from "../../accessible/amend/amendments.ts";
import type { PictureList, PictureListOptions } from "../../alternatives/list-file.ts";
import { combineReports } from "../../judges/verdict/judge.ts";
import { PublicationError } from "../../errors.ts";
import { FONT_CHOICES, type FontChoice } from "../../fonts/font-choice.ts";
import { formatConversion, formatNotices, formatProblems } from "../../report/conversion.ts";
import type { WaitFor } from "../../paginate/wait-for.ts";
import { REPAIR_NAMES, type RepairName } from "../../paginate/repair-names.ts";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";
import { exitCodeOf } from "../exit-code.ts";
import {
  gather,
  parseFixes,
  parseLanguage,
  parseMillimetres,
  parseMilliseconds,
  parseRepairs,
  parseTitle,
  type Fix,
} from "../option-values.ts";

interface PdfOptions extends OutputOptions {
  readonly output?: string;
  readonly style?: readonly string[];
  readonly allowedPath?: readonly string[];
  readonly pageSize?: string;
  readonly landscape?: true;
  readonly width?: number;
  readonly height?: number;
  readonly timeout?: number;
  readonly waitFor?: string;
  readonly allowLoss?: true;
  /** Those that are not wanted. */
  readonly repair: readonly RepairName[] | true;
  readonly title?: string;
  readonly lang?: string;
  readonly fix?: readonly Fix[];
  readonly alts?: string;
  readonly decorative?: readonly string[];
  readonly fonts: FontChoice;
  readonly open?: true;
}

export function addPdf(program: Command, context: CommandContext): void {
  const command = program
    .command("pdf")
    .description("lay out any HTML document with its own print styles, as an accessible PDF")
    .argument("<input>", "an HTML file")
    .option(
      "-o, --output <file>",
      "the PDF to write, - for standard output (default: beside the input)",
    )
    .option("--css, --style <file...>", "stylesheets that come after the document's own")
    .option("--allowed-path <folder...>", "folders besides its own that the document may read")
    .option("-s, --page-size <size>", "page size as CSS names it, e.g. A5 or letter")
    .option("-l, --landscape", "turn the page size on its side")
    .option("-w, --width <mm>", "page width in millimetres", parseMillimetres)
    .option("--height <mm>", "page height in millimetres", parseMillimetres)
    .option("-t, --timeout <ms>", "give up when one page takes longer", parseMilliseconds)
    .option(
      "--wait-for <what>",
      "lay out when this selector matches, or after so many milliseconds, for content that comes late",
    )
    .option(
      "--no-repair <name>",
      `do not change this for paper: ${REPAIR_NAMES.join(", ")}, or all`,
      parseRepairs,
    )
    .option("--allow-loss", "write the PDF also where words are lost, name them, and claim nothing")
    .option(
      "--title <text>",
      "title of the PDF (default: the document's, or its first heading)",
      parseTitle,
    )
    .option("--lang <tag>", "the document's language, e.g. en or de-CH", parseLanguage)
    .option(
      "--fix <what>",
      "headings: close skipped levels of headings, in the tags alone",
      parseFixes,
    )
    .option(
      "--alts <file>",
      "a list of pictures and their alternatives; written if it is not there",
    )
    .option("--decorative <selector>", "pictures that are decoration; may be given again", gather)
    .addOption(
      new Option("--fonts <which>", "fonts beside the document's own: of the machine too, or not")
        .choices(FONT_CHOICES)
        .default("installed"),
    )
    .option("--open", "show the PDF when it is written")
    .option("--json", "print the result as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((input: string, options: PdfOptions) => makePdf(input, options, context));
  addExamples(command, [
    ["pdf page.html", "writes page.pdf beside it"],
    [
      "pdf page.html -o out.pdf --page-size A5 --css print.css",
      "on other paper, with a style sheet more",
    ],
    ['pdf page.html --title "Our year" --lang en --fix headings', "says what the document lacks"],
  ]);
}

async function makePdf(input: string, options: PdfOptions, context: CommandContext): Promise<void> {
  const { convert, pdfFileOf } = await import("../../commands/convert.ts");
  const stylesheets = options.style ?? [];
  const name = options.output ?? pdfFileOf(input);
  const list = await openAlternatives(options, {
    input,
    stylesheets,
    output: name,
    signal: context.signal,
  });
  const inputs = [input, ...stylesheets, ...(options.alts === undefined ? [] : [options.alts])];
  const output = await context.openResult(name, inputs, options);
  if (options.open && output.isStandardOutput) throw nothingToOpen();
  const converted = await convert({
    input,
    output,
    stylesheets,
    allowedPaths: options.allowedPath ?? [],
    pageSize: pageSizeOf(options),
    pageTimeoutMs: options.timeout,
    waitFor: waitForOf(options),
    repairs: REPAIR_NAMES.filter(
      (name) => options.repair === true || !options.repair.includes(name),
    ),
    allowsLoss: options.allowLoss ?? false,
    amendments: amendmentsOf(options),
    list,
    fonts: options.fonts,
    // A document may lie anywhere: nothing is unpacked beside it.
    projectDir: context.programDir,
    date: context.date(),
    producer: context.producer,
    log: context.logFor(options),
    signal: context.signal,
  });
  context.end(exitCodeOf(combineReports([converted.report])));
  if (options.open) await context.show(path.resolve(context.projectDir(), converted.file));
  if (options.json) {
    context.sayJson(converted);
    return;
  }
  context.tell(formatProblems(converted.report));
  if (options.quiet) return;
  context.say(formatNotices(converted.notices));
  context.say(formatConversion(converted));
}

function nothingToOpen(): PublicationError {
  return new PublicationError(
    "usage",
    "--open has no file to show: the PDF goes to standard output",
    {
      hint: "give a file with --output, or leave out --open",
    },
  );
}

/** As long as a page may take, its content may take to come. */
const DEFAULT_WAIT_MS = 60_000;

function waitForOf({ waitFor, timeout = DEFAULT_WAIT_MS }: PdfOptions): WaitFor | undefined {
  if (waitFor === undefined) return undefined;
  if (!/^\d+$/.test(waitFor)) return { selector: waitFor, timeoutMs: timeout };
  const milliseconds = Number(waitFor);
  if (milliseconds < timeout) return { milliseconds };
  throw new PublicationError("wait-for", `${waitFor} milliseconds are as long as a page may take`, {
    hint: "give a longer --timeout too",
  });
}

function amendmentsOf({ title, lang, fix, decorative }: PdfOptions): Amendments {
  return {
    ...(title !== undefined && { title }),
    ...(lang !== undefined && { language: lang }),
    ...(fix?.includes("headings") && { closesLevels: true }),
    ...(decorative && { decorative }),
  };
}

async function openAlternatives(
  { alts: file }: PdfOptions,
  options: PictureListOptions,
): Promise<(PictureList & { readonly file: string }) | undefined> {
  if (file === undefined) return undefined;
  const { openPictureList } = await import("../../alternatives/list-file.ts");
  return { file, ...(await openPictureList(file, options)) };
}

/** The CSS page size that the options ask for; undefined where they ask for none. */
function pageSizeOf({ pageSize, landscape, width, height }: PdfOptions): string | undefined {
  if ((width === undefined) !== (height === undefined)) {
    throw new PublicationError("page-size", "--width and --height go together", {
      hint: "give both in millimetres, or --page-size",
    });
  }
  const size = width === undefined || height === undefined ? pageSize : `${width}mm ${height}mm`;
  if (size !== undefined && !/^[a-z0-9. -]+$/i.test(size)) {
    throw new PublicationError("page-size", `"${size}" is no page size`, {
      hint: "name one that CSS knows, such as A4, A5 or letter",
    });
  }
  return landscape ? `${size ?? ""} landscape`.trim() : size;
}
