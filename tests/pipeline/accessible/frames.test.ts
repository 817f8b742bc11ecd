/** Which frames become sections, which stay, and that nothing of one document gets into another. */
import { expect, test } from "vitest";
import type { Refusal } from "../../../src/browser/refusal.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { testBrowser } from "../../support/test-browser.ts";
import { makeDocument } from "./golden-case.ts";

const browser = testBrowser();

interface Made {
  readonly structure: string;
  readonly faults: readonly string[];
  readonly refusals: readonly Refusal[];
}

async function make(body: string, head = ""): Promise<Made> {
  const refusals: Refusal[] = [];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trial</title>
    <link rel="stylesheet" href="/base.css">${head}</head><body><h1 id="top">Trial</h1>${body}</body></html>`;
  const { pdf } = await makeDocument(browser(), "trial", html, {
    onRefused: (refusal) => {
      refusals.push(refusal);
    },
  });
  const tree = await readStructureTree(await openPdf(pdf.bytes), { literal: true });
  return {
    structure: formatStructureTree(tree),
    faults: pdf.faults.map(({ rule, where }) => `${rule}: ${where}`),
    refusals,
  };
}

const inDocument = (content: string): string =>
  `<body style="font-family:Golden Serif">${content}`.replaceAll('"', "&quot;");

test("frames that nobody may read stay, and are reported", async () => {
  const { structure, faults, refusals } = await make(`
    <iframe id="boxed" sandbox srcdoc="<p>In a sandbox</p>"></iframe>
    <iframe id="missing" src="missing.html"></iframe>
    <iframe id="abroad" src="https://example.org/"></iframe>
    <iframe id="told" srcdoc="${inDocument("<p>Told.</p>")}"></iframe>
    <iframe id="open" sandbox="allow-same-origin" srcdoc="${inDocument("<p>As open.</p>")}"></iframe>`);
  expect(faults).toEqual([
    "embedded-document: iframe#boxed",
    'embedded-document: iframe#missing[src="missing.html"]',
    'embedded-document: iframe#abroad[src="https://example.org/"]',
  ]);
  // An address is reported once for each address that the page has meanwhile: it may still be opening.
  const refused = new Set(refusals.map(({ reason, url }) => `${reason} ${url.split("/").at(-1)}`));
  expect([...refused].sort()).toEqual(["network ", "no-such-file missing.html"]);
  expect(structure).toContain('P "Told.');
  expect(structure).toContain('P "As open.');
});

test("frames that nobody sees are no part of the document", async () => {
  const { structure, faults } = await make(`
    <iframe hidden srcdoc="<p>Not shown</p>"></iframe>
    <iframe srcdoc=""></iframe>
    <p>The end.</p>`);
  expect(faults).toEqual([]);
  expect(structure).toBe('Document\n  H1 "Trial"\n  P "The end."\n');
});

test("a frame that is met only when it is scrolled to is read as well", async () => {
  const far = "<p>A line on the way there.</p>".repeat(200);
  const { structure } = await make(
    `${far}<iframe loading="lazy" src="/frames/inner.html"></iframe>`,
  );
  expect(structure).toContain('H2 "§ Dedans');
  expect(structure).toContain('P lang=en "The innermost frame.');
});

test("frames hold frames, and those within themselves come to an end", async () => {
  const nested = inDocument(
    `<h2>Outer</h2><iframe title="Inner" srcdoc="<body style='font-family:Golden Serif'><h3 id='top'>Inner</h3>"></iframe>`,
  );
  const { structure, faults } = await make(
    `<iframe title="Outer" srcdoc="${nested}"></iframe><iframe title="Again" src="/trial.html"></iframe>`,
  );
  const sections = ['Sect title="Outer"', '  H2 "Outer"', '  Sect title="Inner"', '    H3 "Inner"'];
  expect(structure).toContain(sections.map((line) => `  ${line}`).join("\n"));
  // A browser does not load a document in itself.
  expect(faults.filter((fault) => !fault.startsWith("embedded-document"))).toEqual([]);
});

test("names stay those of their document", async () => {
  const { structure, faults } = await make(
    `<label for="name">Outer name</label> <input id="name" value="outer">
     <label><input type="radio" name="choice" checked> outer choice</label>
     <iframe srcdoc="${inDocument(
       `<label for="name">Inner name</label> <input id="name" value="inner">
        <label><input type="radio" name="choice" checked> inner choice</label>
        <p id="there">There.</p><p><a href="#there">to the place</a></p>`,
     )}"></iframe><p id="there">Elsewhere.</p>`,
  );
  expect(faults).toEqual([]);
  expect(structure).toContain('alt="Outer name: outer"');
  expect(structure).toContain('alt="Inner name: inner"');
  expect(structure).toContain('alt="outer choice: ☑"');
  expect(structure).toContain('alt="inner choice: ☑"');
});

test("styles stay those of their document", async () => {
  const { structure, faults } = await make(
    `<p class="note">Outer.</p>
     <iframe srcdoc="${inDocument(
       `<style>p { display: block } .gone, #top { display: none } html > body p::after { content: "!" }
        @media print { .printed { display: block } } @media screen { .printed { display: none } }</style>
        <p class="note">Inner.</p><p class="printed">Printed.</p><p class="gone">Gone</p>`,
     )}"></iframe><p class="gone">Here.</p>`,
    "<style>.note::before { content: '* ' } .printed { display: none }</style>",
  );
  expect(faults).toEqual([]);
  // The heading's id and a class of the document are hidden in the frame alone.
  expect(structure.replace(/ +"$/gm, '"')).toBe(
    [
      "Document",
      '  H1 "Trial"',
      '  P "* Outer."',
      "  Sect",
      '    P "Inner.!"',
      '    P "Printed.!"',
      '  P "Here."',
      "",
    ].join("\n"),
  );
});

test("a frame's scripts build it before the source stands, and are stopped then", async () => {
  const { structure, faults } = await make(
    `<iframe srcdoc="${inDocument(
      `<p id="made">Written.</p><script>
         document.getElementById("made").append(" Built.");
         new MutationObserver(() => { parent.document.body.append("Too late") })
           .observe(parent.document.body, { childList: true, subtree: true });
         onpagehide = onunload = () => { parent.document.body.append("Too late") };
       </script>`,
    )}"></iframe><p>The end.</p>`,
  );
  expect(faults).toEqual([]);
  expect(structure).toContain('P "Written. Built.');
  expect(structure).not.toContain("Too late");
});
