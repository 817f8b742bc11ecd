/**
 * French: words and what its typography goes by. Canada has spaces of its own.
 */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language, SignSpaces, Typography } from "./language.ts";
import { NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE } from "./spaces.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("fr", { kilo: "ko", mega: "Mo" });

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "le code HTML",
  fonts: "les polices",
  colours: "les couleurs",
  links: "les liens",
  narrowWindows: "les fenêtres étroites",
  structure: "la structure",
  reading: "la fidélité de lecture",
  contrast: "les contrastes",
  layout: "la mise en page",
  preflight: "le contrôle avant impression (PDF/X-4)",
};

const words: Words = {
  lang: "fr",
  skipToContent: "Aller au contenu",
  contents: "Sommaire",
  downloads: "Télécharger",
  otherLanguages: "Autres langues",
  backToContents: "Retour au sommaire",
  notFound: "Page introuvable",
  notFoundText: "L'adresse demandée ne mène nulle part. La publication, elle, est ici :",
  colophonTitle: "Colophon",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `${formats.list(accessibility)}, pour l'accessibilité (WCAG\u00A02.2, niveau AA), et `;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `« ${title} » est publié par ${publisher}. Toutes ses éditions viennent d'une seule source et sont faites par Imprimatur, un logiciel libre.${families.length === 0 ? "" : ` Celle-ci est composée en ${formats.list(families)}.`}`,
      `Avant d'être publiée, cette édition doit satisfaire ${tools}des juges pour ${judges}. Un rapport dit ce qu'ils ont trouvé.`,
    ];
  },
  previousPart: (title) => ["Précédent : ", title],
  nextPart: (title) => ["Suivant : ", title],
  pages: counted(formats, { one: "page", other: "pages" }),
  openQuote: "« ",
  closeQuote: " »",

  figure: wordBefore("Figure"),
  table: wordBefore("Tableau"),
  unnumberedTable: "Tableau",
  equation: wordBefore("Équation"),
  section: wordBefore("Section"),
  chapter: wordBefore("Chapitre"),
  part: wordBefore("Partie"),
  appendix: wordBefore("Annexe"),
  beforeCaption: (label) => `${label}\u00A0–`,
  page: wordBefore("page"),
  shortPage: wordBefore("p."),
  onPage: (label, page) => `${label}, page${NO_BREAK_SPACE}${page}`,
  note: wordBefore("Note"),
  backToText: (number) => `Retour à l’appel de note${NO_BREAK_SPACE}${number}`,
  backToCitation: (number) => `Retour à la citation${NO_BREAK_SPACE}${number} dans le texte`,

  notes: "Notes",
  listOfFigures: "Table des figures",
  listOfTables: "Liste des tableaux",
  bibliography: "Bibliographie",
  glossary: "Glossaire",
  index: "Index",
  see: (target) => ["voir ", target],
  seeAlso: (target) => ["voir aussi ", target],
  separator: ", ",
  abbreviations: "Abréviations",

  alerts: {
    note: "Note",
    tip: "Conseil",
    important: "Important",
    warning: "Avertissement",
    caution: "Attention",
  },
  tasks: { done: "Fait", toDo: "À faire" },
  code: "Code",
  source: (source) => ["Source : ", source],

  ordinal: (value) => `${value}${formats.place(value, { one: "er", other: "e" })}`,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

const spaces: SignSpaces = {
  insideQuotes: NO_BREAK_SPACE,
  beforeColon: NO_BREAK_SPACE,
  beforeHighSigns: NARROW_NO_BREAK_SPACE,
  beforePercent: NARROW_NO_BREAK_SPACE,
};

const typography: Typography = {
  rules: "french",
  quotes: [
    { open: "«", close: "»" },
    { open: "“", close: "”" },
  ],
  spaces,
  apostrophe: "’",
  ellipsis: "…",
  dashes: { range: undefined, parenthetical: undefined },
  numbers: { decimal: ",", thousands: NARROW_NO_BREAK_SPACE },
  units: [
    // data and rates
    String.raw`[kMGTP]?(?:bps|bit\/s|bits?|octets?)`,
    "[kKMGTP]o(?:\\/s)?",
    // length, area, volume, mass
    "[kcmµn]?m[²³]?",
    "km\\/h",
    "ha",
    "[cm]?[lL]",
    "[kmµ]?g",
    "t",
    // time
    "h",
    "min",
    "[mµn]?s",
    // electricity, frequency, temperature
    "[kMGT]?Wh?",
    "[km]?V",
    "mA",
    "[kMGT]?Hz",
    "dB",
    "°[CF]?",
    // money and large numbers
    "[kM]?[€$£¥]",
    "Md€",
    "CHF|EUR|USD|GBP",
    "Mds?",
    // The first letter of a name as well: M. Dupont.
    String.raw`M(?!\.[ \t\n\r\u00A0\u2009\u202F]\p{Lu})`,
    "millions?|milliards?",
  ],
  pages: ["pp?"],
  beforeNumbers: ["(?:pp?|art|chap|fig|vol)\\."],
  titles: ["MM?\\.|(?:Mmes?|Mlles?|Mgr|Me|Drs?|Prs?)\\.?"],
};

export const french: Language = {
  tag: "fr",
  direction: "ltr",
  words,
  typography,
  hyphenation: { left: 3, right: 3 },
  sources: [
    {
      title: "Lexique des règles typographiques en usage à l’Imprimerie nationale",
      for: "guillemets, spaces before signs, numbers, abbreviations, centuries",
    },
  ],
};

export const canadianFrench: Language = {
  ...french,
  tag: "fr-CA",
  typography: {
    ...typography,
    // No space before ; ! ?, a full one before %.
    spaces: { ...spaces, beforeHighSigns: "", beforePercent: NO_BREAK_SPACE },
  },
  sources: [
    {
      title: "Office québécois de la langue française, Vitrine linguistique",
      for: "spaces before signs",
    },
    ...french.sources,
  ],
};
