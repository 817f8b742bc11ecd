/**
 * The command line: argv → command → exit code. The only module that touches `process`. A command
 * is loaded when it is called, so that help and wrong words are answered at once.
 *
 * Exit codes: 0 clean, 1 technical fault (also: a judge did not run), 2 findings; 128 + n when
 * signal n stopped the run.
 */
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { formatPlace, PublicationError } from "./errors.ts";
import type { Report } from "./check/finding.ts";
import { combineReports } from "./check/judge.ts";
import { createLog, silentLog, type Log } from "./log.ts";
import { parseSourceDateEpoch } from "./made-date.ts";
import type { Layout, SheetEdge } from "./press/impose/impose.ts";
import { ContentError, formatFaults } from "./publication/fault.ts";
import { formatConversion, formatProblems } from "./report/conversion.ts";
import { formatJson } from "./report/json.ts";
import { formatReport } from "./report/terminal.ts";

/** What the command line writes to, and what stops it. */
export interface Terminal {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  /** Aborted with a `Stopped` when the person ends the run. */
  readonly signal: AbortSignal;
  /** The environment's SOURCE_DATE_EPOCH. */
  readonly sourceDateEpoch: string | undefined;
  /** The environment has CI set: every judge must run. */
  readonly isCi: boolean;
}

export interface TerminalStream {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly hasColors: boolean;
  readonly columns: number | undefined;
}

/** The person (or the system) has ended the run. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly exitCode: number;
  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP") {
    super(`stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

interface OutputOptions {
  readonly json?: true;
  readonly quiet?: true;
}

interface BuildOptions extends OutputOptions {
  readonly edition?: readonly string[];
  readonly check: boolean;
}

interface PdfOptions extends OutputOptions {
  readonly output?: string;
  readonly style?: readonly string[];
  readonly pageSize?: string;
  readonly landscape?: true;
  readonly width?: number;
  readonly height?: number;
  readonly timeout?: number;
}

interface ImposeCommandOptions extends OutputOptions {
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

interface ProofCommandOptions extends OutputOptions {
  readonly output?: string;
  readonly dpi?: number;
  readonly pages?: string;
}

type CheckOptions = OutputOptions & Pick<BuildOptions, "edition">;

/** The report that a person reads; programs read report.json beside it. */
const REPORT_FILE = "output/reports/report.html";
const PROGRAM_DIR = fileURLToPath(new URL("..", import.meta.url));

function readVersion(): string {
  const file = path.join(PROGRAM_DIR, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

/** Exit code of a report: findings weigh more than judges that did not run. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (report.granted) return 0;
  const judges = report.editions.flatMap((edition) => edition.judges);
  return judges.some((judge) => judge.status === "failed") ? 2 : 1;
}

/** Runs one command. Returns its exit code; throws nothing. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const version = readVersion();

  const logFor = (options: OutputOptions): Log => {
    return options.json || options.quiet ? silentLog : createLog(terminal.stdout);
  };
  const conclude = (report: Report, options: OutputOptions, reportFile?: string): void => {
    exitCode = exitCodeOf(report);
    if (options.json) terminal.stdout.write(formatJson(report));
    else if (!options.quiet || exitCode !== 0) {
      terminal.stdout.write(
        `${formatReport(report, {
          color: terminal.stdout.hasColors,
          ...(terminal.stdout.columns !== undefined && { width: terminal.stdout.columns }),
          ...(reportFile !== undefined && { reportFile }),
        })}\n`,
      );
    }
  };

  const program = new Command("imprimatur")
    .description("Makes a publication's web edition and PDFs from its Markdown, and judges them.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.stdout.write(text);
      },
      writeErr: (text) => {
        terminal.stderr.write(text);
      },
    })
    .addHelpText(
      "after",
      "\nExit codes: 0 clean, 1 technical fault or a judge that did not run, 2 findings.",
    );

  program
    .command("build")
    .description("render, lay out and judge the publication in this folder")
    .option("--edition <id...>", "only these editions (default: all)")
    .option("--no-check", "do not judge what was made")
    .option("--json", "print the report as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action(async (options: BuildOptions) => {
      const log = logFor(options);
      const { publish } = await import("./build/publish.ts");
      const report = await publish({
        projectDir: ".",
        editions: options.edition,
        judged: options.check,
        everyJudgeMustRun: terminal.isCi,
        date: parseSourceDateEpoch(terminal.sourceDateEpoch),
        producer: `Imprimatur ${version}`,
        log,
        signal: terminal.signal,
      });
      if (report !== undefined) conclude(report, options, REPORT_FILE);
      else if (options.json) terminal.stdout.write("{}\n");
      else if (!options.quiet) terminal.stdout.write("Not judged: no imprimatur.\n");
    });

  program
    .command("check")
    .description("judge what was built, or any PDF, HTML file, folder or address on this machine")
    .argument("[targets...]", "PDF or HTML files, folders, or http addresses on this machine")
    .option("--edition <id...>", "of what was built, only these editions (default: all)")
    .option("--json", "print the report as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action(async (targets: readonly string[], options: CheckOptions) => {
      const log = logFor(options);
      const { check } = await import("./check/check.ts");
      const report = await check({
        projectDir: ".",
        targets,
        editions: options.edition,
        everyJudgeMustRun: terminal.isCi,
        log,
        signal: terminal.signal,
      });
      if (targets.length > 0) {
        conclude(report, options);
        return;
      }
      const { writeReport } = await import("./report/write-report.ts");
      await writeReport(report, path.dirname(REPORT_FILE));
      conclude(report, options, REPORT_FILE);
    });

  program
    .command("pdf")
    .description("lay out any HTML document with its own print styles, as an accessible PDF")
    .argument("<input>", "an HTML file")
    .option("-o, --output <file>", "the PDF to write (default: beside the input)")
    .option("--css, --style <file...>", "stylesheets that come after the document's own")
    .option("-s, --page-size <size>", "page size as CSS names it, e.g. A5 or letter")
    .option("-l, --landscape", "turn the page size on its side")
    .option("-w, --width <mm>", "page width in millimetres", parseMillimetres)
    .option("--height <mm>", "page height in millimetres", parseMillimetres)
    .option("-t, --timeout <ms>", "give up when one page takes longer", parseMilliseconds)
    .option("--json", "print the result as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action(async (input: string, options: PdfOptions) => {
      const log = logFor(options);
      const { convert } = await import("./commands/convert.ts");
      const converted = await convert({
        input,
        output: options.output,
        stylesheets: options.style ?? [],
        pageSize: pageSizeOf(options),
        pageTimeoutMs: options.timeout,
        // A document may lie anywhere: nothing is unpacked beside it.
        projectDir: PROGRAM_DIR,
        date: parseSourceDateEpoch(terminal.sourceDateEpoch),
        producer: `Imprimatur ${version}`,
        log,
        signal: terminal.signal,
      });
      exitCode = exitCodeOf(combineReports([converted.report]));
      if (options.json) {
        terminal.stdout.write(`${JSON.stringify(converted, null, 2)}\n`);
        return;
      }
      terminal.stderr.write(formatProblems(converted.report));
      if (!options.quiet) terminal.stdout.write(formatConversion(converted));
    });

  program
    .command("impose")
    .description("lay a PDF out on sheets of paper: a booklet to fold, or pages side by side")
    .argument("<file>", "a PDF")
    .option("-o, --output <file>", "the PDF to write (default: beside the input)")
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
    .action(async (input: string, options: ImposeCommandOptions) => {
      const { howToPrint, imposeFile } = await import("./commands/impose.ts");
      const imposed = await imposeFile({
        ...options,
        input,
        output: options.output,
        layout: options.layout,
        up: options.up === undefined ? undefined : options.up === "4" ? 4 : 2,
        creepMm: options.creep,
        pagesPerSection: options.signature,
        date: parseSourceDateEpoch(terminal.sourceDateEpoch),
        producer: `Imprimatur ${version}`,
        signal: terminal.signal,
      });
      if (options.json) terminal.stdout.write(`${JSON.stringify(imposed, null, 2)}\n`);
      else if (!options.quiet) terminal.stdout.write(`${howToPrint(imposed)}\n`);
    });

  program
    .command("proof")
    .description("draw each plate of a PDF for the press as a gray PNG, and all on each other")
    .argument("[file]", "a PDF for the press (default: the brochure that was built)")
    .option("-o, --output <folder>", "the folder to write (default: beside the input)")
    .option("--dpi <dots>", "pixels an inch (default: 150)", parseDpi)
    .option("--pages <pages>", "only these pages, e.g. 1-4,8")
    .option("--json", "print the result as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action(async (input: string | undefined, options: ProofCommandOptions) => {
      const { builtBrochure, proofFile, whereToLook } = await import("./commands/proof.ts");
      const proof = await proofFile({
        input: input ?? (await builtBrochure(".")),
        output: options.output,
        dpi: options.dpi,
        pages: options.pages,
        log: logFor(options),
        signal: terminal.signal,
      });
      if (options.json) terminal.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
      else if (!options.quiet) terminal.stdout.write(`${whereToLook(proof)}\n`);
    });

  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    // What broke while the run was being stopped is a consequence of the stop.
    const reason: unknown = terminal.signal.aborted ? terminal.signal.reason : error;
    if (reason instanceof Stopped) {
      terminal.stderr.write("stopped: output/ is as it was before\n");
      return reason.exitCode;
    }
    if (argv.includes("--json"))
      terminal.stdout.write(`${JSON.stringify({ error: describeError(reason) }, null, 2)}\n`);
    else terminal.stderr.write(formatError(reason));
    return 1;
  }
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
  return landscape ? `${size ?? "A4"} landscape` : size;
}

function parseMillimetres(text: string): number {
  return parsePositive(text, "millimetres");
}

function parseMilliseconds(text: string): number {
  return parsePositive(text, "milliseconds");
}

function parsePages(text: string): number {
  return parsePositive(text, "pages");
}

function parseDpi(text: string): number {
  return parsePositive(text, "pixels an inch");
}

function parsePositive(text: string, unit: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError(`it is a number of ${unit} above 0`);
}

function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof PublicationError) {
    return {
      code: error.code,
      message: error.message,
      place: error.place,
      hint: error.hint,
      ...(error instanceof ContentError && { faults: error.faults }),
    };
  }
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

function formatError(error: unknown): string {
  if (error instanceof ContentError) return `${formatFaults(error.faults)}\n`;
  if (error instanceof PublicationError) {
    const place = error.place === undefined ? "" : `  at ${formatPlace(error.place)}\n`;
    const hint = error.hint === undefined ? "" : `  hint: ${error.hint}\n`;
    return `error: ${error.message}\n${place}${hint}`;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `error: a fault in Imprimatur itself\n${stack}\n  hint: please report it with the lines above\n`;
}

function terminalStream(stream: NodeJS.WriteStream & { readonly fd: number }): TerminalStream {
  // Not stream.isTTY, which is undefined where there is no terminal.
  const isTTY = isatty(stream.fd);
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY,
    hasColors: isTTY && process.env.NO_COLOR === undefined && stream.hasColors(),
    columns: isTTY ? stream.columns : undefined,
  };
}

/** Runs the command in `process.argv` and sets the exit code. */
export async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      stop.abort(new Stopped(signal));
    });
  }
  process.exitCode = await run(process.argv.slice(2), {
    stdout: terminalStream(process.stdout),
    stderr: terminalStream(process.stderr),
    signal: stop.signal,
    sourceDateEpoch: process.env.SOURCE_DATE_EPOCH,
    isCi: !["", "0", "false", undefined].includes(process.env.CI),
  });
}
