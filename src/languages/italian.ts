/** Italian: words and what its typography goes by. */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language } from "./language.ts";
import { NO_BREAK_SPACE } from "./spaces.ts";
import { COMMON_UNITS } from "./units.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("it");

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "il codice HTML",
  fonts: "i caratteri",
  colours: "i colori",
  links: "i collegamenti",
  narrowWindows: "le finestre strette",
  structure: "la struttura",
  reading: "la fedeltà di lettura",
  contrast: "il contrasto",
  layout: "l'impaginazione",
  preflight: "il controllo prima della stampa (PDF/X-4)",
};

const words: Words = {
  lang: "it",
  skipToContent: "Vai al contenuto",
  contents: "Sommario",
  downloads: "Scarica",
  otherLanguages: "Altre lingue",
  backToContents: "Torna al sommario",
  notFound: "Pagina non trovata",
  notFoundText: "Questo indirizzo non porta da nessuna parte. La pubblicazione è qui:",
  colophonTitle: "Colophon",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `le prove di accessibilità (WCAG\u00A02.2, livello AA) di ${formats.list(accessibility)} e altre `;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `«${title}» è una pubblicazione di ${publisher}. Tutte le sue edizioni vengono da un'unica fonte e sono fatte con Imprimatur, un software libero.${families.length === 0 ? "" : ` Questa edizione è composta in ${formats.list(families)}.`}`,
      `Prima di uscire, questa edizione deve superare ${tools}prove che esaminano quanto segue: ${judges}. Un rapporto dice che cosa hanno trovato.`,
    ];
  },
  previousPart: (title) => ["Precedente: ", title],
  nextPart: (title) => ["Successivo: ", title],
  pages: counted(formats, { one: "pagina", other: "pagine" }),
  openQuote: "«",
  closeQuote: "»",

  figure: wordBefore("Figura"),
  table: wordBefore("Tabella"),
  unnumberedTable: "Tabella",
  equation: wordBefore("Equazione"),
  section: wordBefore("Sezione"),
  chapter: wordBefore("Capitolo"),
  part: wordBefore("Parte"),
  appendix: wordBefore("Appendice"),
  beforeCaption: (label) => `${label}.`,
  page: wordBefore("pagina"),
  shortPage: wordBefore("p."),
  onPage: (label, page) => `${label}, pagina${NO_BREAK_SPACE}${page}`,
  note: wordBefore("Nota"),
  backToText: (number) => `Torna alla nota${NO_BREAK_SPACE}${number} nel testo`,
  backToCitation: (number) => `Torna alla citazione${NO_BREAK_SPACE}${number} nel testo`,

  notes: "Note",
  listOfFigures: "Indice delle figure",
  listOfTables: "Indice delle tabelle",
  bibliography: "Bibliografia",
  glossary: "Glossario",
  index: "Indice analitico",
  see: (target) => ["vedi ", target],
  seeAlso: (target) => ["vedi anche ", target],
  separator: ", ",
  abbreviations: "Abbreviazioni",

  alerts: {
    note: "Nota",
    tip: "Suggerimento",
    important: "Importante",
    warning: "Avvertenza",
    caution: "Attenzione",
  },
  tasks: { done: "Fatto", toDo: "Da fare" },
  code: "Codice",
  source: (source) => ["Fonte: ", source],

  ordinal: (value) => `${value}º`,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

export const italian: Language = {
  tag: "it",
  direction: "ltr",
  words,
  typography: {
    rules: "common",
    quotes: [
      { open: "«", close: "»" },
      { open: "“", close: "”" },
    ],
    spaces: {
      insideQuotes: "",
      beforeColon: "",
      beforeHighSigns: "",
      beforePercent: NO_BREAK_SPACE,
    },
    apostrophe: "’",
    ellipsis: "…",
    dashes: { range: "-", parenthetical: { mark: "–", stands: "between-spaces" } },
    numbers: { decimal: ",", thousands: "." },
    // `ha` is left out: it is a word, too.
    units: [...COMMON_UNITS.filter((unit) => unit !== "ha"), "mil(?:a|ioni|ione)|miliard[oi]"],
    pages: ["pp?|pagg?"],
    beforeNumbers: ["(?:fig|cap|vol|art|tab|nr?)\\."],
    titles: ["(?:Sig|Dott|Prof|Ing|Avv)\\.", "(?:Sig\\.ra|Dott\\.ssa|Prof\\.ssa)"],
  },
  hyphenation: { left: 2, right: 2 },
  sources: [
    {
      title:
        "Unione europea, Manuale interistituzionale di convenzioni redazionali: edizione italiana",
      for: "order of quotation marks, dash, spaces before units and %",
    },
  ],
};
