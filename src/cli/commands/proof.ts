/** The command `proof`. */
import path from "node:path";
import type { Command } from "commander";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";
import { parseDpi } from "../option-values.ts";

interface ProofOptions extends OutputOptions {
  readonly output?: string;
  readonly dpi?: number;
  readonly pages?: string;
}

export function addProof(program: Command, context: CommandContext): void {
  const command = program
    .command("proof")
    .description("draw each separation of a PDF for the press as a gray PNG, and all on each other")
    .argument("[file]", "a PDF for the press (default: the brochure that was built)")
    .option("-o, --output <folder>", "the folder to write (default: beside the input)")
    .option("--dpi <dots>", "pixels an inch (default: 150)", parseDpi)
    .option("--pages <pages>", "only these pages, e.g. 1-4,8")
    .option("--json", "print the result as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((input: string | undefined, options: ProofOptions) =>
      drawSeparations(input, options, context),
    );
  addExamples(command, [["proof", "each separation of the brochure as a picture"]]);
}

async function drawSeparations(
  input: string | undefined,
  options: ProofOptions,
  context: CommandContext,
): Promise<void> {
  const { builtBrochure, proofFile, proofFolderOf, whereToLook } =
    await import("../../commands/proof.ts");
  const running = { log: context.logFor(options), signal: context.signal };
  const brochureOf = async (projectDir: string): Promise<string> =>
    path.relative(projectDir, await builtBrochure(projectDir, running));
  const source = input ?? (await brochureOf(context.projectDir()));
  const folder = options.output ?? proofFolderOf(source);
  context.ifStopped(`${folder} is as it was before`);
  const proof = await proofFile({
    ...running,
    input: source,
    output: folder,
    dpi: options.dpi,
    pages: options.pages,
  });
  if (options.json) context.sayJson(proof);
  else if (!options.quiet) context.say(`${whereToLook(proof)}\n`);
}
