/**
 * English: words and what its typography goes by. Words are those of Britain; the United States have
 * theirs where they are spelt otherwise.
 */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { dateIn } from "./date-in.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language, Typography } from "./language.ts";
import { NO_BREAK_SPACE } from "./spaces.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("en");

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "HTML",
  fonts: "fonts",
  colours: "colours",
  links: "links",
  narrowWindows: "narrow windows",
  structure: "structure",
  reading: "fidelity of reading",
  contrast: "contrast",
  layout: "layout",
  preflight: "preflight (PDF/X-4)",
};

const colophonOf =
  (named: Readonly<Record<JudgedTopic, string>>): Words["colophon"] =>
  ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `${formats.list(accessibility)}, for accessibility (WCAG\u00A02.2, level AA), and `;
    const judges = formats.list(judged.map((topic) => named[topic]));
    return [
      `“${title}” is published by ${publisher}. All its editions come from one source and are made by Imprimatur, which is free software.${families.length === 0 ? "" : ` This one is set in ${formats.list(families)}.`}`,
      `Before it is published, this edition must pass ${tools}judges of ${judges}. A report says what they found.`,
    ];
  };

const words: Words = {
  lang: "en",
  skipToContent: "Skip to content",
  contents: "Contents",
  downloads: "Download",
  otherLanguages: "Other languages",
  backToContents: "Back to contents",
  notFound: "Page not found",
  notFoundText: "This address leads nowhere. The publication itself is here:",
  colophonTitle: "Colophon",
  colophon: colophonOf(topics),
  previousPart: (title) => ["Previous: ", title],
  nextPart: (title) => ["Next: ", title],
  pages: counted(formats, { one: "page", other: "pages" }),
  openQuote: "“",
  closeQuote: "”",

  figure: wordBefore("Figure"),
  table: wordBefore("Table"),
  unnumberedTable: "Table",
  equation: wordBefore("Equation"),
  section: wordBefore("Section"),
  chapter: wordBefore("Chapter"),
  part: wordBefore("Part"),
  appendix: wordBefore("Appendix"),
  beforeCaption: (label) => `${label}.`,
  page: wordBefore("page"),
  shortPage: wordBefore("p."),
  onPage: (label, page) => `${label}, page${NO_BREAK_SPACE}${page}`,
  note: wordBefore("Note"),
  backToText: (number) => `Back to note${NO_BREAK_SPACE}${number} in the text`,
  backToCitation: (number) => `Back to citation${NO_BREAK_SPACE}${number} in the text`,

  notes: "Notes",
  listOfFigures: "List of figures",
  listOfTables: "List of tables",
  bibliography: "Bibliography",
  glossary: "Glossary",
  index: "Index",
  see: (target) => ["see ", target],
  seeAlso: (target) => ["see also ", target],
  separator: ", ",
  abbreviations: "Abbreviations",

  alerts: {
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
  },
  tasks: { done: "Done", toDo: "To do" },
  code: "Code",
  source: (source) => ["Source: ", source],

  ordinal: (value) =>
    `${value}${formats.place(value, { one: "st", two: "nd", few: "rd", other: "th" })}`,
  list: formats.list,
  number: formats.number,
  date: (date) => dateIn(date, "en-GB"),
  size: formats.size,
  languageName: formats.languageName,
};

const typography: Typography = {
  rules: "english",
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
  apostropheHeads: ["tis", "twas", "em", "til", "cause"],
  ellipsis: "…",
  dashes: { range: "–", parenthetical: undefined },
  numbers: { decimal: ".", thousands: "," },
  units: [
    // data and rates
    String.raw`[kMGTP]?(?:bps|bit\/s|bits?|bytes?)`,
    "[kKMGTP]i?B(?:\\/s)?",
    // length, area, volume, mass
    "[kcmµn]?m[²³]?",
    "km\\/h|mph",
    "ha|ft|lb|oz",
    "[cm]?[lL]",
    "[kmµ]?g",
    // time
    "min",
    "[mµn]?s",
    "[ap]m|[ap]\\.m\\.",
    // electricity, frequency, temperature
    "[kMGT]?Wh?",
    "[km]?V",
    "mA",
    "[kMGT]?Hz",
    "dB",
    "°[CF]?",
    // money and large numbers
    "[€$£¥]",
    "CHF|EUR|USD|GBP",
    "million|billion|trillion",
  ],
  pages: ["pp"],
  beforeNumbers: ["(?:No|pp?|vol|fig|ch)\\."],
  titles: ["(?:Mr|Mrs|Ms|Dr|Prof)\\.?"],
};

export const english: Language = {
  tag: "en",
  direction: "ltr",
  words,
  typography,
  hyphenation: { left: 3, right: 3 },
  sources: [
    { title: "New Hart’s Rules (Oxford University Press)", for: "quotation marks, ranges, titles" },
    { title: "The International System of Units (BIPM)", for: "the space before signs of units" },
  ],
};

export const americanEnglish: Language = {
  ...english,
  tag: "en-US",
  words: {
    ...words,
    colophon: colophonOf({ ...topics, colours: "colors" }),
    date: (date) => dateIn(date, "en-US"),
  },
  hyphenation: { left: 3, right: 3 },
  sources: [
    { title: "The Chicago Manual of Style", for: "quotation marks, dates" },
    ...english.sources.slice(1),
  ],
};
