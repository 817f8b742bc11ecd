/** Spanish: words and what its typography goes by. */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language } from "./language.ts";
import { NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE } from "./spaces.ts";
import { COMMON_UNITS } from "./units.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("es");

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "el código HTML",
  fonts: "las fuentes",
  colours: "los colores",
  links: "los enlaces",
  narrowWindows: "las ventanas estrechas",
  structure: "la estructura",
  reading: "la fidelidad de la lectura",
  contrast: "el contraste",
  layout: "la maquetación",
  preflight: "la revisión antes de imprimir (PDF/X-4)",
};

const words: Words = {
  lang: "es",
  skipToContent: "Ir al contenido",
  contents: "Índice",
  downloads: "Descargas",
  otherLanguages: "Otros idiomas",
  backToContents: "Volver al índice",
  notFound: "Página no encontrada",
  notFoundText: "Esta dirección no lleva a ninguna parte. La publicación está aquí:",
  colophonTitle: "Colofón",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `las pruebas de accesibilidad (WCAG\u00A02.2, nivel AA) de ${formats.list(accessibility)} y otras `;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `«${title}» es una publicación de ${publisher}. Todas sus ediciones proceden de una sola fuente y están hechas con Imprimatur, un programa de software libre.${families.length === 0 ? "" : ` Esta edición está compuesta en ${formats.list(families)}.`}`,
      `Antes de publicarse, esta edición debe superar ${tools}pruebas que examinan lo siguiente: ${judges}. Un informe dice lo que han encontrado.`,
    ];
  },
  previousPart: (title) => ["Anterior: ", title],
  nextPart: (title) => ["Siguiente: ", title],
  pages: counted(formats, { one: "página", other: "páginas" }),
  openQuote: "«",
  closeQuote: "»",

  figure: wordBefore("Figura"),
  table: wordBefore("Tabla"),
  unnumberedTable: "Tabla",
  equation: wordBefore("Ecuación"),
  section: wordBefore("Sección"),
  chapter: wordBefore("Capítulo"),
  part: wordBefore("Parte"),
  appendix: wordBefore("Apéndice"),
  beforeCaption: (label) => `${label}.`,
  page: wordBefore("página"),
  shortPage: wordBefore("p."),
  onPage: (label, page) => `${label}, página${NO_BREAK_SPACE}${page}`,
  note: wordBefore("Nota"),
  backToText: (number) => `Volver a la nota${NO_BREAK_SPACE}${number} en el texto`,
  backToCitation: (number) => `Volver a la cita${NO_BREAK_SPACE}${number} en el texto`,

  notes: "Notas",
  listOfFigures: "Índice de figuras",
  listOfTables: "Índice de tablas",
  bibliography: "Bibliografía",
  glossary: "Glosario",
  index: "Índice alfabético",
  see: (target) => ["véase ", target],
  seeAlso: (target) => ["véase también ", target],
  separator: ", ",
  abbreviations: "Abreviaturas",

  alerts: {
    note: "Nota",
    tip: "Consejo",
    important: "Importante",
    warning: "Advertencia",
    caution: "Precaución",
  },
  tasks: { done: "Hecho", toDo: "Pendiente" },
  code: "Código",
  source: (source) => ["Fuente: ", source],

  ordinal: (value) => `${value}.º`,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

export const spanish: Language = {
  tag: "es",
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
    dashes: { range: "-", parenthetical: { mark: "—", stands: "against-the-aside" } },
    numbers: { decimal: ",", thousands: NARROW_NO_BREAK_SPACE },
    // `ha` is left out: it is a word, too.
    units: [...COMMON_UNITS.filter((unit) => unit !== "ha"), "mil(?:l(?:ón|ones))?"],
    pages: ["pp?|págs?"],
    beforeNumbers: ["(?:fig|cap|vol|art|núm|tab)\\.", "n\\.º"],
    titles: ["(?:Sra?|Dra?|Dña?|D|Prof)\\."],
    abbreviations: [
      ["p", "ej"],
      ["EE", "UU"],
      ["a", "C"],
      ["d", "C"],
    ],
    insideAbbreviations: NO_BREAK_SPACE,
  },
  hyphenation: { left: 2, right: 2 },
  sources: [
    {
      title: "Real Academia Española y ASALE, Ortografía de la lengua española (2010)",
      for: "order of quotation marks, raya, space before % and units, groups of digits, abbreviations, hyphen between years and pages",
    },
  ],
};
