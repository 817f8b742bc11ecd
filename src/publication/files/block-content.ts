/**
 * A fenced block of a text, against what the theme says that it is. Input: the block as Markdown has
 * it, where it stands, and the theme; output: its fields, typed where they are right, and its faults.
 */
import { z } from "zod";
import { parse } from "yaml";
import type { SourcePosition } from "../../document/source-position.ts";
import { isSourceList, type FencedBlock } from "../../markdown/blocks/fenced-block.ts";
import type { Block } from "../../theme/block.ts";
import type { ThemeCatalogue } from "../../theme/load-theme.ts";
import type { Theme } from "../../theme/theme.ts";
import { fileFields } from "../schemas/chapter-schema.ts";
import { quoteValue, type Fault } from "../faults/fault.ts";
import { fieldLines } from "../fields/field-lines.ts";
import { parseYaml, type FieldPath, type YamlFields } from "./front-matter.ts";
import type { PlacedLink } from "../texts/things-of-text.ts";
import { markedFaults, markedLinks } from "../faults/marked-faults.ts";
import { repetitions } from "../faults/field-faults.ts";
import { layersOf, ownValue } from "../fields/marked-fields.ts";
import { nearestName } from "../faults/nearest-name.ts";
import type { FieldLines } from "../publication.ts";
import { checkFields } from "../faults/schema-faults.ts";
import { hintOfLenders } from "../faults/theme-faults.ts";

export interface BlockPlace {
  readonly file: string;
  /** Line of the file on which the block begins. */
  readonly line: number;
  readonly contentDir: string;
}

/** What blocks there are. */
export interface BlockSettings {
  readonly theme: Theme;
  /** All themes, of which others may have what this one has not. */
  readonly themes: ThemeCatalogue;
}

/** What the fields of a block in a text must be: its own, and those that any block may have there. */
export function blockSchema({ schema }: Pick<Block, "schema">): z.ZodObject {
  return schema.extend({ lang: fileFields.lang });
}

export interface ReadBlock {
  /** Absent where the theme has none of its name. */
  readonly block?: Block;
  /** Absent where there are faults. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

export interface BlockFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly fieldLines: FieldLines;
}

/**
 * The fields of a block that is known to be right.
 * @param at where it begins. @throws RangeError where it is not right.
 */
export function fieldsOfBlock(fenced: FencedBlock, block: Block, at: SourcePosition): BlockFields {
  const { fields, raw } = readFields(fenced, block, at);
  if (fields === undefined) throw new RangeError(`the block ${fenced.name ?? ""} is not right`);
  return { fields, fieldLines: fieldLines(block.schema, raw) };
}

/** All that is wrong with a block, but for the Markdown in it, which is judged with the text's. */
export async function blockFaults(
  fenced: FencedBlock,
  { theme: { blocks, name: theme }, themes }: BlockSettings,
  place: BlockPlace,
): Promise<readonly Fault[]> {
  const { file, line, contentDir } = place;
  const at = { file, line };
  if (fenced.isOpen) return [{ ...at, ...NOT_ENDED }];
  if (isSourceList(fenced)) return isBare(fenced) ? [] : [{ ...at, ...NOT_BARE }];
  const [unread] = fenced.unread;
  if (fenced.name === undefined || unread !== undefined) {
    return [
      {
        ...at,
        message:
          unread === undefined
            ? "these braces do not name a block"
            : `${quoteValue(unread)} says nothing of a block`,
        expected: 'a name and fields between braces, such as `::: {.box title="A note"}`',
        hint: "write a dot before the name, and quotation marks round values",
      },
    ];
  }
  const block = blocks.get(fenced.name);
  if (block === undefined) {
    const names = [...blocks.keys()];
    const nearest = nearestName(fenced.name, names);
    return [
      {
        ...at,
        message: `the theme ${theme} has no block ${quoteValue(fenced.name)}`,
        expected:
          names.length === 0 ? "text: the theme has no blocks" : `one of ${names.join(", ")}`,
        hint:
          hintOfLenders(fenced.name, themes) ??
          (nearest === undefined
            ? "take one of these, or remove the lines of colons"
            : `did you mean \`${nearest}\`?`),
      },
    ];
  }
  const { faults, raw } = readFields(fenced, block, at);
  const ofFields = raw === undefined ? [] : await markedFaults(block.schema, raw, file, contentDir);
  return [...faults, ...ofFields, ...textFaults(fenced, block, at)];
}

/** The links in a block's fields that lead into the publication; those of its text are the text's. */
export function blockLinks(
  fenced: FencedBlock,
  { blocks }: Pick<Theme, "blocks">,
  at: SourcePosition,
): readonly PlacedLink[] {
  const block = blocks.get(fenced.name ?? "");
  const raw = block && readFields(fenced, block, at).raw;
  return block === undefined || raw === undefined ? [] : markedLinks(block.schema, raw, at.file);
}

const NOT_ENDED = {
  message: "this block is not ended",
  expected: "a line of three colons after its text",
  hint: "write `:::` below the text that belongs to the block",
};

function isBare({ source, fields, yaml, unread }: FencedBlock): boolean {
  return source === "" && fields.length === 0 && yaml === undefined && unread.length === 0;
}

const NOT_BARE = {
  message: "there is something in the place of the list of sources",
  expected: "the lines `::: {#refs}` and `:::`, and nothing between them",
  hint: "write it above or below these lines",
};

function textFaults(
  { name, source }: FencedBlock,
  { body }: Block,
  at: SourcePosition,
): readonly Fault[] {
  if (body === "none" && source !== "") {
    const hint = "move the text out of the block";
    return [{ ...at, message: `a ${name} has no text`, expected: "fields and nothing else", hint }];
  }
  if (body !== "none" && source === "") {
    const hint = "write it before the line of colons";
    return [{ ...at, message: "there is no text", expected: `the text of the ${name}`, hint }];
  }
  if (body === "paragraph" && /\n\s*\n/u.test(source)) {
    return [
      {
        ...at,
        message: `the text of a ${name} is more than one paragraph`,
        expected: "one paragraph",
        hint: "join the paragraphs, or move the rest out of the block",
      },
    ];
  }
  return [];
}

interface Fields {
  readonly raw?: YamlFields;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

/** Fields come from the braces and from the YAML at the head of the block. */
function readFields(fenced: FencedBlock, block: Block, { file, line }: SourcePosition): Fields {
  const schema = blockSchema(block);
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  const parsed =
    fenced.yaml === undefined ? undefined : parseYaml(fenced.yaml, file, line + fenced.yamlOffset);
  if (parsed !== undefined && parsed.fields === undefined) return { faults: parsed.faults };
  const inBraces = Object.fromEntries(
    fenced.fields.map(([name, value]) => [name, typedValue(shape[name], value)]),
  );
  const inYaml: unknown = parsed?.fields?.data ?? {};
  const raw: YamlFields = {
    data: { ...(inYaml as object), ...inBraces },
    lineOf: (path: FieldPath) =>
      Object.hasOwn(inBraces, String(path[0])) || ownValue(inYaml, String(path[0])) === undefined
        ? line
        : (parsed?.fields?.lineOf(path) ?? line),
  };
  const { value, faults } = checkFields(schema, raw, file);
  const twice = repeatedFields(fenced, inYaml, { file, line });
  return {
    raw,
    ...(value === undefined ? {} : { fields: value }),
    faults: [...(parsed?.faults ?? []), ...twice, ...faults],
  };
}

/** Fields that are given twice, of which one would be lost in silence. */
function repeatedFields(
  { fields }: FencedBlock,
  inYaml: unknown,
  at: SourcePosition,
): readonly Fault[] {
  const wording = { expected: "each field once", hint: "keep one of the two" };
  const inBraces = repetitions(fields, ([name]) => name).map(({ key }) => ({
    ...at,
    field: String(key),
    message: "is given twice between the braces",
    ...wording,
  }));
  const names = [...new Set(fields.map(([name]) => name))];
  const inBoth = names
    .filter((name) => ownValue(inYaml, name) !== undefined)
    .map((field) => ({
      ...at,
      field,
      message: "is given between the braces, and in the lines below them",
      ...wording,
    }));
  return [...inBraces, ...inBoth];
}

/** Values between braces are texts; those of fields that are none are read as YAML reads them. */
function typedValue(schema: z.core.$ZodType | undefined, value: string): unknown {
  const inner = schema === undefined ? undefined : layersOf(schema).at(-1);
  if (inner === undefined || inner instanceof z.ZodString) return value;
  try {
    return parse(value) as unknown;
  } catch {
    return value;
  }
}
