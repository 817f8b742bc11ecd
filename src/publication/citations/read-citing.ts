/**
 * What publication.yaml says of citations: `bibliography`, `csl` and `nocite`. Input: its fields, and the
 * content folder; output: sources, the XML of the style, and keys, with what is wrong with them. Content
 * is untrusted: files are read inside of the folder, and where they are not too large.
 */
import { readFile, stat } from "node:fs/promises";
import { readBibtex } from "../../citations/read-bibtex.ts";
import { readCslJson } from "../../citations/read-csl-json.ts";
import {
  DEFAULT_STYLE,
  readShippedStyle,
  shippedStyles,
  styleFault,
} from "../../citations/citation-style.ts";
import type { Bibliography, Source } from "../../citations/sources.ts";
import type { ProjectFolders } from "../../project/folders.ts";
import { quoteValue, type Fault } from "../faults/fault.ts";
import { fieldFault, rawValue, repetitions, type Wording } from "../faults/field-faults.ts";
import { nearestName } from "../faults/nearest-name.ts";
import { findContainedFile } from "../files/contained-file.ts";
import { nameInProject } from "../files/content-folder.ts";
import type { YamlFields } from "../files/front-matter.ts";

/** Without what there is not, or could not be read. */
export interface Citing {
  readonly bibliography: Bibliography | undefined;
  /** XML. */
  readonly style: string | undefined;
  /** Keys that are listed without being cited. */
  readonly uncited: readonly string[];
  /** Paths of the files that it names, relative to the project. */
  readonly files: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

const MOST_BYTES = { bibliography: 4 * 2 ** 20, csl: 2 ** 20 } as const;

/** @param fields of publication.yaml; undefined where they could not be read. */
export async function readCiting(
  folder: ProjectFolders,
  { file, raw }: { readonly file: string; readonly raw?: YamlFields },
): Promise<Citing> {
  const [bibliography, style] = await Promise.all([
    readField("bibliography", raw, (path) => readBibliography(folder, path)),
    readField("csl", raw, (name) => readStyle(folder, name)),
  ]);
  const [sources, xml] = [bibliography?.value, style === undefined ? defaultStyle() : style.value];
  const nocite = uncitedIn(raw, sources);
  return {
    bibliography: sources,
    style: xml,
    uncited: nocite.keys,
    files: new Set(
      ["bibliography", "csl"].flatMap((field) => {
        const path = rawValue(raw, field);
        return typeof path === "string" ? [nameInProject(folder, path.trim())] : [];
      }),
    ),
    faults: [
      ...[bibliography, style].flatMap((each) => each?.faults ?? []),
      ...[...wordingsOf("bibliography", bibliography), ...wordingsOf("csl", style), ...nocite.wrong]
        .filter(() => raw !== undefined)
        .map(({ field, ...wording }) => fieldFault(file, raw ?? NO_FIELDS, [field], wording)),
    ],
  };
}

const NO_FIELDS: YamlFields = { data: {}, lineOf: () => 1 };

interface ReadValue<T> {
  readonly value?: T;
  /** Wrong with the field that names the file. */
  readonly wording?: Wording;
  /** Wrong in the file. */
  readonly faults?: readonly Fault[];
}

async function readField<T>(
  field: string,
  raw: YamlFields | undefined,
  read: (value: string) => Promise<ReadValue<T>>,
): Promise<ReadValue<T> | undefined> {
  const written = rawValue(raw, field);
  // What is no text is a fault of the field already.
  return typeof written === "string" && written.trim() !== "" ? read(written.trim()) : undefined;
}

function wordingsOf(
  field: string,
  read: ReadValue<unknown> | undefined,
): readonly (Wording & { readonly field: string })[] {
  return read?.wording === undefined ? [] : [{ field, ...read.wording }];
}

function defaultStyle(): string | undefined {
  return readShippedStyle(DEFAULT_STYLE);
}

async function readBibliography(
  folder: ProjectFolders,
  path: string,
): Promise<ReadValue<Bibliography>> {
  const expected = "the path of a .bib or .json file in the content folder, such as references.bib";
  if (!/\.(?:bib|json)$/iu.test(path)) {
    const message = `${quoteValue(path)} is no bibliography`;
    const hint = "save it as BibTeX, whose name ends in .bib, or as CSL JSON, in .json";
    return { wording: { message, expected, hint } };
  }
  const text = await readContained(folder, path, MOST_BYTES.bibliography);
  if (typeof text !== "string") return { wording: { ...text, expected } };
  const file = nameInProject(folder, path);
  const { sources, faults } = /\.json$/iu.test(path) ? readCslJson(text) : await readBibtex(text);
  return {
    value: { file, sources: new Map(sources.map((source) => [source.item.id, source])) },
    faults: [
      ...faults.map((fault) => ({ file, ...fault })),
      ...repetitions(sources, ({ item }) => item.id).map(({ item, first, key }) => ({
        file,
        line: item.line,
        message: `the source ${quoteValue(String(key))} is there twice: line ${first.line} has it as well`,
        expected: "a key used once in the bibliography",
        hint: "remove one of the two, or give it another key and cite it by that",
      })),
      ...sources.flatMap((source) => addressFaults(source, file)),
    ],
  };
}

/** Links lead to the web, as those of texts do. */
function addressFaults({ item, line }: Source, file: string): readonly Fault[] {
  const { URL: address } = item;
  if (typeof address !== "string" || /^https?:\/\//iu.test(address)) return [];
  return [
    {
      ...{ file, line },
      message: `${quoteValue(address)} is not an address that a source may have`,
      expected: "an address that begins with https: or http:",
      hint: "write the whole address, such as https://example.org/, or remove the field",
    },
  ];
}

async function readStyle(folder: ProjectFolders, name: string): Promise<ReadValue<string>> {
  const shipped = shippedStyles();
  const expected = `one of ${shipped.join(", ")}, or the path of a .csl file in the content folder`;
  if (!/\.csl$/iu.test(name)) {
    const value = readShippedStyle(name);
    if (value !== undefined) return { value };
    const nearest = nearestName(name, shipped);
    const hint =
      nearest === undefined
        ? "take one of these, or put the file of the style in the content folder and name its path"
        : `did you mean \`${nearest}\`?`;
    return {
      wording: { message: `no style ${quoteValue(name)} comes with the program`, expected, hint },
    };
  }
  const text = await readContained(folder, name, MOST_BYTES.csl);
  if (typeof text !== "string") return { wording: { ...text, expected } };
  const wrong = styleFault(text);
  return wrong === undefined
    ? { value: text }
    : { faults: [{ file: nameInProject(folder, name), line: 1, ...wrong }] };
}

/** The text of a file in the content folder, or why there is none. */
async function readContained(
  folder: ProjectFolders,
  path: string,
  mostBytes: number,
): Promise<string | Omit<Wording, "expected">> {
  const name = quoteValue(path);
  const found = await findContainedFile(folder.contentDir, path);
  if (found.state === "outside") {
    const hint = "copy the file into the content folder";
    return { message: `${name} is outside the content folder`, hint };
  }
  if (found.state !== "found") {
    const hint = "paths begin in the content folder: references.bib";
    return { message: `there is no ${name} in the content folder`, hint };
  }
  const { size } = await stat(found.realPath);
  if (size > mostBytes) {
    const most = mostBytes / 2 ** 20;
    return {
      message: `${name} has more than ${most} MiB`,
      hint: "leave out what nobody cites",
    };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(found.realPath));
  } catch {
    return { message: `${name} is not in UTF-8`, hint: "save it again with the encoding UTF-8" };
  }
}

function uncitedIn(
  raw: YamlFields | undefined,
  bibliography: Bibliography | undefined,
): {
  readonly keys: readonly string[];
  readonly wrong: readonly (Wording & { readonly field: string })[];
} {
  const written = rawValue(raw, "nocite");
  if (typeof written !== "string" || bibliography === undefined) return { keys: [], wrong: [] };
  const known = [...bibliography.sources.keys()];
  const named = written.split(/[\s,;]+/u).filter((name) => name !== "");
  const keys = named.map((name) => name.replace(/^@/u, ""));
  if (keys.includes("*")) return { keys: known, wrong: [] };
  return {
    keys,
    wrong: keys
      .filter((key) => !bibliography.sources.has(key))
      .map((key) => ({ field: "nocite", ...unknownSource(key, bibliography) })),
  };
}

/** A key that the bibliography does not have. */
export function unknownSource(key: string, { file, sources }: Bibliography): Wording {
  const nearest = nearestName(key, [...sources.keys()]);
  return {
    message: `there is no source ${quoteValue(key)} in ${file}`,
    expected: "the key of a source of the bibliography",
    hint:
      nearest === undefined
        ? "add the source, or write \\@ for a sign that is to be printed"
        : `did you mean \`@${nearest}\`?`,
  };
}
