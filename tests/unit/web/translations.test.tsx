/** Links of the web edition to the publication in other languages. */
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../../src/editions/kinds.ts";
import { inDocumentOrder } from "../../../src/document/document-order.ts";
import { ownNameOf } from "../../../src/languages/own-name.ts";
import { LANGUAGES } from "../../../src/languages/languages.ts";
import type { Publication, Translation } from "../../../src/publication/publication.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { renderDocument } from "../../../src/web/html-document.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";
import { attributeOf } from "../../../src/web/typography/paragraphs.ts";

type Element = DefaultTreeAdapterTypes.Element;

const TRANSLATIONS: readonly Translation[] = [
  { language: "fr", url: "https://example.org/fr/?a=1&b=2", title: "L'année <b>" },
  { language: "ar", url: "../ar/" },
];

interface Settings {
  readonly lang?: string;
  readonly translations?: readonly Translation[];
  readonly canShow?: (text: string) => boolean;
}

async function pagesOf(
  name: string,
  { lang = "de", translations, canShow = () => true }: Settings,
): Promise<Readonly<Record<"web" | "print", readonly Element[]>>> {
  const theme = await loadTheme(name);
  const publication: Publication = {
    ...{ title: "A", lead: "B", lang, publisher: "C", slug: "a", editions: [], chapters: [] },
    ...{ themeFields: theme.fields.parse({}), translations },
  };
  const rendered = renderPublication({ publication, theme }, new Map(), { canShow });
  const props = {
    ...{ publication: rendered, fields: rendered.themeFields, words: wordsFor(lang) },
    ...{ families: [], judges: KINDS.web.colophon },
  };
  const read = (page: Parameters<typeof renderDocument>[0]): readonly Element[] => [
    ...inDocumentOrder(parse(renderDocument(<html lang={lang}>{page}</html>, lang))),
  ];
  return {
    web: read(theme.webPage({ ...props, downloads: [] })),
    print: read(theme.printPage({ ...props, isBound: false })),
  };
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? textOf(child) : ""))
    .join("");
}

const navigationIn = (page: readonly Element[]): Element | undefined =>
  page.find((each) => attributeOf(each, "class") === "translations");

const linksIn = (page: readonly Element[]): readonly Element[] =>
  page.filter((each) => attributeOf(each, "hreflang") !== undefined);

describe.each(await themeNames())("a page of the theme %s", (name) => {
  it("links to each translation in its own language, under a name in the page's", async () => {
    const { web } = await pagesOf(name, { translations: TRANSLATIONS });
    const navigation = navigationIn(web);
    const labelId = navigation && attributeOf(navigation, "aria-labelledby");
    const label = web.find((each) => attributeOf(each, "id") === labelId);
    expect(navigation?.tagName).toBe("nav");
    expect(label && textOf(label)).toBe("Andere Sprachen");
    expect(
      linksIn(web).map((link) => [
        textOf(link),
        ...["href", "hreflang", "lang", "dir"].map((attribute) => attributeOf(link, attribute)),
      ]),
    ).toEqual([
      ["français L’année <b>", "https://example.org/fr/?a=1&b=2", "fr", "fr", undefined],
      ["العربية", "../ar/", "ar", "ar", "rtl"],
    ]);
  });

  it("has no such navigation where there are none, and none in print", async () => {
    expect(navigationIn((await pagesOf(name, {})).web)).toBeUndefined();
    const { print } = await pagesOf(name, { translations: TRANSLATIONS });
    expect(linksIn(print)).toEqual([]);
    expect(navigationIn(print)).toBeUndefined();
  });

  it("names a language in the page's words where its letters are not to be had", async () => {
    const { web } = await pagesOf(name, {
      translations: TRANSLATIONS,
      canShow: (text) => !/\p{Script=Arabic}/u.test(text),
    });
    const names = web.filter((each) => attributeOf(each, "class") === "language");
    expect(names.map((each) => [textOf(each), attributeOf(each, "lang")])).toEqual([
      ["français", undefined],
      ["Arabisch", "de"],
    ]);
  });
});

describe("ownNameOf", () => {
  it.each([
    ["fr", "français"],
    ["de", "Deutsch"],
    ["pl", "polski"],
    ["ja", "日本語"],
    ["pt-BR", "português (Brasil)"],
  ])("%s is %s", (tag, name) => {
    expect(ownNameOf(tag)).toBe(name);
  });

  it("is nothing where the runtime would answer in a language of its own", () => {
    expect(ownNameOf("tlh")).toBeUndefined();
  });
});

it("has a name for the links in every language, each its own", () => {
  const names = LANGUAGES.map(({ words }) => words.otherLanguages);
  expect(names.every((name) => name.trim() !== "")).toBe(true);
  expect(names.filter((name) => name === "Other languages").length).toBe(
    LANGUAGES.filter(({ words }) => words.lang === "en").length,
  );
});
