/**
 * Japanese: words and what its typography goes by. Its words are written without spaces, and rules
 * about spaces have nothing to do; lines end by the browser's own rules.
 */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { formatsOf } from "./formats.ts";
import type { Language } from "./language.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("ja");

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "HTML",
  fonts: "フォント",
  colours: "色",
  links: "リンク",
  narrowWindows: "狭いウィンドウ",
  structure: "構造",
  reading: "読み上げの正確さ",
  contrast: "コントラスト",
  layout: "レイアウト",
  preflight: "印刷前検査（PDF/X-4）",
};

const words: Words = {
  lang: "ja",
  skipToContent: "本文へ移動",
  contents: "目次",
  downloads: "ダウンロード",
  otherLanguages: "他の言語",
  backToContents: "目次に戻る",
  notFound: "ページが見つかりません",
  notFoundText: "このアドレスにはページがありません。出版物はこちらです。",
  colophonTitle: "奥付",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `${formats.list(accessibility)}によるアクセシビリティ検査（WCAG 2.2、レベルAA）と、`;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `『${title}』は${publisher}が発行しています。すべての版はひとつの原稿から、自由ソフトウェアのImprimaturで作られています。${families.length === 0 ? "" : `この版の書体は${formats.list(families)}です。`}`,
      `この版は公開の前に、${tools}次の項目の検査に合格しなければなりません。${judges}。検査の結果は報告書にあります。`,
    ];
  },
  previousPart: (title) => ["前へ：", title],
  nextPart: (title) => ["次へ：", title],
  pages: (count) => `${count}ページ`,
  openQuote: "「",
  closeQuote: "」",

  figure: (number) => `図${number}`,
  table: (number) => `表${number}`,
  unnumberedTable: "表",
  equation: (number) => `式${number}`,
  section: (number) => `第${number}節`,
  chapter: (number) => `第${number}章`,
  part: (number) => `第${number}部`,
  appendix: (number) => `付録${number}`,
  beforeCaption: (label) => label,
  page: (number) => `${number}ページ`,
  shortPage: (number) => `p.${number}`,
  onPage: (label, page) => `${label}（${page}ページ）`,
  note: (number) => `注${number}`,
  backToText: (number) => `本文の注${number}に戻る`,
  backToCitation: (number) => `本文の引用${number}に戻る`,

  notes: "注",
  listOfFigures: "図目次",
  listOfTables: "表目次",
  bibliography: "参考文献",
  glossary: "用語集",
  index: "索引",
  see: (target) => [target, "を見よ"],
  seeAlso: (target) => [target, "をも見よ"],
  separator: "、",
  abbreviations: "略語一覧",

  alerts: {
    note: "メモ",
    tip: "ヒント",
    important: "重要",
    warning: "警告",
    caution: "注意",
  },
  tasks: { done: "完了", toDo: "未完了" },
  code: "コード",
  source: (source) => ["出典：", source],

  ordinal: (value) => `第${value}`,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

export const japanese: Language = {
  tag: "ja",
  direction: "ltr",
  words,
  typography: {
    rules: "without-spaces",
    quotes: [
      { open: "「", close: "」" },
      { open: "『", close: "』" },
    ],
    spaces: {
      insideQuotes: "",
      beforeColon: "",
      beforeHighSigns: "",
      beforePercent: "",
    },
    apostrophe: undefined,
    ellipsis: undefined,
    dashes: { range: undefined, parenthetical: undefined },
    numbers: { decimal: ".", thousands: "," },
    units: [],
    pages: [],
    beforeNumbers: [],
    titles: [],
  },
  hyphenation: undefined,
  sources: [
    {
      title: "JIS X 4051, and W3C, Requirements for Japanese Text Layout (JLReq)",
      for: "quotation marks of two levels, no spaces between words",
    },
  ],
};
