/**
 * Ids of a publication's pages, which links lead to: of files, of blocks, headings and words in texts,
 * and of what stands in files and blocks. Input: all files as read, the theme's blocks, and ids that pages
 * have of their own. Output: all ids, and faults of those that two things would have. It reads no file.
 */
import { isSourceList } from "../../markdown/blocks/fenced-block.ts";
import type { Block } from "../../theme/block.ts";
import { quoteValue, type Fault } from "./fault.ts";
import type { ReadContent } from "../files/read-content.ts";

interface Owner {
  readonly file: string;
  /** Absent where it is the file itself. */
  readonly line?: number;
  /** That the glossary defines there. */
  readonly term?: string | undefined;
  /** The author has chosen the id. */
  readonly isChosen: boolean;
}

interface OwnedId extends Owner {
  readonly id: string;
  /** The id is of something inside. */
  readonly isInside: boolean;
}

/** That of the block, and those of what is inside of it. */
type IdsOfBlock = readonly [own: OwnedId, ...inside: readonly OwnedId[]];

export interface PageIds {
  /** Of pages themselves. */
  readonly ofPages: ReadonlySet<string>;
  readonly blocks: ReadonlyMap<string, Block>;
}

/** Faults of ids that are used twice, where blocks are concerned; `cross-faults.ts` has those of files. */
export function blockIdFaults(
  contents: readonly ReadContent[],
  { ofPages, blocks }: PageIds,
): readonly Fault[] {
  const owners = new Map<string, Owner>(
    contents.flatMap(idsOfFile).map((owned) => [owned.id, owned]),
  );
  const ofBlocks = contents.flatMap((content) => idsInText(content, blocks));
  const [chosen, counted] = [true, false].map((isChosen) =>
    ofBlocks.filter(([own]) => own.isChosen === isChosen),
  );
  /** One fault a block is enough: what is inside of it follows from its id. */
  const faultsOf = (
    ids: readonly OwnedId[],
    faultOf: (owned: OwnedId, first: Owner | undefined) => Fault,
  ): readonly Fault[] => {
    const taken = ids.find(({ id }) => owners.has(id) || ofPages.has(id));
    const first = taken && owners.get(taken.id);
    for (const owned of ids) if (!owners.has(owned.id)) owners.set(owned.id, owned);
    return taken === undefined ? [] : [faultOf(taken, first)];
  };
  // Those that nobody has chosen come first: an id that an author has chosen can be another.
  return [
    ...(counted ?? []).flatMap((ids) => faultsOf(ids, countedFault)),
    ...(chosen ?? []).flatMap((ids) => faultsOf(ids, takenFault)),
  ];
}

/** Nobody has chosen the id of the block: it is the file that can be renamed. */
function countedFault({ id, file, line = 1 }: OwnedId, first: Owner | undefined): Fault {
  return {
    file: first?.file ?? file,
    message: `a block has the id ${quoteValue(id)}: that on line ${line} of ${file}`,
    expected: "a file name that is no id of the page: links lead to it",
    hint: "rename the file, or give the block an id of its own, such as {#my-block}",
  };
}

function takenFault({ id, file, line, isInside, term }: OwnedId, first: Owner | undefined): Fault {
  if (term !== undefined && first?.term !== undefined) {
    return {
      file,
      ...(line === undefined ? {} : { line }),
      message: `the term ${quoteValue(term)} is defined on line ${first.line ?? 1} of ${first.file}, too`,
      expected: "each term once, whatever its letter case: words lead to its definition",
      hint: "join the two definitions, or give one of the terms another name",
    };
  }
  const whose =
    first === undefined
      ? "the page itself"
      : first.line === undefined
        ? first.file
        : `what stands on line ${first.line} of ${first.file}`;
  return {
    file,
    ...(line === undefined ? {} : { line }),
    message: `the id ${quoteValue(id)}${isInside ? ", of something in this block," : ""} is also that of ${whose}`,
    expected: "an id that nothing else in the publication has: links lead to it",
    hint: "write another id after the #, or leave it out if no link leads to the block",
  };
}

function idsOfFile({ entry: { slug }, file, kind }: ReadContent): readonly OwnedId[] {
  return withEndings(slug, kind?.idEndings ?? [], { file, isChosen: false });
}

/** Blocks without an id of their own are counted, each kind by itself. */
function idsOfBlocks(
  { entry: { slug }, file, blocks: placed }: ReadContent,
  blocks: ReadonlyMap<string, Block>,
): readonly IdsOfBlock[] {
  const counts = new Map<string, number>();
  return placed.flatMap(({ block: fenced, line }): readonly IdsOfBlock[] => {
    const { id, name = "" } = fenced;
    if (id !== undefined && isSourceList(fenced)) {
      return [withEndings(id, [], { file, line, isChosen: true })];
    }
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const block = blocks.get(name);
    // A block that the theme does not have is a fault already.
    if (block === undefined) return [];
    const owner = { file, line, isChosen: id !== undefined };
    return [withEndings(id ?? `${slug}-${name}-${nth}`, block.idEndings, owner)];
  });
}

/** In the order of lines, those of blocks first where they begin on the same. */
function idsInText(
  content: ReadContent,
  blocks: ReadonlyMap<string, Block>,
): readonly IdsOfBlock[] {
  const { file, anchors } = content;
  const ofAnchors = anchors.map(({ id, line, term }): IdsOfBlock => [
    { id, file, line, term, isChosen: true, isInside: false },
  ]);
  const lineOf = ([own]: IdsOfBlock): number => own.line ?? 1;
  return [...idsOfBlocks(content, blocks), ...ofAnchors].toSorted(
    (one, other) => lineOf(one) - lineOf(other),
  );
}

function withEndings(id: string, endings: readonly string[], owner: Owner): IdsOfBlock {
  return [
    { ...owner, id, isInside: false },
    ...endings.map((ending) => ({ ...owner, id: `${id}-${ending}`, isInside: true })),
  ];
}

/** All ids of the publication's pages, and of these those that authors may choose: files and texts. */
export interface AllIds {
  readonly all: ReadonlySet<string>;
  readonly chosen: readonly string[];
  /** That the glossary defines. */
  readonly terms: readonly string[];
}

export function allIds(contents: readonly ReadContent[], { ofPages, blocks }: PageIds): AllIds {
  const owned = contents.flatMap((content) => [
    ...idsOfFile(content),
    ...idsInText(content, blocks).flatMap((ids): readonly OwnedId[] => ids),
  ]);
  return {
    all: new Set([...ofPages, ...owned.map(({ id }) => id)]),
    chosen: [
      ...contents.map(({ entry }) => entry.slug),
      ...owned
        .filter(({ isChosen, isInside, term }) => isChosen && !isInside && term === undefined)
        .map(({ id }) => id),
    ],
    terms: owned.flatMap(({ term }) => term ?? []),
  };
}
