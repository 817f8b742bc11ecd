/** The command `impose`. */
import { Option, type Command } from "commander";
import type { Layout, SheetEdge } from "../../press/impose/impose.ts";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";
import { parseMillimetres, parsePages } from "../option-values.ts";

interface ImposeOptions extends OutputOptions {
  readonly output?: string;
  readonly layout?: Layout;
  readonly sheet?: string;
  readonly scale?: "actual" | "fit";
  readonly marks: boolean;
  readonly up?: string;
  readonly creep?: number;
  readonly blanks?: true;
  readonly signature?: number;
  readonly flip?: SheetEdge;
  readonly binding?: "left" | "right";
}

export function addImpose(program: Command, context: CommandContext): void {
  const command = program
    .command("impose")
    .description("lay a PDF out on sheets of paper: a booklet to fold, or pages side by side")
    .argument("<file>", "a PDF")
    .option(
      "-o, --output <file>",
      "the PDF to write, - for standard output (default: beside the input)",
    )
    .addOption(
      new Option("--layout <layout>", "how pages lie on sheets (default: booklet)").choices([
        "booklet",
        "2-up",
        "4-up",
        "cut-and-stack",
      ]),
    )
    .option("--sheet <size>", "A4, A3, letter, … or 330x480 (default: the next larger sheet)")
    .addOption(
      new Option("--scale <how>", "fit: make pages fit the sheet (default: actual size)").choices([
        "actual",
        "fit",
      ]),
    )
    .option("--no-marks", "no fold, staple and cut marks on larger sheets")
    .option("--blanks", "booklet: add blank pages before the last, so that it can be folded")
    .option("--creep <mm>", "booklet: thickness of a sheet, e.g. 0.1", parseMillimetres)
    .option("--signature <pages>", "booklet: pages that are folded together", parsePages)
    .addOption(new Option("--up <pages>", "cut-and-stack: pages a side").choices(["2", "4"]))
    .addOption(
      new Option("--flip <edge>", "the edge over which the printer turns sheets").choices([
        "short",
        "long",
      ]),
    )
    .addOption(
      new Option("--binding <side>", "the side of the spine (default: the document's)").choices([
        "left",
        "right",
      ]),
    )
    .option("--json", "print the result as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((input: string, options: ImposeOptions) => imposePdf(input, options, context));
  addExamples(command, [
    ["impose report.pdf", "a booklet to print, fold and staple"],
    ["impose report.pdf --layout 2-up", "two pages on each sheet"],
  ]);
}

async function imposePdf(
  input: string,
  options: ImposeOptions,
  context: CommandContext,
): Promise<void> {
  const { howToPrint, imposeFile, sheetsFileOf } = await import("../../commands/impose.ts");
  const layout = options.layout ?? "booklet";
  const name = options.output ?? sheetsFileOf(input, layout);
  const output = await context.openResult(name, [input], options);
  const imposed = await imposeFile({
    ...options,
    input,
    output,
    layout,
    up: options.up === undefined ? undefined : options.up === "4" ? 4 : 2,
    creepMm: options.creep,
    pagesPerSection: options.signature,
    date: context.date(),
    producer: context.producer,
    signal: context.signal,
  });
  if (options.json) context.sayJson(imposed);
  else if (!options.quiet) context.say(`${howToPrint(imposed)}\n`);
}
