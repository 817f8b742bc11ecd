import { describe, expect, test } from "vitest";
import {
  comparePage,
  readerWords,
  type PageDifference,
} from "../../../../src/judges/pdf/reading/compare-page.ts";
import type { PageWords } from "../../../../src/judges/pdf/reading/page-words.ts";
import { wordsOf } from "../../../../src/judges/pdf/reading/reader-words.ts";

interface Wanted {
  readonly beside?: string;
  readonly pictures?: string;
  readonly parted?: Readonly<Record<string, readonly string[]>>;
  readonly seams?: Readonly<Record<string, readonly number[]>>;
}

function compare(
  expected: string,
  read: string,
  { beside = "", pictures = "", parted = {}, seams = {} }: Wanted = {},
): readonly PageDifference[] {
  const page: PageWords = {
    page: 3,
    words: wordsOf(expected),
    beside: wordsOf(beside),
    pictures,
    parted: new Map(Object.entries(parted)),
    seams: new Map(Object.entries(seams).map(([word, places]) => [word, new Set(places)])),
  };
  return comparePage(page, readerWords(page, read));
}

test("the same words in lines are no difference", () => {
  const source = "Face à la pan\u00addé\u00admie, nous\u00a0avons «\u202fagi\u202f»";
  expect(compare(source, "Face à la pandé\u00ad\nmie, nous avons\r\n« agi »\n")).toEqual([]);
});

test("a word that is read otherwise is reported with the page and what stands before it", () => {
  expect(compare("the total is 400 boats", "the total is \ue075\ue071\ue071 boats")).toEqual([
    {
      kind: "words",
      page: 3,
      where: "after “the total is”",
      message: "reads “<U+E075><U+E071><U+E071>” where the source has “400”",
      lost: ["400"],
      added: ["\ue075\ue071\ue071"],
    },
  ]);
});

test.each([
  ["an apostrophe that is a letter", "l’ajout", "l\u02bcajout"],
  ["a hyphen that is lost", "PDF/UA-1", "PDF/UA1"],
  ["a ligature", "the first", "the \ufb01rst"],
  ["another case", "Orange", "ORANGE"],
  ["a space that is lost", "Orange fait", "Orangefait"],
  ["a space too many", "Covid-19", "Covid- 19"],
  ["a space within a word", "quay", "qu ay"],
  ["a word that is lost", "a boat at the quay", "a boat the quay"],
  ["a word that is read twice", "a boat", "a boat boat"],
  ["a letter that is not replaced", "क्षि", "क्षि\u0000"],
])("%s is a difference of words", (_name, source, read) => {
  expect(compare(source, read)).toMatchObject([{ kind: "words" }]);
});

test("letters and their marks may be composed or not", () => {
  expect(compare("e\u0301te\u0301", "été")).toEqual([]);
});

test("marks of direction and zero-width characters are no part of a word", () => {
  expect(compare("שלום עולם", "\u202bשלום\u200f עולם\u202c\ufeff")).toEqual([]);
});

test("where no spaces part words, lines may end anywhere", () => {
  expect(compare("港口很安静。", "港口\n很安静。")).toEqual([]);
  expect(compare("港口很安静。", "港口\n安静。")).toMatchObject([{ kind: "words" }]);
});

describe("a hyphen at the end of a line", () => {
  test("is the author's or that of layout, as the source has it", () => {
    expect(compare("extraordinary well-known", "extra-\nordinary well-\nknown")).toEqual([]);
    expect(compare("extraordinary", "extra\u2010\nordinary")).toEqual([]);
    expect(compare("an incompre\u00adhen\u00adsible", "an incompre-\nhen-\nsible")).toEqual([]);
  });

  test("is none of the word where the page or its text ends", () => {
    expect(compare("the har\u00ad", "the har-\n")).toEqual([]);
    expect(compare("the har\u00ad 1 A note", "the har\u00ad\n1 A note")).toEqual([]);
  });

  test("does not join words that are none", () => {
    expect(compare("from left- to right", "from left-\nto right")).toEqual([]);
    expect(compare("a quay", "a qu-\ney")).toMatchObject([{ kind: "words" }]);
  });
});

describe("a line that ends within a word", () => {
  test("is that of a reader which sees raised or turned letters", () => {
    expect(compare("H2O, x2, H", "H2O, x\n2\n, H")).toEqual([]);
    expect(compare("Upright text", "U\np\nr\ni\ng\nh\nt t\ne\nx\nt")).toEqual([]);
    expect(compare("name x2 body", "body\nname x\n2")).toMatchObject([{ kind: "order" }]);
  });

  test("does not join words that are there apart", () => {
    expect(compare("par tout partout", "par\ntout partout")).toEqual([]);
    expect(compare("par tout", "par\ntout")).toEqual([]);
    expect(compare("partout", "par\ntout de")).toMatchObject([{ kind: "words", added: ["de"] }]);
  });

  test("is no fault where contents of two marks meet, and a gap there is none", () => {
    const seams = { "2Numbered": [1] };
    expect(compare("§ 2Numbered", "§ 2 Numbered", { seams })).toEqual([]);
    expect(compare("§ 2Numbered", "§ 2Num bered", { seams })).toHaveLength(1);
    expect(compare("§ 2Numbered", "§ 2 Numbered")).toHaveLength(1);
  });

  test("makes no word of other letters", () => {
    expect(compare("a quay", "a qu\ney")).toMatchObject([{ kind: "words" }]);
  });
});

describe("what is not of the structure", () => {
  test("may be read where it is an artifact, at any place and no more often than it is there", () => {
    const header = { beside: "Orange 3" };
    expect(compare("Orange grew", "3\nOrange grew\nOrange", header)).toEqual([]);
    expect(compare("Orange grew", "Orange grew", header)).toEqual([]);
    expect(compare("Orange grew", "Orange Orange grew Orange", header)).toHaveLength(1);
  });

  test("hides no word that is lost", () => {
    expect(compare("Orange grew fast", "grew fast\nOrange", { beside: "Orange" })).toMatchObject([
      { kind: "words", where: "at the start", message: "does not read “Orange”" },
    ]);
  });

  test("may be artifacts that a reader ran together, and no others", () => {
    const header = { beside: "A running head 3" };
    expect(compare("Tides", "Arunning head3\nTides", header)).toEqual([]);
    expect(compare("Tides", "A running headTides", header)).toHaveLength(1);
  });

  test("may be letters of a picture", () => {
    expect(compare("So holds.", "So x = a + 1 2 holds.", { pictures: "x=a+12" })).toEqual([]);
    expect(compare("So holds.", "So x = b holds.", { pictures: "x=a+12" })).toHaveLength(1);
  });

  test("is never what nobody can read", () => {
    expect(compare("a boat", "a boat \ue001", { beside: "\ue001" })).toMatchObject([
      { kind: "words", message: "reads “<U+E001>”, which the source does not have" },
    ]);
    expect(compare("an \ue001 icon", "an \ue001 icon")).toMatchObject([
      { kind: "words", where: "after “an”", message: "reads “<U+E001>”, which nobody can read" },
    ]);
  });
});

describe("another order", () => {
  test("is a difference of its own", () => {
    expect(compare("name quote body of text", "body of text name quote")).toEqual([
      {
        kind: "order",
        page: 3,
        where: "after “body of text”",
        message: "reads “name quote” here, which the structure has elsewhere",
        lost: [],
        added: ["name", "quote"],
        ofWholeLines: false,
      },
    ]);
  });

  test("may be of whole lines, or within one that the reader sorted", () => {
    const moved = (read: string): unknown => compare("a name of the body of text", read)[0];
    expect(moved("of the body of text\na name")).toMatchObject({ ofWholeLines: true });
    expect(moved("of the body\na name\nof text")).toMatchObject({ ofWholeLines: true });
    expect(moved("of the body a name\nof text")).toMatchObject({ ofWholeLines: false });
  });

  test("does not hide other words", () => {
    expect(compare("the name of the answer", "of the answer the nqme")).toMatchObject([
      { kind: "words", message: "does not read “name”" },
      { kind: "words", message: "reads “nqme”, which the source does not have" },
      { kind: "order", message: "reads “the” here, which the structure has elsewhere" },
    ]);
  });

  test("may be that of a note within a word, which stands elsewhere", () => {
    const parted = { "another2.": ["another2", "."] };
    const [found, ...others] = compare("another2 1 A note .", "another2.\n1 A note", { parted });
    expect(found).toMatchObject({ kind: "order" });
    expect(others).toEqual([]);
  });
});

test("a dash that ends a line is a word, and not a hyphen of the next", () => {
  expect(compare("run backwards - this means", "run backwards -\r\nthis means\n")).toEqual([]);
});
