/** The command `schema`. */
import path from "node:path";
import type { Command } from "commander";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";

interface SchemaOptions extends OutputOptions {
  readonly output?: string;
  readonly print?: string;
}

export function addSchema(program: Command, context: CommandContext): void {
  const command = program
    .command("schema")
    .description(
      "write JSON Schemas of publication.yaml and of the fields of content files, for editors",
    )
    .argument("[folder]", "the project (default: this folder)")
    .option("-o, --output <folder>", "the folder to write (default: schemas/ in the project)")
    .option("--print <name>", "print one schema, such as publication, and write nothing")
    .option("--json", "print what was written as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((folder: string | undefined, options: SchemaOptions) =>
      writeSchema(folder, options, context),
    );
  addExamples(command, [
    ["schema", "writes schemas/"],
    ["schema --print publication", "prints one"],
  ]);
}

async function writeSchema(
  folder: string | undefined,
  { output, print, json, quiet }: SchemaOptions,
  context: CommandContext,
): Promise<void> {
  const { schemaText, writeSchemas } = await import("../../commands/schema.ts");
  const startDir = context.projectDir();
  const projectDir = path.resolve(startDir, folder ?? ".");
  if (print !== undefined) {
    context.say(await schemaText(projectDir, print));
    return;
  }
  const { signal } = context;
  const written = await writeSchemas(projectDir, {
    output: output === undefined ? undefined : path.resolve(startDir, output),
    signal,
  });
  if (json) context.sayJson(written);
  else if (!quiet) {
    const name = path.relative(startDir, written.folder) || ".";
    const files = written.files.map((file) => `${path.join(name, file)}\n`).join("");
    context.say(
      `${files}To have editors use it, begin content/publication.yaml with this line:\n${written.comment}\n`,
    );
  }
}
