/** Documents that lack something, with what a person says of them, as PDFs that claim what they keep. */
import { describe, expect, test } from "vitest";
import type { Amendments } from "../../../src/accessible/amend/amendments.ts";
import { makeJudgedPdf, type JudgedPdf } from "../../../src/editions/pdf/make-judged-pdf.ts";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

const both = ["PDF/UA-1", "PDF/A-2a"];
const dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const star = '<svg width="20" height="20"><path d="M0 0h20v20z"/></svg>';

interface Made extends JudgedPdf {
  readonly structure: string;
  readonly title: string | undefined;
  readonly lang: string | undefined;
  /** Rules of the source that it breaks, with their places. */
  readonly broken: readonly string[];
  readonly said: readonly string[];
}

async function make(
  html: string,
  amendments: Amendments = {},
  contentType: "text/html" | "application/xhtml+xml" = "text/html",
): Promise<Made> {
  const made = await makeJudgedPdf({ html, contentType, urlPath: "/x.html", roots: [] }, "x.html", {
    browser: browser(),
    onPage: () => undefined,
    signal: new AbortController().signal,
    date: new Date(0),
    producer: "Imprimatur test",
    amendments,
  });
  const pdf = await openPdf(made.bytes);
  const { title, lang } = readDocumentFacts(pdf);
  const structure = formatStructureTree(await readStructureTree(pdf)).replaceAll(/ +"$/gm, '"');
  const broken = made.judges
    .filter(({ name }) => name === "imprimatur-source")
    .flatMap(({ findings }) => findings.map(({ rule, where }) => `${rule} ${where}`));
  const said = made.notices.map(({ message, places }) => [message, ...places].join("\n"));
  return { ...made, structure, title, lang, broken, said };
}

const page = (body: string, { head = "<title>Note</title>", html = 'lang="en"' } = {}): string =>
  `<!doctype html><html ${html}><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe.concurrent("a title", () => {
  const text = page("<p>Before</p><h2> </h2><h1>Of <em>tides</em></h1>", { head: "" });

  test("is the first heading's that has words, which is said", async () => {
    const { title, said, standards } = await make(text);
    expect({ title, standards }).toEqual({ title: "Of tides", standards: both });
    expect(said).toEqual([
      "the document has no title: its first heading serves as one, “Of tides”",
    ]);
  });

  test("is the given one, where the document has none or another", async () => {
    expect(await make(text, { title: "Given" })).toMatchObject({ title: "Given", said: [] });
    const { title, said, standards } = await make(page("<h1>A</h1>"), { title: "Given" });
    expect({ title, standards }).toEqual({ title: "Given", standards: both });
    expect(said).toEqual(["the title is the given one, in the place of the document's, “Note”"]);
  });

  test("that nobody gives is a fault", async () => {
    const lacking = page("<p>Words</p>", { head: "" });
    expect(await make(lacking)).toMatchObject({ broken: ["document-title x.html: body"] });
    expect(await make(lacking, { title: "Given" })).toMatchObject({ standards: both });
  });
});

describe.concurrent("a language", () => {
  const words = "<h1>Note</h1><p>Mots</p>";

  test.each([
    ["xml:lang", page(words, { html: 'xml:lang="fr"' })],
    [
      "an empty lang, and the body",
      page(words, { html: 'lang=""' }).replace("<body", "<body lang=fr"),
    ],
    [
      "a pragma",
      page(words, {
        html: "",
        head: '<title>x</title><meta http-equiv="Content-Language" content=" fr ">',
      }),
    ],
  ])("is the document's by %s", async (_, html) => {
    const { lang, standards, said } = await make(html);
    expect({ lang, standards, said }).toEqual({ lang: "fr", standards: both, said: [] });
  });

  test("is not guessed: of a list of languages, or none", async () => {
    const listed = page(words, {
      html: "",
      head: '<title>x</title><meta http-equiv="content-language" content="en, fr">',
    });
    const { lang, broken } = await make(listed);
    expect({ lang, broken }).toEqual({
      lang: undefined,
      broken: ["document-language x.html: body"],
    });
  });

  test("that is given goes before the document's, and not before a part's", async () => {
    const html = page('<h1>Note</h1><p lang="de">Wort</p><p>Mots</p>').replace(
      "<body",
      '<body lang="it"',
    );
    const { lang, standards, structure, said } = await make(html, { language: "fr" });
    expect({ lang, standards }).toEqual({ lang: "fr", standards: both });
    expect(structure).toContain('P lang=de "Wort"');
    expect(structure).not.toContain("lang=it");
    expect(said).toEqual([
      "the language is the given one, fr, in the place of the document's, “en”",
    ]);
  });

  test("that is given goes before xml:lang in XHTML", async () => {
    const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>x</title></head><body><h1>Note</h1><p xml:lang="de">Wort</p></body></html>`;
    const { lang, structure } = await make(xhtml, { language: "fr" }, "application/xhtml+xml");
    expect(lang).toBe("fr");
    expect(structure).toContain('P lang=de "Wort"');
  });

  test("of the body is the text's, where the root has another", async () => {
    const html = page(words).replace("<body", '<body lang="fr"');
    const { lang, structure, standards } = await make(html);
    expect({ lang, standards }).toEqual({ lang: "en", standards: both });
    expect(structure).toContain("Document lang=fr");
  });

  test("is there for the styles: quotation marks and :lang()", async () => {
    const head = "<title>x</title><style>p:lang(fr)::after { content: ' (fr)' }</style>";
    const html = page("<h1>Mot</h1><p><q>Oui</q></p>", { html: "", head });
    const { reading, standards } = await make(html, { language: "fr" });
    expect(standards).toEqual(both);
    expect(reading).toMatch(/«\s*Oui\s*» \(fr\)/);
  });
});

describe.concurrent("headings", () => {
  const skipping = page(
    '<h2>A</h2><h4 id="b">B</h4><h4>C</h4><table><tr><th>x</th><td><h6>D</h6></td></tr></table><h2>E</h2>',
  );

  test("that skip levels are faults", async () => {
    const { broken, standards } = await make(skipping);
    expect(standards).toEqual([]);
    expect(broken).toEqual([
      "heading-order x.html: h2",
      "heading-order x.html: h4#b",
      "heading-order x.html: h6",
    ]);
  });

  test("have their levels closed in the tags, and are the same bookmarks", async () => {
    const { structure, said, standards } = await make(skipping, { closesLevels: true });
    expect(standards).toEqual(both);
    expect(structure.match(/H\d "./g)).toEqual(['H1 "A', 'H2 "B', 'H2 "C', 'H3 "D', 'H1 "E']);
    expect(said).toEqual([
      [
        "5 headings have another level in the tags, so that none is skipped",
        "h2 “A”: H2 is H1",
        "h4#b “B”: H4 is H2",
        "h4 “C”: H4 is H2",
        "h6 “D”: H6 is H3",
        "h2 “E”: H2 is H1",
      ].join("\n"),
    ]);
  });

  test("that skip none are left alone, and nothing is said", async () => {
    const sound = page("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>");
    const { bytes, said } = await make(sound, { closesLevels: true });
    expect(said).toEqual([]);
    expect(bytes).toEqual((await make(sound)).bytes);
  });
});

describe.concurrent("pictures", () => {
  const pictures = page(
    `<h1>Note</h1><p>Words <img class="dot" src="${dot}" width="9" height="9"> and
    <img class="dot" src="${dot}" width="9" height="9">.</p><p>${star}</p>
    <p><span id="chart" role="img">[ ]</span></p><p><a href="https://example.org/">${star}</a></p>`,
  );

  test("without an alternative are one entry each of the list", async () => {
    const { unnamed, standards } = await make(pictures, { alternatives: [] });
    expect(standards).toEqual([]);
    expect(unnamed).toEqual([
      {
        picture: expect.stringMatching(/^data:image\/gif [\da-f]{16}$/) as string,
        where: "img.dot on page 1, below “Note”, after “Words”, and once more",
      },
      {
        picture: expect.stringMatching(/^svg [\da-f]{16}$/) as string,
        where: "svg on page 1, below “Note”, after “Words and .”, and once more",
      },
      { picture: "span#chart", where: "span#chart on page 1, below “Note”, after “Words and .”" },
    ]);
  });

  test("are not listed where nobody asks", async () => {
    expect((await make(pictures)).unnamed).toEqual([]);
  });

  test("have what the list says, and are decoration where it says so", async () => {
    const { unnamed } = await make(pictures, { alternatives: [] });
    const alternatives = unnamed.map(({ picture }, index) => ({
      picture,
      alt: index === 2 ? "" : `Picture ${index}`,
      decorative: index === 2,
    }));
    const {
      standards,
      structure,
      reading,
      said,
      unnamed: rest,
    } = await make(pictures, {
      alternatives,
    });
    expect({ standards, said, rest }).toEqual({ standards: both, said: [], rest: [] });
    const figures = structure.split("\n").filter((line) => /^ *Figure /.test(line));
    expect(figures.map((line) => /Picture \d/.exec(line)?.[0])).toEqual([
      "Picture 0",
      "Picture 0",
      "Picture 1",
      "Picture 1",
    ]);
    expect(reading).toContain("Words Picture 0 and Picture 0 .");
  });

  test("that a selector chooses are decoration; what is the only word of a link is a fault", async () => {
    const { broken, structure, said } = await make(pictures, {
      decorative: [".dot, #chart", "svg", "p", ".nothing"],
    });
    expect(structure).not.toContain("Figure");
    expect(broken).toEqual(['link-name x.html: a[href="https://example.org/"]']);
    expect(said).toEqual([
      expect.stringContaining("--decorative p matches what is no picture and stays as it is\np\n"),
      "--decorative .nothing matches nothing in the document",
      'what is decoration now was all that a link holds: the link has no name any more\na[href="https://example.org/"]',
    ]);
    const alone = pictures.replace(/<p><a.*<\/a><\/p>/, "");
    const sound = await make(alone, { decorative: [".dot, #chart", "svg"] });
    expect(sound).toMatchObject({ standards: both, said: [] });
  });

  test("are chosen by the document as it is written", async () => {
    // Layout puts an element around text directly in the body.
    const loose = page(`<h1>Note</h1>Words <img src="${dot}" width="9" height="9"> here`);
    const { standards, said } = await make(loose, { decorative: ["body > img"] });
    expect({ standards, said }).toEqual({ standards: both, said: [] });
  });

  test("are not chosen by what is no selector", async () => {
    await expect(make(pictures, { decorative: ["img", "img[", "p:no"] })).rejects.toThrow(
      "“img[”, “p:no” are no CSS selectors",
    );
  });
});
