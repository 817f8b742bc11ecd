/**
 * Arabic: words and what its typography goes by. Punctuation is as it is typed, and words are not
 * divided. Digits are 0 to 9 as in the numbers of pages and chapters, which have no others.
 */
import type { JudgedTopic } from "../editions/colophon-judges.ts";
import { formatsOf, wordBefore } from "./formats.ts";
import type { Language } from "./language.ts";
import { NO_BREAK_SPACE } from "./spaces.ts";
import type { Words } from "./words.ts";

const formats = formatsOf("ar-u-nu-latn", { kilo: "ك.ب", mega: "م.ب" });

const topics: Readonly<Record<JudgedTopic, string>> = {
  html: "شيفرة HTML",
  fonts: "الخطوط",
  colours: "الألوان",
  links: "الروابط",
  narrowWindows: "النوافذ الضيقة",
  structure: "البنية",
  reading: "أمانة القراءة",
  contrast: "التباين",
  layout: "تنسيق الصفحات",
  preflight: "الفحص قبل الطباعة (PDF/X-4)",
};

const words: Words = {
  lang: "ar",
  skipToContent: "انتقل إلى المحتوى",
  contents: "المحتويات",
  downloads: "التنزيلات",
  otherLanguages: "لغات أخرى",
  backToContents: "العودة إلى المحتويات",
  notFound: "الصفحة غير موجودة",
  notFoundText: "هذا العنوان لا يؤدي إلى أي مكان. المنشور نفسه هنا:",
  colophonTitle: "بيانات الإنتاج",
  colophon: ({ title, publisher, families, judges: { accessibility, topics: judged } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `اختبارات إتاحة الوصول (WCAG\u00A02.2، المستوى AA): ${formats.list(accessibility)}، و`;
    const judges = formats.list(judged.map((topic) => topics[topic]));
    return [
      `«${title}» من نشر ${publisher}. تأتي جميع طبعاته من مصدر واحد، وقد صُنعت ببرنامج Imprimatur، وهو برنامج حر.${families.length === 0 ? "" : ` نُضّدت هذه الطبعة بخطوط: ${formats.list(families)}.`}`,
      `قبل أن تُنشر هذه الطبعة يجب أن تجتاز ${tools}اختبارات في ما يلي: ${judges}. ويذكر تقرير ما وجدته.`,
    ];
  },
  previousPart: (title) => ["السابق: ", title],
  nextPart: (title) => ["التالي: ", title],
  pages: (count) => {
    const word = formats.plural(count, { few: "صفحات", other: "صفحة" });
    // One and two are said by the word alone.
    if (count === 1) return "صفحة واحدة";
    return count === 2 ? "صفحتان" : `${count}${NO_BREAK_SPACE}${word}`;
  },
  openQuote: "«",
  closeQuote: "»",

  figure: wordBefore("الشكل"),
  table: wordBefore("الجدول"),
  unnumberedTable: "جدول",
  equation: wordBefore("المعادلة"),
  section: wordBefore("القسم"),
  chapter: wordBefore("الفصل"),
  part: wordBefore("الجزء"),
  appendix: wordBefore("الملحق"),
  beforeCaption: (label) => `${label}:`,
  page: wordBefore("صفحة"),
  shortPage: wordBefore("ص"),
  onPage: (label, page) => `${label}، صفحة${NO_BREAK_SPACE}${page}`,
  note: wordBefore("الحاشية"),
  backToText: (number) => `العودة إلى الحاشية${NO_BREAK_SPACE}${number} في النص`,
  backToCitation: (number) => `العودة إلى الإحالة${NO_BREAK_SPACE}${number} في النص`,

  notes: "الحواشي",
  listOfFigures: "قائمة الأشكال",
  listOfTables: "قائمة الجداول",
  bibliography: "المراجع",
  glossary: "مسرد المصطلحات",
  index: "الكشاف",
  see: (target) => ["انظر ", target],
  seeAlso: (target) => ["انظر أيضًا ", target],
  separator: "، ",
  abbreviations: "قائمة الاختصارات",

  alerts: {
    note: "ملاحظة",
    tip: "نصيحة",
    important: "مهم",
    warning: "تحذير",
    caution: "تنبيه",
  },
  tasks: { done: "تم", toDo: "لم يتم بعد" },
  code: "كود",
  source: (source) => ["المصدر: ", source],

  // Ordinals are words that agree with what they count: by itself, a number stays one.
  ordinal: formats.number,
  list: formats.list,
  number: formats.number,
  date: formats.date,
  size: formats.size,
  languageName: formats.languageName,
};

export const arabic: Language = {
  tag: "ar",
  direction: "rtl",
  words,
  typography: {
    rules: "common",
    quotes: [
      { open: "«", close: "»" },
      { open: "“", close: "”" },
    ],
    // Words of one letter are written with the next one: and, so, with, like, for.
    beforeQuotes: "[وفبكل]",
    spaces: {
      insideQuotes: "",
      beforeColon: "",
      beforeHighSigns: "",
      beforePercent: "",
    },
    apostrophe: undefined,
    ellipsis: "…",
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
      title: "W3C, Arabic & Persian Layout Requirements (ALREQ)",
      for: "direction, quotation marks, no division of words, which digits",
    },
  ],
};
