/** Polish: words and what its typography goes by. */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language } from "./language.ts";
import { NO_BREAK_SPACE } from "./spaces.ts";
import { COMMON_UNITS } from "./units.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("pl");

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "kod HTML",
  fonts: "fonty",
  colours: "kolory",
  links: "odnośniki",
  narrowWindows: "wąskie okna",
  structure: "struktura",
  reading: "wierność odczytu",
  contrast: "kontrast",
  layout: "układ stron",
  preflight: "kontrola przed drukiem (PDF/X-4)",
};

const words: Words = {
  lang: "pl",
  skipToContent: "Przejdź do treści",
  contents: "Spis treści",
  downloads: "Do pobrania",
  otherLanguages: "Inne języki",
  backToContents: "Powrót do spisu treści",
  notFound: "Nie znaleziono strony",
  notFoundText: "Ten adres donikąd nie prowadzi. Publikacja znajduje się tutaj:",
  colophonTitle: "Kolofon",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `testy dostępności (WCAG\u00A02.2, poziom AA): ${formats.list(accessibility)}, a także `;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `„${title}” – wydawca: ${publisher}. Wszystkie wydania pochodzą z jednego źródła i powstały w programie Imprimatur, który jest wolnym oprogramowaniem.${families.length === 0 ? "" : ` Krój pisma tego wydania: ${formats.list(families)}.`}`,
      `Zanim to wydanie się ukaże, musi przejść ${tools}testy w następującym zakresie: ${judges}. Raport podaje, co wykazały.`,
    ];
  },
  previousPart: (title) => ["Poprzednia część: ", title],
  nextPart: (title) => ["Następna część: ", title],
  pages: counted(formats, { one: "strona", few: "strony", many: "stron", other: "strony" }),
  openQuote: "„",
  closeQuote: "”",

  figure: wordBefore("Rysunek"),
  table: wordBefore("Tabela"),
  unnumberedTable: "Tabela",
  equation: wordBefore("Równanie"),
  section: wordBefore("Podrozdział"),
  chapter: wordBefore("Rozdział"),
  part: wordBefore("Część"),
  appendix: wordBefore("Dodatek"),
  beforeCaption: (label) => `${label}.`,
  page: wordBefore("strona"),
  shortPage: wordBefore("s."),
  onPage: (label, page) => `${label}, strona${NO_BREAK_SPACE}${page}`,
  note: wordBefore("Przypis"),
  backToText: (number) => `Powrót do przypisu${NO_BREAK_SPACE}${number} w tekście`,
  backToCitation: (number) => `Powrót do odwołania${NO_BREAK_SPACE}${number} w tekście`,

  notes: "Przypisy",
  listOfFigures: "Spis rysunków",
  listOfTables: "Spis tabel",
  bibliography: "Bibliografia",
  glossary: "Słowniczek",
  index: "Indeks",
  see: (target) => ["zob. ", target],
  seeAlso: (target) => ["zob. też ", target],
  separator: ", ",
  abbreviations: "Wykaz skrótów",

  alerts: {
    note: "Informacja",
    tip: "Wskazówka",
    important: "Ważne",
    warning: "Ostrzeżenie",
    caution: "Uwaga",
  },
  tasks: { done: "Zrobione", toDo: "Do zrobienia" },
  code: "Kod",
  source: (source) => ["Źródło: ", source],

  ordinal: (value) => `${value}.`,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

export const polish: Language = {
  tag: "pl",
  direction: "ltr",
  words,
  typography: {
    rules: "common",
    quotes: [
      { open: "„", close: "”" },
      { open: "«", close: "»" },
    ],
    spaces: {
      insideQuotes: "",
      beforeColon: "",
      beforeHighSigns: "",
      beforePercent: "",
    },
    apostrophe: "’",
    ellipsis: "…",
    dashes: { range: "–", parenthetical: { mark: "–", stands: "between-spaces" } },
    numbers: { decimal: ",", thousands: NO_BREAK_SPACE },
    units: [...COMMON_UNITS, "zł|gr", "tys\\.|mln|mld"],
    pages: ["s|str"],
    beforeNumbers: ["(?:rys|tab|rozdz|art|ust|poz|t)\\.", "nr"],
    titles: ["(?:prof|inż|ks|hab)\\.", "dr|mgr"],
    holding: ["[aiouwz]"],
  },
  hyphenation: { left: 2, right: 2 },
  sources: [
    {
      title: "Wielki słownik ortograficzny PWN: Zasady pisowni i interpunkcji",
      for: "quotation marks, dash, ellipsis, no space before %",
    },
    {
      title: "Wolański, Edycja tekstów (PWN)",
      for: "words of one letter at the end of lines, ranges, groups of digits",
    },
  ],
};
