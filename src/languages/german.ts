/**
 * German: words and what its typography goes by. Switzerland has guillemets, an apostrophe between
 * thousands, and no eszett: no word here has one.
 */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language, QuotationMarks, Typography } from "./language.ts";
import { NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE } from "./spaces.ts";
import { COMMON_UNITS } from "./units.ts";
import type { Words } from "./words.ts";

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "HTML",
  fonts: "Schriften",
  colours: "Farben",
  links: "Links",
  narrowWindows: "schmalen Fenstern",
  structure: "Struktur",
  reading: "getreuem Vorlesen",
  contrast: "Kontrast",
  layout: "Layout",
  preflight: "Druckdaten (PDF/X-4)",
};

function wordsOf(locale: string, quotes: QuotationMarks): Words {
  const formats = formatsOf(locale);
  return {
    lang: "de",
    skipToContent: "Zum Inhalt springen",
    contents: "Inhalt",
    downloads: "Herunterladen",
    otherLanguages: "Andere Sprachen",
    backToContents: "Zurück zum Inhaltsverzeichnis",
    notFound: "Seite nicht gefunden",
    notFoundText: "Diese Adresse führt nirgendwohin. Die Publikation selbst ist hier:",
    colophonTitle: "Kolophon",
    colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
      const tools =
        accessibility.length === 0
          ? ""
          : `von ${formats.list(accessibility)} auf Barrierefreiheit (WCAG\u00A02.2, Stufe AA) geprüft werden und `;
      const judges = formats.list(judged.map((topic) => topics[topic]));
      return [
        `${quotes.open}${title}${quotes.close} wird von ${publisher} herausgegeben. Alle Ausgaben stammen aus einer einzigen Quelle und sind mit Imprimatur gemacht, einer freien Software.${families.length === 0 ? "" : ` Diese Ausgabe ist in ${formats.list(families)} gesetzt.`}`,
        `Bevor diese Ausgabe erscheint, muss sie ${tools}Prüfungen zu ${judges} bestehen. Ein Bericht sagt, was dabei gefunden wurde.`,
      ];
    },
    previousPart: (title) => ["Zurück: ", title],
    nextPart: (title) => ["Weiter: ", title],
    pages: counted(formats, { one: "Seite", other: "Seiten" }),
    openQuote: quotes.open,
    closeQuote: quotes.close,

    figure: wordBefore("Abbildung"),
    table: wordBefore("Tabelle"),
    unnumberedTable: "Tabelle",
    equation: wordBefore("Gleichung"),
    section: wordBefore("Abschnitt"),
    chapter: wordBefore("Kapitel"),
    part: wordBefore("Teil"),
    appendix: wordBefore("Anhang"),
    beforeCaption: (label) => `${label}:`,
    page: wordBefore("Seite"),
    shortPage: wordBefore("S."),
    onPage: (label, page) => `${label}, Seite${NO_BREAK_SPACE}${page}`,
    note: wordBefore("Anmerkung"),
    backToText: (number) => `Zurück zu Anmerkung${NO_BREAK_SPACE}${number} im Text`,
    backToCitation: (number) => `Zurück zu Verweis${NO_BREAK_SPACE}${number} im Text`,

    notes: "Anmerkungen",
    listOfFigures: "Abbildungsverzeichnis",
    listOfTables: "Tabellenverzeichnis",
    bibliography: "Literaturverzeichnis",
    glossary: "Glossar",
    index: "Register",
    see: (target) => ["siehe ", target],
    seeAlso: (target) => ["siehe auch ", target],
    separator: ", ",
    abbreviations: "Abkürzungsverzeichnis",

    alerts: {
      note: "Hinweis",
      tip: "Tipp",
      important: "Wichtig",
      warning: "Warnung",
      caution: "Vorsicht",
    },
    tasks: { done: "Erledigt", toDo: "Zu erledigen" },
    code: "Code",
    source: (source) => ["Quelle: ", source],

    ordinal: (value) => `${value}.`,
    list: formats.list,
    number: formats.number,
    date: formats.date,
    size: formats.size,
    languageName: formats.languageName,
  };
}

const outer: QuotationMarks = { open: "„", close: "“" };
const guillemets: QuotationMarks = { open: "«", close: "»" };

const typography: Typography = {
  rules: "common",
  quotes: [outer, { open: "‚", close: "‘" }],
  spaces: {
    insideQuotes: "",
    beforeColon: "",
    beforeHighSigns: "",
    beforePercent: NO_BREAK_SPACE,
  },
  apostrophe: "’",
  apostropheHeads: ["nen?", "ner", "nem", "s"],
  ellipsis: "…",
  beforeEllipsis: NO_BREAK_SPACE,
  dashes: { range: "–", parenthetical: { mark: "–", stands: "between-spaces" } },
  numbers: { decimal: ",", thousands: "." },
  units: [...COMMON_UNITS, "Uhr", "Millionen?|Milliarden?|Mio\\.|Mrd\\."],
  pages: ["S"],
  beforeNumbers: ["(?:Nr|Abb|Tab|Kap|Bd|Art|Abs|Ziff)\\."],
  titles: ["(?:Dr|Prof|Hr|Fr|St)\\."],
  abbreviations: [
    ["z", "B"],
    ["d", "h"],
    ["u", "a"],
    ["u", "U"],
    ["v", "a"],
    ["v", "Chr"],
    ["n", "Chr"],
    ["o", "Ä"],
    ["z", "T"],
    ["i", "d", "R"],
    ["i", "A"],
  ],
  insideAbbreviations: NARROW_NO_BREAK_SPACE,
};

export const german: Language = {
  tag: "de",
  direction: "ltr",
  words: wordsOf("de", outer),
  typography,
  hyphenation: { left: 2, right: 3 },
  sources: [
    {
      title: "Duden, Die deutsche Rechtschreibung: Rechtschreibung und Zeichensetzung",
      for: "quotation marks, apostrophe, dash, ellipsis with a space before it",
    },
    {
      title: "DIN 5008, Schreib- und Gestaltungsregeln für die Text- und Informationsverarbeitung",
      for: "spaces in abbreviations, before units and %, after §; ranges",
    },
  ],
};

export const swissGerman: Language = {
  ...german,
  tag: "de-CH",
  words: wordsOf("de-CH", guillemets),
  typography: {
    ...typography,
    quotes: [guillemets, { open: "‹", close: "›" }],
    numbers: { decimal: ".", thousands: "’" },
  },
  sources: [
    {
      title: "Schweizerische Bundeskanzlei, Schreibweisungen",
      for: "guillemets, ss in the place of ß",
    },
    ...german.sources,
  ],
};
