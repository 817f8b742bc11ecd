/**
 * What readers are known to read otherwise in golden cases and in publications, each with the reason: in most, whatever a
 * file says; in some, because of how text is written. Tests expect exactly these differences: one
 * that is no longer there fails them too.
 */
import type { PageDifference } from "../../src/judges/pdf/reading/compare-page.ts";

interface KnownDifference {
  readonly reader: string;
  readonly kind: PageDifference["kind"];
  /** Why the reader does so. */
  readonly reason: string;
  /** As reports have them. */
  readonly lines: readonly string[];
}

/** Of more than one case. */
const RAISED =
  "it gives raised and lowered letters lines of their own, before and after that of the text";

const KNOWN: Readonly<Record<string, readonly KnownDifference[]>> = {
  "arabic-vocalised": [
    {
      reader: "PDFium",
      kind: "words",
      reason: "it begins a line anew at glyphs that stand higher, such as marks",
      lines: [
        "page 1, after “… مَسَاءٍ لِيَقْرَؤُوا الْقِصَصَ وَيُطَالِعُ الْكِبَارُ”: PDFium reads “الْ جَرَائِدَ” where the source has “الْجَرَائِدَ”",
      ],
    },
    {
      reader: "MuPDF",
      kind: "words",
      reason:
        "it takes what follows an Arabic-Indic number, which runs from left to right, for text in the order of sight, and turns the rest of the line round",
      lines: [
        "page 1, after “… وَيُطَالِعُ الْكِبَارُ الْجَرَائِدَ. عِنْدَهَا الآنَ”: MuPDF reads “٠٥٢١ .اًئْيَش ٌدَحَأ ُعَفْدَي اَلَو ،ِعيِمَجْلِل ُلوُخُّدلاَو ،اًباَتِك” where the source has “١٢٥٠ كِتَابًا، وَالدُّخُولُ لِلْجَمِيعِ، وَلَا يَدْفَعُ أَحَدٌ شَيْئًا.”",
      ],
    },
    {
      reader: "PDFium",
      kind: "order",
      reason:
        "it begins a line anew at glyphs that stand higher, such as marks, and turns round what it has by then",
      lines: [
        "page 1, after “… لِلْجَمِيعِ وَلَا يَدْفَعُ أَحَدٌ شَيْئًا”: PDFium reads “عِنْدَهَا الآنَ” here, which the structure has elsewhere",
      ],
    },
  ],
  "columns-and-floats": [
    {
      reader: "PDFium",
      kind: "order",
      reason: "it sorts what stands in one line from left to right; the float stands at its end",
      lines: [
        "page 1, after “… harbour lay quiet under the”: PDFium reads “A float” here, which the structure has elsewhere",
      ],
    },
  ],
  "first-letters": [
    {
      reader: "pdftotext",
      kind: "words",
      reason:
        "an enlarged first letter reaches into the line above, so that it is a block of its own",
      lines: [
        "page 1, after “… Inside two boxes • Item”: pdftotext reads “I”, which the source does not have",
        "page 1, after “… two boxes • Item 1.”: pdftotext reads “tem” where the source has “Item”",
      ],
    },
    {
      reader: "Ghostscript",
      kind: "words",
      reason: "it sorts by height, and enlarged first letters stand in lines of their own",
      lines: [
        "page 1, after “First letters”: Ghostscript reads “lone” where the source has “Alone”",
        "page 1, after “… the fog A A boat”: Ghostscript reads “A ho” where the source has ““Who”",
        "page 1, after “… ho is there?” she asked.”: Ghostscript reads ““W”, which the source does not have",
      ],
    },
  ],
  "font-features": [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: "it puts a space where a gap is wide for its font, and columns are nearer than that",
      lines: [
        "page 1, after “… Loans by year Year Loans”: Ghostscript reads “20241,117 202510,408” where the source has “2024 1,117 2025 10,408”",
      ],
    },
  ],
  footnotes: [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: RAISED,
      lines: [
        "page 1, after “Notes”: Ghostscript reads “1 2”, which the source does not have",
        "page 1, after “Notes A”: Ghostscript reads “claim” where the source has “claim1”",
        "page 1, after “… a source at example.org. and”: Ghostscript reads “another” where the source has “another2”",
        "page 2, after “… for them along the wall.”: Ghostscript reads “3”, which the source does not have",
        "page 2, after “… the wall. On the next”: Ghostscript reads “page” where the source has “page3”",
      ],
    },
  ],
  "hebrew-pointed": [
    {
      reader: "PDFium",
      kind: "words",
      reason:
        "it ends a line where a mark's glyph is lower than all of the letter beside it, and sorts what is painted behind a cluster among the letters",
      lines: [
        "page 1, at the start: PDFium reads “פָר ְ רִיַּת הַכְּ פ סִ בַּ כְּ …” where the source has “סִפְרִיַּת הַכְּפָר בַּכְּפָר שֶׁלָּנוּ יֵשׁ סִפְרִיָּה”",
        "page 1, after “… לְיַד הַנָּהָר בְּכָל עֶרֶב בָּאִים”: PDFium reads “יְ לָ דִים לִ קְרֹא סִ פּ וּ …” where the source has “יְלָדִים לִקְרֹא סִפּוּרִים”",
      ],
    },
  ],
  "hyphens-alone": [
    {
      reader: "pdftotext",
      kind: "words",
      reason: "it takes hyphens at the end of a line for those of a divided word",
      lines: ["page 1, after “… addr op p1 ---- ----”: pdftotext does not read “--”"],
    },
  ],
  inline: [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: RAISED,
      lines: [
        "page 1, after “Inline”: Ghostscript reads “2”, which the source does not have",
        "page 1, after “… Strong, em, bold, code(), Ctrl,”: Ghostscript reads “H O, x ,” where the source has “H2O, x2,”",
        "page 1, after “… H O, x , WWW,”: Ghostscript reads “2”, which the source does not have",
      ],
    },
  ],
  khmer: [
    {
      reader: "PDFium",
      kind: "words",
      reason:
        "it sorts a line by where glyphs stand, so that those of the emphasis and of the text after it take turns; it says ActualText again where it comes back to it",
      lines: [
        "page 1, after “… យា សា ស្ ត្ រ”: PDFium reads “វិ ទ្ យា សា ស្ ត្ រ”, which the source does not have",
      ],
    },
  ],
  ligatures: [
    {
      reader: "pdftotext",
      kind: "words",
      reason:
        "the browser paints “fl” over both elements, and the glyph of the space is then part of “lat and”; the space that is written after it has no room",
      lines: [
        "page 1, after “… elements: fin, fine, office, flat”: pdftotext reads “andffi.” where the source has “and ffi.”",
      ],
    },
  ],
  "named-groups": [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: "it puts a space where a gap is wide for its font, and columns are nearer than that",
      lines: [
        "page 2, after “… 555 0100 Day High water”: Ghostscript reads “Monday6:40” where the source has “Monday 6:40”",
      ],
    },
  ],
  "notes-in-columns": [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: RAISED,
      lines: [
        "page 1, after “… along under the morning fog”: Ghostscript reads “1”, which the source does not have",
        "page 1, after “… waited for them along the”: Ghostscript does not read “wall.1”",
        "page 1, after “… first boats them along the”: Ghostscript reads “wall.”, which the source does not have",
        "page 1, after “… quiet waited for them along”: Ghostscript reads “2”, which the source does not have",
        "page 1, after “… under the morning fog the”: Ghostscript reads “wall.”, which the source does not have",
        "page 1, after “… waited for them along the”: Ghostscript does not read “wall.2”",
      ],
    },
  ],
  "painted-order": [
    {
      reader: "PDFium",
      kind: "order",
      reason:
        "it sorts what stands in one line from left to right; the second text stands on the left",
      lines: [
        "page 2, after “… on top of the line.”: PDFium reads “Second” here, which the structure has elsewhere",
        "page 2, after “… line. Second in the source”: PDFium reads “First” here, which the structure has elsewhere",
      ],
    },
  ],
  "right-to-left": [
    {
      reader: "PDFium",
      kind: "order",
      reason:
        "it sorts what stands in one line from left to right, and turns each word round by itself: a text from right to left that stands in a line from left to right comes out with its words in the order of sight",
      lines: [
        "page 1, after “… משורה אחת בעמוד קטן Mixed”: PDFium reads “بالعالم” here, which the structure has elsewhere",
      ],
    },
  ],
  "soft-hyphen-loss": [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: RAISED,
      lines: ["page 3, at the start: Ghostscript reads “1 Appel” where the source has “Appel1”"],
    },
  ],
  "urdu-nastaliq": [
    {
      reader: "PDFium",
      kind: "words",
      reason: "it begins a line anew at glyphs that stand lower, and sorts what it has by then",
      lines: [
        "page 1, after “… HTML سے بنا ہے اور”: PDFium reads “ہ ے”, which the source does not have",
        "page 1, after “… سے بنا ہے اور مفت”: PDFium does not read “ہے”",
      ],
    },
  ],
};

/** The same of whole publications. */
const OF_PUBLICATIONS: Readonly<Record<string, readonly KnownDifference[]>> = {
  almanac: [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: RAISED,
      lines: [
        "page 7, after “… The water After the break”: Ghostscript reads “3”, which the source does not have",
        "page 7, after “… with the lights of the”: Ghostscript reads “quay” where the source has “quay3”",
        "page 10, after “… Home harbour Last inspected Remarks”: Ghostscript reads “1”, which the source does not have",
        "page 10, after “… 1.2 Harbour Library 2020-03-12 lends”: Ghostscript reads “books” where the source has “books1”",
        "page 11, after “… The accounts What is left”: Ghostscript reads “2”, which the source does not have",
        "page 11, after “… What is left goes into”: Ghostscript reads “lamps” where the source has “lamps2”",
        "page 15, after “… Le mur 3 Le mur”: Ghostscript reads “1”, which the source does not have",
        "page 15, after “… Elle a dit « oui”: Ghostscript reads “»” where the source has “»1”",
      ],
    },
  ],
  arabic: [
    {
      reader: "pdf.js",
      kind: "words",
      reason:
        "it parts a full stop after a link, which stands beyond it in a line from right to left, from the word before",
      lines: [
        "page 4, after “… = 𝑎 + 𝑏 2”: pdf.js reads “.”, which the source does not have",
        "page 4, after “… المتوسط هكذا: كما في وصف”: pdf.js reads “الحمولة” where the source has “الحمولة.”",
      ],
    },
    {
      reader: "PDFium",
      kind: "words",
      reason: "it parts letters of some words in lines from right to left",
      lines: [
        "page 1, after “… عام بين شتاءين ليلى حداد”: PDFium reads “وس امي” where the source has “وسامي”",
        "page 4, after “القارب ليلى حداد”: PDFium reads “وس” where the source has “وسامي”",
        "page 4, after “… القارب كتب للأطفال خرائط للبحر”: PDFium reads “م جلات” where the source has “مجلات”",
        "page 4, after “… للأطفال خرائط للبحر مجلات قديمة”: PDFium reads “لجدول” where the source has “الجدول”",
      ],
    },
    {
      reader: "pdftotext",
      kind: "words",
      reason: "it parts the letters of a running head in bold letters",
      lines: [
        "page 2, at the start: pdftotext reads “م ك ت ب ة عل ى ا …”, which the source does not have",
        "page 3, at the start: pdftotext reads “م ك ت ب ة عل ى ا …”, which the source does not have",
        "page 6, at the start: pdftotext reads “م ك ت ب ة عل ى ا …”, which the source does not have",
        "page 7, at the start: pdftotext reads “م ك ت ب ة عل ى ا …”, which the source does not have",
      ],
    },
    {
      reader: "MuPDF",
      kind: "words",
      reason:
        "it parts a full stop after a link, which stands beyond it in a line from right to left, from the word before",
      lines: [
        "page 4, after “… = 𝑎 + 𝑏 2”: MuPDF reads “.”, which the source does not have",
        "page 4, after “… المتوسط هكذا: كما في وصف”: MuPDF reads “الحمولة” where the source has “الحمولة.”",
      ],
    },
  ],
  german: [
    {
      reader: "Ghostscript",
      kind: "words",
      reason: RAISED,
      lines: [
        "page 6, after “… Marseille Une lettre de Marseille”: Ghostscript reads “1”, which the source does not have",
        "page 6, after “… « Nous attendions le bateau.”: Ghostscript reads “»” where the source has “»1”",
      ],
    },
  ],
};

/** Cases with pages on which a reader is not compared: see `canRead` of the reader. */
export const CASES_NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  "pdftotext -raw": [
    "arabic-vocalised",
    "hebrew-pointed",
    "right-to-left",
    "right-to-left-document",
    "urdu-nastaliq",
  ],
  Ghostscript: [
    "apostrophes",
    "arabic-vocalised",
    "bengali",
    "chinese",
    "counter-styles",
    "decomposed-latin",
    "devanagari",
    "drawings",
    "emoji-sequences",
    "endnotes",
    "generated-alternatives",
    "hebrew-pointed",
    "khmer",
    "letter-spacing",
    "ligatures",
    "list-numbers",
    "lists-without-labels",
    "mathematics",
    "myanmar",
    "right-to-left",
    "right-to-left-document",
    "roles",
    "ruby",
    "spaces-and-ligatures",
    "tamil",
    "thai",
    "tibetan",
    "unseen-text",
    "urdu-nastaliq",
  ],
};

/**
 * Pages that are painted in another order than that of the structure, because texts lie on each
 * other or on what is behind them. No order is asked of readers there.
 */
export const PAGES_PAINTED_OTHERWISE: Readonly<Record<string, readonly number[]>> = {
  // Text that is clipped away, or has no opacity, lies on the text that goes on in its place.
  "unseen-text": [1],
};

export const casesWithDifferences: readonly string[] = [
  ...Object.keys(KNOWN),
  ...Object.values(CASES_NOT_COMPARED).flat(),
  ...Object.keys(PAGES_PAINTED_OTHERWISE),
];

export function knownDifferences(
  name: string,
  reader: string,
  kind: PageDifference["kind"],
): readonly string[] {
  return (KNOWN[name] ?? OF_PUBLICATIONS[name] ?? [])
    .filter((known) => known.reader === reader && known.kind === kind)
    .flatMap(({ lines }) => lines);
}
