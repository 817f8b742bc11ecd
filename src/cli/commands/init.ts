/** The command `init`. */
import path from "node:path";
import type { Command } from "commander";
import { PublicationError } from "../../errors.ts";
import type { StartOptions } from "../../starting/start-project.ts";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";
import { parseLanguage, parseTitle } from "../option-values.ts";
import type { Ask } from "../terminal.ts";

interface InitOptions extends OutputOptions {
  readonly theme?: string;
  readonly language?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly yes?: true;
}

/** For a publication of which nothing is said. */
const DEFAULTS = { theme: "report", language: "en" };

export function addInit(program: Command, context: CommandContext): void {
  const command = program
    .command("init")
    .description("start a publication: a folder that builds, with a chapter to go on with")
    .argument("[folder]", "the folder to start it in; it is made (default: this folder)")
    .option("--theme <name>", `the design, report or voices (default: ${DEFAULTS.theme})`)
    .option(
      "--language <tag>",
      `the publication's language, e.g. fr or de-CH (default: ${DEFAULTS.language})`,
      parseLanguage,
    )
    .option("--title <text>", "the publication's title", parseTitle)
    .option("--publisher <name>", "who publishes it", parseTitle)
    .option("-y, --yes", "ask nothing: what is not given can be written later")
    .option("--json", "print what was made as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((folder: string | undefined, options: InitOptions) => init(folder, options, context));
  addExamples(command, [
    ["init", "asks for the theme, the language and the title, and starts here"],
    [
      'init our-year --language fr --title "Notre année" --publisher "La bibliothèque"',
      "starts a report in French in the folder our-year",
    ],
    ["init --theme voices --yes", "starts at once, with words to be replaced"],
  ]);
}

async function init(
  folder: string | undefined,
  options: InitOptions,
  context: CommandContext,
): Promise<void> {
  const { startProject } = await import("../../starting/start-project.ts");
  const startDir = context.projectDir();
  const dir = path.resolve(startDir, folder ?? ".");
  const { signal } = context;
  const started = await startProject(dir, { ...(await decide(options, context)), signal });
  if (options.json) {
    context.sayJson(started);
    return;
  }
  if (options.quiet) return;
  const name = path.relative(startDir, started.folder);
  const inFolder = (file: string): string => path.join(name, file);
  const schemas = started.files.filter((file) => file.startsWith("schemas/"));
  const shown = started.files.filter((file) => !schemas.includes(file));
  const lines = [
    ...shown.map(inFolder),
    ...(schemas.length > 0
      ? [`${inFolder("schemas")} (${schemas.length} files, for editors)`]
      : []),
    ...started.kept.map((file) => `${inFolder(file)} was there, and is as it was`),
    "",
    "Next:",
    ...(name === "" ? [] : [`  cd ${/\s/.test(name) ? `"${name}"` : name}`]),
    "  npx imprimatur build              makes and judges it",
    '  npx imprimatur new chapter "…"    adds a chapter',
  ];
  context.say(`${lines.join("\n")}\n`);
}

/** What was given, what the person answers, or what is usual. */
async function decide(given: InitOptions, { ask }: CommandContext): Promise<StartOptions> {
  const { theme, language, title, publisher } = given;
  if (given.yes) {
    const { theme: usual, language: english } = DEFAULTS;
    return { theme: theme ?? usual, language: language ?? english, title, publisher };
  }
  if (ask === undefined) {
    const missing = ["theme", "language", "title"].filter(
      (name) => given[name as keyof InitOptions] === undefined,
    );
    if (missing.length > 0) throw nobodyToAsk(missing);
  }
  const { themeNames } = await import("../../theme/load-theme.ts");
  const themes = await themeNames();
  return {
    theme: theme ?? (await answer(ask, "Theme", DEFAULTS.theme, themes.join(", "), oneOf(themes))),
    language:
      language ??
      (await answer(ask, "Language", DEFAULTS.language, "a tag such as fr", asLanguage)),
    title: title ?? (await answer(ask, "Title", undefined, "", asText)),
    publisher: publisher ?? (ask && (await answer(ask, "Publisher", undefined, "", asText))),
  };
}

function nobodyToAsk(missing: readonly string[]): PublicationError {
  return new PublicationError("usage", "nobody can be asked here: standard input is no terminal", {
    hint: `give ${missing.map((name) => `--${name}`).join(", ")}, or --yes for what is usual`,
  });
}

/** Asks until the answer can be used; an empty one is `usual`, where there is that. */
async function answer<T extends string | undefined>(
  ask: Ask | undefined,
  name: string,
  usual: T,
  what: string,
  read: (text: string) => string | undefined,
): Promise<string | T> {
  const words = [what, usual === undefined ? "leave empty to write it later" : `default ${usual}`];
  let question = `${name} (${words.filter((each) => each !== "").join("; ")}): `;
  for (;;) {
    const said = (await ask?.(question)) ?? "";
    if (said === "") return usual;
    const value = read(said);
    if (value !== undefined) return value;
    question = `That is none. ${name} (${what}): `;
  }
}

function oneOf(names: readonly string[]): (text: string) => string | undefined {
  return (text) => names.find((name) => name === text.toLowerCase());
}

function asLanguage(text: string): string | undefined {
  try {
    return parseLanguage(text);
  } catch {
    return undefined;
  }
}

function asText(text: string): string | undefined {
  return text === "" ? undefined : text;
}
