/**
 * A report of as many sections as wanted, with what long documents have: contents with page numbers,
 * running heads, page numbers, tables with headers, and lists. Input: the number of sections; output:
 * HTML, always the same for the same number. A section takes about two pages. Pure.
 */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { withDoctype } from "../../src/document/with-doctype.ts";

const STYLES = `
@page {
  size: A4;
  margin: 22mm 20mm 24mm;
  @top-left { content: string(section); font-size: 9pt; }
  @bottom-right { content: counter(page); font-size: 9pt; }
}
@page :first { @top-left { content: none; } }
body { font: 11pt/1.45 "DejaVu Sans", sans-serif; }
h1 { font-size: 26pt; }
h2 { string-set: section content(); break-before: page; font-size: 17pt; }
h3 { font-size: 12pt; break-after: avoid; }
nav ol { padding-left: 8mm; }
nav a::after { content: " " target-counter(attr(href), page); }
p { text-align: justify; orphans: 2; widows: 2; }
table { border-collapse: collapse; width: 100%; margin: 4mm 0; }
caption { text-align: left; font-style: italic; }
th, td { border: 0.3mm solid #666; padding: 1.2mm 2mm; text-align: left; }
tr { break-inside: avoid; }
`;

const SENTENCES = [
  "The harbour opened its third quay in spring, and the ferries moved there within a week.",
  "Two of the four cranes were renewed.",
  "What the old ones could lift in a day now takes a morning, and the night shift has ended.",
  "Fishing boats landed less than in the year before, though prices at the auction rose.",
  "The pilots counted every ship that came in between two tides, and every one that turned back.",
  "No accident was reported.",
  "Dredging went on until October because the river had brought more sand than in ten years.",
  "The council has asked for a plan of the basin, with depths, by the end of the winter.",
];
const CARGOES = ["Grain", "Timber", "Fish", "Salt", "Containers", "Stone", "Oil", "Mail"];
const PARAGRAPHS = 4;

/** @param sectionCount at least 1. */
export function reportDocument(sectionCount: number): string {
  const numbers = Array.from({ length: sectionCount }, (_, index) => index + 1);
  return withDoctype(
    renderToString(
      <html lang="en">
        <head>
          <meta charSet="utf-8" />
          <title>Report of the harbour</title>
          <style dangerouslySetInnerHTML={{ __html: STYLES }} />
        </head>
        <body>
          <h1>Report of the harbour</h1>
          <nav aria-label="Contents">
            <ol>
              {numbers.map((number) => (
                <li>
                  <a href={`#section-${number}`}>{titleOf(number)}</a>
                </li>
              ))}
            </ol>
          </nav>
          <main>{numbers.map(section)}</main>
        </body>
      </html>,
    ),
  );
}

function titleOf(number: number): string {
  return `Section ${number}: ${cargo(number).toLowerCase()} and what it took`;
}

function section(number: number): VNode {
  return (
    <section>
      <h2 id={`section-${number}`}>{titleOf(number)}</h2>
      {paragraphs(number)}
      <h3>Work that was done</h3>
      <ul>
        {SENTENCES.slice(0, 5).map((sentence, index) => (
          <li>
            {sentence} {textFrom(number + index, 1)}
          </li>
        ))}
      </ul>
      <table>
        <caption>Cargo of section {number}, in tonnes</caption>
        <thead>
          <tr>
            <th scope="col">Cargo</th>
            <th scope="col">This year</th>
            <th scope="col">The year before</th>
          </tr>
        </thead>
        <tbody>
          {CARGOES.map((name, index) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{(number * 37 + index * 911) % 5000}</td>
              <td>{(number * 53 + index * 677) % 5000}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>What comes next</h3>
      {paragraphs(number + 3)}
    </section>
  );
}

function paragraphs(seed: number): readonly VNode[] {
  return Array.from({ length: PARAGRAPHS }, (_, index) => (
    <p>{textFrom(seed + index * 3, 4 + ((seed + index) % 3))}</p>
  ));
}

function textFrom(start: number, count: number): string {
  const at = (index: number): string => SENTENCES[index % SENTENCES.length] ?? "";
  return Array.from({ length: count }, (_, index) => at(start + index)).join(" ");
}

function cargo(number: number): string {
  return CARGOES[number % CARGOES.length] ?? "";
}
