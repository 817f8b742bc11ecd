/**
 * The comparison as Markdown: what was compared, a summary, and a table for each question. Input: the
 * figures; output: text. Pure.
 */
import {
  elementNames,
  type Comparison,
  type DocumentResults,
  type PdfFigures,
  type ProgramFacts,
  type ProgramResult,
} from "./results.ts";

export function formatComparison(comparison: Comparison): string {
  const { date, readers, programs, documents } = comparison;
  const compared = documents.filter(({ missing }) => missing === undefined);
  const readBy = Object.entries(readers).map(([name, version]) => `${name} ${version}`);
  return [
    `Made on ${date}. Read by ${readBy.join(", ")}.`,
    heading("Programs"),
    programTable(programs),
    heading("In all"),
    summaryTable(programs, compared),
    heading("Made"),
    perProgram(programs, compared, [], madeCell),
    reasons(programs, compared),
    heading("Valid"),
    perProgram(programs, compared, [], pdfCell(validCell)),
    heading("Words"),
    perProgram(
      programs,
      compared,
      [["words", ({ facts }) => thousands(facts?.words ?? 0)]],
      pdfCell(({ words }) => (words === undefined ? "not read" : wordsCell(words))),
    ),
    heading("Tags"),
    perProgram(programs, compared, [["elements", elementsCell]], pdfCell(tagsCell)),
    heading("Documents"),
    documentTable(documents),
  ].join("\n\n");
}

function heading(text: string): string {
  return `### ${text}`;
}

/** Cells hold text of messages and of documents: nothing of it is to act as Markdown. */
function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|~#]/gu, (char) => `\\${char}`).replaceAll(/\s+/gu, " ");
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(titles), row(titles.map(() => "---")), ...rows.map(row)].join("\n");
}

function programTable(programs: readonly ProgramFacts[]): string {
  return table(
    ["program", "version", "run as"],
    programs.map(({ name, version, command, missing }) => [
      name,
      version ?? `not used: ${plain(missing ?? "")}`,
      `\`${command}\``,
    ]),
  );
}

function perProgram(
  programs: readonly ProgramFacts[],
  documents: readonly DocumentResults[],
  columns: readonly (readonly [string, (document: DocumentResults) => string])[],
  cell: (result: ProgramResult, document: DocumentResults) => string,
): string {
  return table(
    ["document", ...columns.map(([title]) => title), ...programs.map(({ name }) => name)],
    documents.map((document) => [
      document.id,
      ...columns.map(([, text]) => text(document)),
      ...programs.map(({ id }) => {
        const result = document.results[id];
        return result === undefined ? "" : cell(result, document);
      }),
    ]),
  );
}

const outcomes = {
  refused: "refused",
  failed: "failed",
  "over-time": "too slow",
  unread: "unreadable",
} as const;

function madeCell({ outcome, pdf, wallMs }: ProgramResult): string {
  const time = `${(wallMs / 1000).toFixed(1)} s`;
  if (outcome !== "made") return `**${outcomes[outcome]}**, ${time}`;
  const pages = pdf?.pages ?? 0;
  return `${pages} ${pages === 1 ? "page" : "pages"}, ${time}`;
}

/** Why a program made no PDF, and what it says of one that it made and does not vouch for. */
function reasons(programs: readonly ProgramFacts[], documents: readonly DocumentResults[]): string {
  const lines = documents.flatMap(({ id, results }) =>
    programs.flatMap((program) => {
      const result = results[program.id];
      if (result?.message === undefined) return [];
      const what =
        result.outcome === "made" ? "made, and claims nothing" : outcomes[result.outcome];
      return [`- ${id}, ${program.name}: ${what}: ${plain(result.message)}`];
    }),
  );
  return ["What the programs said:", "", ...(lines.length > 0 ? lines : ["- nothing"])].join("\n");
}

function pdfCell(
  cell: (pdf: PdfFigures, document: DocumentResults) => string,
): (result: ProgramResult, document: DocumentResults) => string {
  return ({ pdf }, document) => (pdf === undefined ? "–" : cell(pdf, document));
}

/**
 * Rules of PDF/UA-1 that are broken. Clause 5 asks for the claim itself: a file that claims nothing
 * is not blamed for that.
 */
export function brokenUa1({ claims, ua1 }: PdfFigures): readonly string[] | undefined {
  if (claims.some((claim) => claim.startsWith("PDF/UA"))) return ua1;
  return ua1?.filter((rule) => !rule.startsWith("5-"));
}

export function validCell(pdf: PdfFigures): string {
  const { claims, a2a = [] } = pdf;
  const ua1 = brokenUa1(pdf);
  const claimed = claims.length > 0 ? `claims ${claims.join(", ")}` : "no claim";
  if (ua1 === undefined) return `${claimed}; not validated`;
  const broken = [
    ...(ua1.length > 0 ? [`${ua1.length} of UA-1`] : []),
    ...(a2a.length > 0 ? [`${a2a.length} of A-2a`] : []),
  ];
  return `${claimed}; ${broken.length > 0 ? `breaks ${broken.join(", ")}` : "**clean**"}`;
}

type Words = NonNullable<PdfFigures["words"]>;

export function wordsCell({ lost, moved, added }: Words): string {
  const parts = [
    ...(lost > 0 ? [`**${thousands(lost)} lost**`] : []),
    ...(moved > 0 ? [`${thousands(moved)} moved`] : []),
    ...(added > 0 ? [`${thousands(added)} added`] : []),
  ];
  return lost === 0 && moved === 0 ? ["all", ...parts].join(", ") : parts.join(", ");
}

const letters = { headings: "H", tables: "T", lists: "L", figures: "F" } as const;

function elementsCell({ facts }: DocumentResults): string {
  return elementNames
    .filter((name) => (facts?.[name] ?? 0) > 0)
    .map((name) => `${letters[name]} ${facts?.[name] ?? 0}`)
    .join(", ");
}

export function tagsCell({ tags }: PdfFigures, { facts }: DocumentResults): string {
  if (!tags.isTagged) return "**no tags**";
  const elements = elementNames
    .filter((name) => tags[name] > 0 || (facts?.[name] ?? 0) > 0)
    .map((name) => {
      const text = `${letters[name]} ${tags[name]}`;
      return tags[name] < (facts?.[name] ?? 0) ? `**${text}**` : text;
    });
  const { total, lost, moved } = tags.words;
  const words = [
    percentage(total - lost, total),
    ...(moved > 0 ? [`${thousands(moved)} moved`] : []),
  ];
  return [...words, ...elements].join(", ");
}

function summaryTable(
  programs: readonly ProgramFacts[],
  documents: readonly DocumentResults[],
): string {
  const titles = [
    "program",
    "made",
    "claim PDF/UA-1",
    "of these, clean",
    "clean of PDF/UA-1",
    "words lost",
    "words moved",
    "words in tags",
    ...elementNames.map((name) => (name === "figures" ? "alternatives" : name)),
    "median time",
  ];
  return table(
    titles,
    programs.map(({ id, name, missing }) => {
      if (missing !== undefined) return [name, ...titles.slice(1).map(() => "–")];
      return [name, ...summaryCells(documents, id)];
    }),
  );
}

function summaryCells(documents: readonly DocumentResults[], id: string): readonly string[] {
  const made = documents.flatMap(({ facts, results }) => {
    const pdf = results[id]?.pdf;
    return pdf === undefined || facts === undefined ? [] : [{ pdf, facts }];
  });
  const claimed = made.filter(({ pdf }) => pdf.claims.includes("PDF/UA-1"));
  const isClean = ({ ua1, a2a = [] }: PdfFigures): boolean => ua1?.length === 0 && a2a.length === 0;
  const sum = (value: (one: (typeof made)[number]) => number): number =>
    made.reduce((total, one) => total + value(one), 0);
  const total = sum(({ facts }) => facts.words);
  const times = documents.flatMap(({ results }) => results[id]?.wallMs ?? []);
  return [
    `${made.length} of ${documents.length}`,
    String(claimed.length),
    String(claimed.filter(({ pdf }) => isClean(pdf)).length),
    String(made.filter(({ pdf }) => brokenUa1(pdf)?.length === 0).length),
    `${thousands(sum(({ pdf }) => pdf.words?.lost ?? 0))} of ${thousands(total)}`,
    thousands(sum(({ pdf }) => pdf.words?.moved ?? 0)),
    percentage(
      sum(({ pdf }) => pdf.tags.words.total - pdf.tags.words.lost),
      total,
    ),
    ...elementNames.map((element) => {
      const wanted = sum(({ facts }) => facts[element]);
      // What a tree has too many of makes up for nothing.
      const found = sum(({ pdf, facts }) => Math.min(pdf.tags[element], facts[element]));
      return `${thousands(found)} of ${thousands(wanted)}`;
    }),
    `${(median(times) / 1000).toFixed(1)} s`,
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function documentTable(documents: readonly DocumentResults[]): string {
  return table(
    ["document", "what it is", "from", "licence"],
    documents.map(({ id, kind, from, licence = "", missing }) => [
      id,
      kind,
      missing === undefined ? from : `${from}: not to be had: ${plain(missing)}`,
      licence,
    ]),
  );
}

/** Rounded down, so that 100 % is all of them. */
export function percentage(part: number, whole: number): string {
  if (whole === 0) return "100 %";
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

function thousands(value: number): string {
  return value.toLocaleString("en-US");
}
