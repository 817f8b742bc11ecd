/** The command `new`. */
import { InvalidArgumentError, type Command } from "commander";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";

interface NewOptions extends OutputOptions {
  readonly part?: string;
  readonly set?: ReadonlyMap<string, string>;
}

export function addNew(program: Command, context: CommandContext): void {
  const command = program
    .command("new")
    .description("add a file to the publication in this folder, after those that are there")
    .argument("<kind>", "chapter, part, or a block of the theme that may be a file")
    .argument("<title>", "its title, or what else it is called by")
    .option("--part <folder>", "the part that it belongs to")
    .option("--set <field=value>", "another field; may be given again", parseField)
    .option("--json", "print what was made as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((kind: string, title: string, options: NewOptions) =>
      addFile(kind, title, options, context),
    );
  addExamples(command, [
    ['new chapter "The second winter"', "a chapter at the end"],
    ['new part "The first years"', "a part: a folder with its opening and a first chapter"],
    ['new chapter "The flood" --part first-years', "a chapter of this part"],
    [
      'new chapter "The third winter" --set "authors=[The crew]" --set order=35',
      "with other fields, as they are written in YAML",
    ],
  ]);
}

function parseField(
  text: string,
  former: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const [, name, value] = /^(?<name>[^=]+)=(?<value>.*)$/su.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError("it is the name of a field, =, and its value");
  }
  return new Map([...former, [name.trim(), value]]);
}

async function addFile(
  kind: string,
  title: string,
  { part, set = new Map<string, string>(), json, quiet }: NewOptions,
  context: CommandContext,
): Promise<void> {
  const { newFile } = await import("../../starting/new-file.ts");
  const { signal } = context;
  const made = await newFile(context.projectDir(), { kind, title, part, fields: set, signal });
  if (json) context.sayJson(made);
  else if (!quiet) {
    const lines = [
      ...made.files,
      ...(made.isListed ? ["It stands at the end of `chapters` in content/publication.yaml."] : []),
      ...(made.toFillIn.length > 0 ? [`Still to be written: ${made.toFillIn.join(", ")}`] : []),
    ];
    context.say(`${lines.join("\n")}\n`);
  }
}
