/**
 * Portuguese: words and what its typography goes by. Those of `pt` are Portugal's, which other countries
 * write too; Brazil has its own.
 */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { counted, formatsOf, wordBefore } from "./formats.ts";
import type { Language, Typography } from "./language.ts";
import { NO_BREAK_SPACE } from "./spaces.ts";
import { COMMON_UNITS } from "./units.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("pt-PT");
const brazilian = formatsOf("pt-BR");

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "o código HTML",
  fonts: "os tipos de letra",
  colours: "as cores",
  links: "as ligações",
  narrowWindows: "as janelas estreitas",
  structure: "a estrutura",
  reading: "a fidelidade da leitura",
  contrast: "o contraste",
  layout: "a paginação",
  preflight: "a verificação antes da impressão (PDF/X-4)",
};

const words: Words = {
  lang: "pt-PT",
  skipToContent: "Ir para o conteúdo",
  contents: "Índice",
  downloads: "Descarregar",
  otherLanguages: "Outras línguas",
  backToContents: "Voltar ao índice",
  notFound: "Página não encontrada",
  notFoundText: "Este endereço não leva a lado nenhum. A publicação está aqui:",
  colophonTitle: "Colofão",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `os testes de acessibilidade (WCAG\u00A02.2, nível AA) de ${formats.list(accessibility)} e outros `;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `«${title}» é uma publicação de ${publisher}. Todas as suas edições vêm de uma única fonte e são feitas com o Imprimatur, um programa livre.${families.length === 0 ? "" : ` Esta edição está composta em ${formats.list(families)}.`}`,
      `Antes de ser publicada, esta edição tem de passar ${tools}testes que examinam o seguinte: ${judges}. Um relatório diz o que encontraram.`,
    ];
  },
  previousPart: (title) => ["Anterior: ", title],
  nextPart: (title) => ["Seguinte: ", title],
  pages: counted(formats, { one: "página", other: "páginas" }),
  openQuote: "«",
  closeQuote: "»",

  figure: wordBefore("Figura"),
  table: wordBefore("Tabela"),
  unnumberedTable: "Tabela",
  equation: wordBefore("Equação"),
  section: wordBefore("Secção"),
  chapter: wordBefore("Capítulo"),
  part: wordBefore("Parte"),
  appendix: wordBefore("Apêndice"),
  beforeCaption: (label) => `${label}\u00A0–`,
  page: wordBefore("página"),
  shortPage: wordBefore("p."),
  onPage: (label, page) => `${label}, página${NO_BREAK_SPACE}${page}`,
  note: wordBefore("Nota"),
  backToText: (number) => `Voltar à nota${NO_BREAK_SPACE}${number} no texto`,
  backToCitation: (number) => `Voltar à citação${NO_BREAK_SPACE}${number} no texto`,

  notes: "Notas",
  listOfFigures: "Índice de figuras",
  listOfTables: "Índice de tabelas",
  bibliography: "Bibliografia",
  glossary: "Glossário",
  index: "Índice remissivo",
  see: (target) => ["ver ", target],
  seeAlso: (target) => ["ver também ", target],
  separator: ", ",
  abbreviations: "Abreviaturas",

  alerts: {
    note: "Nota",
    tip: "Sugestão",
    important: "Importante",
    warning: "Aviso",
    caution: "Cuidado",
  },
  tasks: { done: "Feito", toDo: "Por fazer" },
  code: "Código",
  source: (source) => ["Fonte: ", source],

  ordinal: (value) => `${value}.º`,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

const typography: Typography = {
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
  numbers: { decimal: ",", thousands: NO_BREAK_SPACE },
  units: [...COMMON_UNITS, "mil(?:hão|hões)?", "[bt]ilh(?:ão|ões)"],
  pages: ["pp?|págs?"],
  beforeNumbers: ["(?:fig|cap|vol|art|tab|núm)\\.", "n\\.º"],
  titles: ["(?:Sra?|Dra?|Profa?|D|Eng)\\.", "(?:Sr\\.ª|Dr\\.ª|Prof\\.ª)"],
  abbreviations: [
    ["p", "ex"],
    ["a", "C"],
    ["d", "C"],
  ],
  insideAbbreviations: NO_BREAK_SPACE,
};

export const portuguese: Language = {
  tag: "pt",
  direction: "ltr",
  words,
  typography,
  hyphenation: { left: 2, right: 3 },
  sources: [
    {
      title: "Acordo Ortográfico da Língua Portuguesa (1990)",
      for: "spelling of the words, with the double consonants that Portugal keeps (secção)",
    },
    {
      title: "União Europeia, Código de Redação Interinstitucional",
      for: "order of quotation marks, dash, groups of digits, spaces before units and %",
    },
  ],
};

const brazilianTopics: Readonly<Record<JudgedTopic, string>> = {
  ...topics,
  fonts: "as fontes",
  links: "os links",
  layout: "a diagramação",
};

export const brazilianPortuguese: Language = {
  ...portuguese,
  tag: "pt-BR",
  words: {
    ...words,
    lang: "pt-BR",
    contents: "Sumário",
    downloads: "Baixar",
    otherLanguages: "Outros idiomas",
    backToContents: "Voltar ao sumário",
    notFoundText: "Este endereço não leva a lugar nenhum. A publicação está aqui:",
    colophonTitle: "Colofão",
    colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
      const tools =
        accessibility.length === 0
          ? ""
          : `nos testes de acessibilidade (WCAG\u00A02.2, nível AA) de ${brazilian.list(accessibility)} e `;
      const judges = brazilian.list(judged.map((topic) => brazilianTopics[topic]));
      return [
        `“${title}” é uma publicação de ${publisher}. Todas as suas edições vêm de uma única fonte e são feitas com o Imprimatur, um software livre.${families.length === 0 ? "" : ` Esta edição foi composta em ${brazilian.list(families)}.`}`,
        `Antes de ser publicada, esta edição precisa ser aprovada ${tools}em testes que examinam o seguinte: ${judges}. Um relatório diz o que eles encontraram.`,
      ];
    },
    nextPart: (title) => ["Próximo: ", title],
    pages: counted(brazilian, { one: "página", other: "páginas" }),
    openQuote: "“",
    closeQuote: "”",
    section: wordBefore("Seção"),
    listOfFigures: "Lista de figuras",
    listOfTables: "Lista de tabelas",
    bibliography: "Referências",
    abbreviations: "Lista de abreviaturas",
    alerts: { ...words.alerts, tip: "Dica" },
    tasks: { done: "Feito", toDo: "A fazer" },
    ordinal: (value) => `${value}º`,
    list: brazilian.list,
    number: brazilian.number,
    date: brazilian.date,
    size: brazilian.size,
    languageName: brazilian.languageName,
  },
  typography: {
    ...typography,
    quotes: [
      { open: "“", close: "”" },
      { open: "‘", close: "’" },
    ],
    numbers: { decimal: ",", thousands: "." },
  },
  sources: [
    { title: "Acordo Ortográfico da Língua Portuguesa (1990)", for: "spelling of the words" },
    {
      title: "ABNT NBR 6027 and NBR 14724",
      for: "names of the contents, of lists and of the references",
    },
    {
      title: "Senado Federal, Manual de Comunicação da Secom",
      for: "quotation marks",
    },
  ],
};
