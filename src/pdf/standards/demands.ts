/**
 * What several standards ask of one file together. Input: the standards; output: the sum of what each
 * asks. The writers of catalog, metadata and structure tree read it. Pure.
 */
import type {
  Limits,
  OutputIntentKind,
  PdfVersion,
  Standard,
  StructureDemands,
} from "./standard.ts";

export interface Demands {
  /** The version in the header. */
  readonly pdfVersion: PdfVersion;
  /** Whether the catalog has Lang. */
  readonly language: boolean;
  /** Whether the catalog has MarkInfo. */
  readonly marked: boolean;
  /** Whether viewers show the title. */
  readonly displaysTitle: boolean;
  readonly outputIntents: readonly OutputIntentKind[];
  readonly structure: StructureDemands;
  readonly limits: Limits;
}

/** @throws RangeError for no standard, and for standards whose versions no file can have together. */
export function demandsOf(standards: readonly Standard[]): Demands {
  const catalogs = standards.map(({ catalog }) => catalog);
  return {
    pdfVersion: versionFor(standards),
    language: catalogs.some(({ language }) => language),
    marked: catalogs.some(({ marked }) => marked),
    displaysTitle: catalogs.some(({ displaysTitle }) => displaysTitle),
    outputIntents: distinct(catalogs.flatMap(({ outputIntent }) => outputIntent ?? [])),
    structure: structureFor(standards.flatMap(({ structure }) => structure ?? [])),
    limits: limitsFor(standards.map(({ limits }) => limits)),
  };
}

/** The lowest, since each standard takes what is older; but none of PDF 1 takes PDF 2, or the reverse. */
function versionFor(standards: readonly Standard[]): PdfVersion {
  const [lowest, ...others] = standards.map(({ pdfVersion }) => pdfVersion).sort();
  if (lowest === undefined) throw new RangeError("a file that keeps no standard has no demands");
  if (others.some((version) => !version.startsWith(lowest.charAt(0)))) {
    const names = standards.map(({ name }) => name).join(" and ");
    throw new RangeError(`no file keeps ${names}: they are of different versions of PDF`);
  }
  return lowest;
}

function structureFor(structures: readonly StructureDemands[]): StructureDemands {
  return {
    roleMap: Object.fromEntries(structures.flatMap(({ roleMap }) => Object.entries(roleMap))),
    namespaces: distinct(structures.flatMap(({ namespaces }) => namespaces)),
    destinations: structures.some(({ destinations }) => destinations === "structure")
      ? "structure"
      : "page",
  };
}

function limitsFor(limits: readonly Limits[]): Limits {
  const stringBytes = least(limits.map((each) => each.stringBytes));
  const nestedStates = least(limits.map((each) => each.nestedStates));
  return {
    ...(stringBytes !== undefined && { stringBytes }),
    ...(nestedStates !== undefined && { nestedStates }),
  };
}

function least(numbers: readonly (number | undefined)[]): number | undefined {
  const given = numbers.filter((number) => number !== undefined);
  return given.length === 0 ? undefined : Math.min(...given);
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
