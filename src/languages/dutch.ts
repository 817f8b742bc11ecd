/** Dutch: words and what its typography goes by. */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language } from "./language.ts";
import { NO_BREAK_SPACE } from "./spaces.ts";
import { COMMON_UNITS } from "./units.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("nl");

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "HTML",
  fonts: "lettertypen",
  colours: "kleuren",
  links: "links",
  narrowWindows: "smalle vensters",
  structure: "structuur",
  reading: "getrouw voorlezen",
  contrast: "contrast",
  layout: "opmaak",
  preflight: "drukbestand (PDF/X-4)",
};

const words: Words = {
  lang: "nl",
  skipToContent: "Naar de inhoud",
  contents: "Inhoud",
  downloads: "Downloaden",
  otherLanguages: "Andere talen",
  backToContents: "Terug naar de inhoudsopgave",
  notFound: "Pagina niet gevonden",
  notFoundText: "Dit adres leidt nergens heen. De publicatie zelf staat hier:",
  colophonTitle: "Colofon",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `de toegankelijkheidstoetsen (WCAG\u00A02.2, niveau AA) van ${formats.list(accessibility)} doorstaan, en `;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `“${title}” is een uitgave van ${publisher}. Alle edities komen uit één bron en zijn gemaakt met Imprimatur, vrije software.${families.length === 0 ? "" : ` Deze editie is gezet in ${formats.list(families)}.`}`,
      `Voordat deze editie verschijnt, moet ze ${tools}slagen voor toetsen van ${judges}. Een rapport zegt wat er is gevonden.`,
    ];
  },
  previousPart: (title) => ["Vorige: ", title],
  nextPart: (title) => ["Volgende: ", title],
  pages: counted(formats, { one: "pagina", other: "pagina’s" }),
  openQuote: "“",
  closeQuote: "”",

  figure: wordBefore("Figuur"),
  table: wordBefore("Tabel"),
  unnumberedTable: "Tabel",
  equation: wordBefore("Vergelijking"),
  section: wordBefore("Paragraaf"),
  chapter: wordBefore("Hoofdstuk"),
  part: wordBefore("Deel"),
  appendix: wordBefore("Bijlage"),
  beforeCaption: (label) => `${label}.`,
  page: wordBefore("pagina"),
  shortPage: wordBefore("p."),
  onPage: (label, page) => `${label}, pagina${NO_BREAK_SPACE}${page}`,
  note: wordBefore("Noot"),
  backToText: (number) => `Terug naar noot${NO_BREAK_SPACE}${number} in de tekst`,
  backToCitation: (number) => `Terug naar verwijzing${NO_BREAK_SPACE}${number} in de tekst`,

  notes: "Noten",
  listOfFigures: "Lijst van figuren",
  listOfTables: "Lijst van tabellen",
  bibliography: "Literatuurlijst",
  glossary: "Verklarende woordenlijst",
  index: "Register",
  see: (target) => ["zie ", target],
  seeAlso: (target) => ["zie ook ", target],
  separator: ", ",
  abbreviations: "Afkortingen",

  alerts: {
    note: "Opmerking",
    tip: "Tip",
    important: "Belangrijk",
    warning: "Waarschuwing",
    caution: "Let op",
  },
  tasks: { done: "Gedaan", toDo: "Te doen" },
  code: "Code",
  source: (source) => ["Bron: ", source],

  ordinal: (value) => `${value}e`,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

export const dutch: Language = {
  tag: "nl",
  direction: "ltr",
  words,
  typography: {
    rules: "common",
    quotes: [
      { open: "“", close: "”" },
      { open: "‘", close: "’" },
    ],
    spaces: {
      insideQuotes: "",
      beforeColon: "",
      beforeHighSigns: "",
      beforePercent: "",
    },
    apostrophe: "’",
    apostropheHeads: ["[smtnkr]", "ns"],
    ellipsis: "…",
    dashes: { range: "-", parenthetical: { mark: "–", stands: "between-spaces" } },
    numbers: { decimal: ",", thousands: "." },
    units: [...COMMON_UNITS, "uur", "miljoen|miljard|mln\\.?|mld\\.?"],
    pages: ["pp?|blz"],
    beforeNumbers: ["(?:nr|afb|fig|tab|art|hfst)\\."],
    titles: ["(?:[Dd]hr|[Mm]evr|[Dd]r|[Pp]rof|[Ii]r|[Mm]r|[Dd]rs)\\."],
  },
  hyphenation: { left: 2, right: 2 },
  sources: [
    {
      title: "Nederlandse Taalunie, Taaladvies",
      for: "quotation marks, apostrophe at the head of a word, dash, no space before %, hyphen between years",
    },
  ],
};
