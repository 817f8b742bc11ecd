/** The command `pdf`. */
import { Option, type Command } from "commander";
import { combineReports } from "../../check/judge.ts";
import { PublicationError } from "../../errors.ts";
import { FONT_CHOICES, type FontChoice } from "../../fonts/font-choice.ts";
import { formatConversion, formatProblems } from "../../report/conversion.ts";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { exitCodeOf } from "../exit-code.ts";
import { parseMillimetres, parseMilliseconds } from "../option-values.ts";

interface PdfOptions extends OutputOptions {
  readonly output?: string;
  readonly style?: readonly string[];
  readonly pageSize?: string;
  readonly landscape?: true;
  readonly width?: number;
  readonly height?: number;
  readonly timeout?: number;
  readonly fonts: FontChoice;
}

export function addPdf(program: Command, context: CommandContext): void {
  program
    .command("pdf")
    .description("lay out any HTML document with its own print styles, as an accessible PDF")
    .argument("<input>", "an HTML file")
    .option(
      "-o, --output <file>",
      "the PDF to write, - for standard output (default: beside the input)",
    )
    .option("--css, --style <file...>", "stylesheets that come after the document's own")
    .option("-s, --page-size <size>", "page size as CSS names it, e.g. A5 or letter")
    .option("-l, --landscape", "turn the page size on its side")
    .option("-w, --width <mm>", "page width in millimetres", parseMillimetres)
    .option("--height <mm>", "page height in millimetres", parseMillimetres)
    .option("-t, --timeout <ms>", "give up when one page takes longer", parseMilliseconds)
    .addOption(
      new Option("--fonts <which>", "fonts beside the document's own: of the machine too, or not")
        .choices(FONT_CHOICES)
        .default("installed"),
    )
    .option("--json", "print the result as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((input: string, options: PdfOptions) => makePdf(input, options, context));
}

async function makePdf(input: string, options: PdfOptions, context: CommandContext): Promise<void> {
  const { convert, pdfFileOf } = await import("../../commands/convert.ts");
  const stylesheets = options.style ?? [];
  const name = options.output ?? pdfFileOf(input);
  const output = await context.openResult(name, [input, ...stylesheets], options);
  const converted = await convert({
    input,
    output,
    stylesheets,
    pageSize: pageSizeOf(options),
    pageTimeoutMs: options.timeout,
    fonts: options.fonts,
    // A document may lie anywhere: nothing is unpacked beside it.
    projectDir: context.programDir,
    date: context.date(),
    producer: context.producer,
    log: context.logFor(options),
    signal: context.signal,
  });
  context.end(exitCodeOf(combineReports([converted.report])));
  if (options.json) {
    context.sayJson(converted);
    return;
  }
  context.tell(formatProblems(converted.report));
  if (!options.quiet) context.say(formatConversion(converted));
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
