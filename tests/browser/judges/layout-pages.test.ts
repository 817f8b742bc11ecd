/** Pages that are nearly empty, on purpose and not, as the project lays them out. */
import { describe, expect, it } from "vitest";
import { lines, told, withLaidOutPages } from "./laid-out-pages.ts";

const judge = withLaidOutPages();

/** Fills a page with lines. */
const page = lines(24);
const part = (body: string): string => `<section class="part">${body}</section>`;
const css = ".part { break-before: page } .part:first-child { break-before: auto }";
const gap = (height: number): string => `<div style="height: ${height}pt"></div>`;
const found = async (body: string, more = ""): Promise<readonly string[]> => {
  const { findings, status } = await judge(body, css + more);
  expect(status).not.toBe("skipped");
  return findings.map(({ rule, where }) => `${rule} @ ${where}`);
};

describe("a page that is nearly empty", () => {
  it("within a part, with a line at its foot", async () => {
    expect(await found(`${page}${lines(1)}${gap(22 * 15)}${lines(1)}${page}`)).toEqual([
      "nearly-empty-page @ page 2",
    ]);
  });

  it("at the end of a part, with one line", async () => {
    expect(await found(part(page + lines(1)) + part(page))).toEqual(["nearly-empty-page @ page 2"]);
  });

  it("at the end of the document, with one", async () => {
    const { findings } = await judge(part(page + lines(1)), css);
    expect(findings).toEqual([
      {
        rule: "nearly-empty-page",
        impact: "moderate",
        wcag: [],
        where: "page 2",
        message: expect.stringContaining("only “line 1”") as string,
        help: expect.stringContaining("a word or two") as string,
      },
    ]);
  });

  it("at the end of the contents, with one entry", async () => {
    const entries = Array.from({ length: 13 }, (_, at) => `<li><a href="#p">Part ${at}</a></li>`);
    expect(
      await found(
        part(`<nav><ol>${entries.join("")}</ol></nav>`) + part(`<p id="p">Part</p>`),
        `ol { list-style: none; margin: 0; padding: 0; border-bottom: 1pt solid }
         li { border-top: 1pt solid; height: 29pt } a { display: block }
         a::after { content: target-counter(attr(href), page) }`,
      ),
    ).toEqual(["nearly-empty-page @ page 2"]);
  });

  it("that has nothing on it", async () => {
    const empty = `<section class="part"><p></p></section>`;
    expect(await found(part(lines(3)) + empty + part(lines(3)))).toEqual([
      "nearly-empty-page @ page 2",
    ]);
  });
});

describe("a page that may be as empty as it is", () => {
  const panel = `<div style="background: gold; padding: 40pt 0">${lines(1)}</div>`;
  const picture = `<svg role="img" aria-label="A square" viewBox="0 0 10 10" width="100" height="100"><rect width="10" height="10"/></svg>`;
  const cell = `<tr><td style="height: 60pt">One</td><td>Two</td></tr>`;
  it.for<[name: string, body: string, css: string]>([
    ["a last page with two lines", part(page + lines(2)) + part(page), ""],
    ["a last page with a panel", part(page + panel) + part(page), ""],
    ["a last page with a picture", part(page + picture) + part(page), ""],
    ["a part of one line", part(lines(1)) + part(page) + part(lines(2)), ""],
    [
      "an opening, whose title stands at the foot",
      part(`${gap(300)}<p>Title</p>${gap(45)}${page}`),
      "",
    ],
    [
      "pages that are blank so that parts begin on the right",
      part(page) + part(page),
      ".part + .part { break-before: right }",
    ],
    ["an endpaper", `${part(page)}<div class="part" data-endpaper></div>${part(page)}`, ""],
    [
      "a page that a name of its own leaves empty",
      `${part(page)}<div class="empty"></div>${part(page)}`,
      ".empty { page: empty; height: 10pt } @page empty { margin: 0mm }",
    ],
    [
      "a table with room to write in it",
      part(page + `<table>${cell.repeat(6)}</table>`) + part(page),
      "td { border: 1pt solid; width: 30mm }",
    ],
  ])("%s", async ([, body, more]) => {
    expect(await found(body, more)).toEqual([]);
  });

  it("one that is empty at its foot is told as that, and once", async () => {
    const whole = `<div style="break-inside: avoid">${page}</div>`;
    expect(told(await judge(part(`${page}${lines(2)}${whole}`), css))).toEqual(["empty-foot"]);
  });
});
