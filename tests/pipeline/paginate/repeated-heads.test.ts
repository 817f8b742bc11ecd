/** Tables that go over pages: their heads are seen on each, and read once. */
import { describe, expect, it } from "vitest";
import type { WordDifference } from "../../../src/paginate/compare-words.ts";
import { readPageStarts } from "../../../src/paginate/page-map.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

interface LaidOut {
  /** What stands on each page, part by part of its tables and texts: `head: …`, `copy: …`, `row: …`. */
  readonly pages: readonly (readonly string[])[];
  readonly starts: readonly string[];
  readonly losses: readonly WordDifference[];
}

async function layOut(css: string, body: string): Promise<LaidOut> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Heads</title><style>
    @page { size: 100mm 80mm; margin: 10mm }
    body { margin: 0; font: 10px/20px sans-serif }
    p, h2 { margin: 0; font: inherit }
    h2 { break-after: avoid }
    table { border-spacing: 0 }
    th, td, caption { padding: 0 }
    ${css}</style></head><body>${body}</body></html>`;
  const losses: WordDifference[] = [];
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    {
      browser: browser(),
      onRefused: () => undefined,
      onLoss: (differences) => losses.push(...differences),
    },
  );
  try {
    const pages = await paginated.page.$$eval(".pagedjs_page_content", (contents) =>
      contents.map((content) =>
        [...content.querySelectorAll("p, h2, caption, tr")].map((element) => {
          const isHead = element.closest("thead") !== null;
          const isCopy = element.closest("[data-repeated-head]") !== null;
          const kind = isCopy ? "copy" : isHead ? "head" : element.localName;
          return `${kind}: ${element.textContent.replace(/\s+/gu, " ").trim()}`;
        }),
      ),
    );
    const { pages: starts } = await readPageStarts(paginated);
    return { pages, losses, starts: starts.map(({ firstWords }) => firstWords) };
  } finally {
    await paginated.close();
  }
}

const HEAD = "<thead><tr><th>Port</th><th>Ships</th></tr></thead>";

function rows(count: number, lines = 1): string {
  return Array.from(
    { length: count },
    (_, index) => `<tr><td>P${index + 1}</td><td>${"ship<br>".repeat(lines)}</td></tr>`,
  ).join("");
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `<p>Line ${index + 1}</p>`).join("");
}

function table(inner: string): string {
  return `<table><caption>Ships</caption>${inner}</table>`;
}

// A page is 226 px high, which is eleven lines.
describe("heads of tables over pages", () => {
  it("repeats a head on each page that its table goes over to", async () => {
    const { pages, starts, losses } = await layOut("", table(`${HEAD}<tbody>${rows(25)}</tbody>`));
    expect(pages.map((page) => page.slice(0, 3))).toEqual([
      ["caption: Ships", "head: PortShips", "tr: P1ship"],
      ["copy: PortShips", "tr: P10ship", "tr: P11ship"],
      ["copy: PortShips", "tr: P20ship", "tr: P21ship"],
    ]);
    expect(losses).toEqual([]);
    // The copies are no beginning of a page.
    expect(starts.map((words) => words.split(" ")[0])).toEqual(["Ships", "P10", "P20"]);
  });

  it("leaves a head that is displayed as rows where it stands", async () => {
    const body = table(`${HEAD}<tbody>${rows(25)}</tbody>`);
    const { pages } = await layOut("thead { display: table-row-group }", body);
    expect(pages.flat().filter((line) => line.startsWith("copy"))).toEqual([]);
    expect(pages.length).toBe(3);
  });

  it("takes a table to the next page where its head would stand alone", async () => {
    const body = `${lines(9)}<h2>On ships</h2>${table(`${HEAD}<tbody>${rows(3)}</tbody>`)}`;
    const { pages } = await layOut("", body);
    expect(pages[0]?.at(-1)).toBe("p: Line 9");
    expect(pages[1]?.slice(0, 4)).toEqual([
      "h2: On ships",
      "caption: Ships",
      "head: PortShips",
      "tr: P1ship",
    ]);
    const withRow = await layOut("", body.replace(lines(9), lines(7)));
    expect(withRow.pages[0]?.at(-1)).toBe("tr: P1ship");
  });

  it("takes a row over that fits a page, and divides one that does not", async () => {
    const fits = await layOut(
      "tr { break-inside: avoid }",
      table(`${HEAD}<tbody>${rows(3, 6)}</tbody>`),
    );
    expect(fits.pages.map((page) => page.filter((line) => line.startsWith("tr")).length)).toEqual([
      1, 1, 1,
    ]);
    expect(fits.losses).toEqual([]);
    const long = await layOut(
      "tr { break-inside: avoid }",
      table(`${HEAD}<tbody>${rows(1, 30)}</tbody>`),
    );
    expect(long.pages.length).toBeGreaterThan(2);
    expect(long.losses).toEqual([]);
  });

  it("leaves out a head that a row has no room behind", async () => {
    // The picture fits the page, and not the head as well.
    const picture =
      '<svg role="img" aria-label="A ship" width="40" height="215"><path d="M0 0h9v9z"/></svg>';
    const row = `<tr><td>Sail</td><td>${picture}</td></tr>`;
    const { pages, losses } = await layOut(
      "svg { display: block }",
      table(`${HEAD}<tbody>${rows(1)}${row.repeat(2)}</tbody>`),
    );
    expect(pages.flat().filter((line) => line.startsWith("copy"))).toEqual([]);
    expect(pages.flat().filter((line) => line.startsWith("tr")).length).toBe(3);
    expect(losses).toEqual([]);
  });

  it("leaves out a head that takes more than a quarter of the page", async () => {
    const head = "<thead><tr><th>Port<br>by<br>name</th><th>Ships</th></tr></thead>";
    const { pages } = await layOut("", table(`${head}<tbody>${rows(25)}</tbody>`));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flat().filter((line) => line.startsWith("copy"))).toEqual([]);
  });

  it("calls notes of a head once, and gives each id once", async () => {
    const head =
      '<thead><tr><th id="port">Port<span class="note">By name.</span></th><th><a href="#port">Ships</a></th></tr></thead>';
    const body = `${table(`${head}<tbody>${rows(25)}</tbody>`)}<p>End<span class="note">So it is.</span></p>`;
    const { pages, losses } = await layOut(".note { float: footnote }", body);
    expect(losses).toEqual([]);
    expect(pages.flat().filter((line) => line.startsWith("copy")).length).toBeGreaterThan(1);
    expect(pages.flat().filter((line) => line.includes("By name"))).toEqual([]);
  });

  it("believes no document that says of its own text that it is a copy", async () => {
    const { pages, losses } = await layOut("", '<p data-repeated-head="">Own words</p>');
    expect(pages).toEqual([["p: Own words"]]);
    expect(losses).toEqual([]);
  });
});
