import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../../src/markdown/create-markdown.ts";
import { arrangeIndex, type ArrangedEntry } from "../../../../src/web/text/index/arrange-index.ts";
import { gatherIndex } from "../../../../src/web/text/index/gather-index.ts";
import { showIndex } from "../../../../src/web/text/index/show-index.tsx";

const markdown = createMarkdown();

function gather(...sources: readonly string[]): ReturnType<typeof gatherIndex> {
  return gatherIndex(
    sources.map((source, index) => ({
      slug: `text-${index + 1}`,
      title: `Text ${index + 1}`,
      html: markdown.render(source),
    })),
  );
}

function lines(entries: readonly ArrangedEntry[], indent = ""): readonly string[] {
  return entries.flatMap(({ text, places, see, below }) => [
    [indent + text, ...places.map(({ id }) => id), ...see.map(([to]) => `see ${to?.text}`)].join(
      " ",
    ),
    ...lines(below, `${indent}  `),
  ]);
}

function arranged(source: string, lang = "en"): readonly string[] {
  return arrangeIndex(gather(source), lang).flatMap(({ letter, entries }) => [
    `[${letter ?? ""}]`,
    ...lines(entries),
  ]);
}

describe("an index", () => {
  it("has words, entries and entries below them, each once, in the order of texts", () => {
    expect(
      lines(
        arrangeIndex(
          gather(
            'We [*mend*\nboats]{.index} and [nets]{index="Boats!gear"}, [all]{.index index="Boats!gear"}.',
            '[x]{index="Boats!gear"} here[^1].\n\n[^1]: A [note]{.index #mine}.',
          ),
          "en",
        ).flatMap(({ entries }) => entries),
      ),
    ).toEqual([
      "all text-1-index-3",
      "Boats",
      "  gear text-1-index-2 text-1-index-3 text-2-index-1",
      "mend boats text-1-index-1",
      "note mine",
    ]);
  });

  it("is sorted as the language sorts, under the letters that it has", () => {
    const words =
      "[zèbre]{.index} [Åse]{.index} [été]{.index} [est]{.index} [12]{.index} [9]{.index}";
    expect(arranged(words, "fr").join(" ")).toMatch(
      /^\[\] 9 \S+ 12 \S+ \[A\] Åse \S+ \[E\] est \S+ été \S+ \[Z\] zèbre/u,
    );
    expect(arranged(words, "sv").join(" ")).toMatch(/\[Z\] zèbre \S+ \[Å\] Åse/u);
  });

  it("sorts an entry by what stands before its @", () => {
    expect(arranged('[x]{index="Costa@Da Costa"} [y]{index="Dun"} [z]{index="Bo"}')).toEqual([
      ...["[B]", "Bo text-1-index-3", "[C]", "Da Costa text-1-index-1"],
      ...["[D]", "Dun text-1-index-2"],
    ]);
  });

  it("says where to see, and leads to nothing that an edition does not have", () => {
    const ships = '[x]{index="Ships" see="boats"}';
    expect(arranged(`${ships} [boats]{.index}`)).toContain("Ships see boats");
    expect(arranged(`${ships} [nets]{.index}`)).toEqual(["[N]", "nets text-1-index-2"]);
    expect(arranged(ships)).toEqual([]);
  });
});

describe("an index as it is shown", () => {
  const of = { slug: "register", lang: "de", headingLevel: 3 } as const;
  const gathered = gather(
    "[Boote]{.index}, [Boote]{.index}",
    '[Boote]{index="Boote" to=end} []{#end}',
  );

  it("has numbered links on the web, called by their chapters, and no id of its file's name", () => {
    const html = renderToString(showIndex(gathered, { ...of, isPaged: false }).list() ?? <b />);
    expect(html).toContain('<section class="index" id="index" role="doc-index">');
    expect(html).toContain('<a href="#text-2-index-1" aria-label="3, Text 2">3</a>');
    const own = showIndex(gathered, { ...of, slug: "index", isPaged: false }).list();
    expect(renderToString(own ?? <b />)).toContain('<section class="index" role="doc-index"');
  });

  it("has links for the numbers of pages in print, with the language's dash", () => {
    const html = renderToString(showIndex(gathered, { ...of, isPaged: true }).list() ?? <b />);
    expect(html).toContain(
      '<span class="index-places" data-page-list="–"><span><a href="#text-1-index-1" aria-label="Text 1"></a></span>',
    );
    expect(html).toMatch(/<span data-before="–" data-page-through(="true")?><a href="#end"/u);
  });

  it("is nothing without entries", () => {
    expect(showIndex([], { ...of, isPaged: true }).list()).toBeUndefined();
  });
});
