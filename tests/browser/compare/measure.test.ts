/** What the comparison says of a document and of its PDF, with defects that are planted in both. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measurePdf } from "../../../bench/compare/measure/measure-pdf.ts";
import { openForPrint, readDocument } from "../../../bench/compare/measure/read-document.ts";
import { findMissing } from "../../support/programs.ts";
import { testBrowser } from "../../support/test-browser.ts";

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

const DOCUMENT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Measured</title>
    <style>
      .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0); }
      .away { position: absolute; left: -9999px; }
      @media print { .screen { display: none; } }
      @media screen { .paper { display: none; } }
    </style>
  </head>
  <body>
    <h1>Title wo<b>rd</b></h1>
    <h2 hidden>Hidden</h2>
    <p class="screen">Onscreen</p>
    <p class="paper">Printed<span class="spoken">spoken</span><span class="away">away</span></p>
    <p style="visibility: hidden">Invisible</p>
    <ul><li>First</li><li>Second</li></ul>
    <table><tr><th>Head</th><td>Cell</td></tr></table>
    <table role="presentation"><tr><td>Layout</td></tr></table>
    <p><img src="${PIXEL}" alt="Dot" /><img src="${PIXEL}" alt="" /><img src="gone.png" alt="Gone" /></p>
    <form><input value="Value" /><input type="hidden" value="Secret" />
      <select><option>Chosen</option><option>Other</option></select></form>
  </body>
</html>`;

const browser = testBrowser();
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-compared-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function print(name: string, html: string): Promise<string> {
  const source = path.join(dir, `${name}.html`);
  const output = path.join(dir, `${name}.pdf`);
  await writeFile(source, html);
  const page = await openForPrint(browser(), source);
  await writeFile(output, await page.pdf({ tagged: true }));
  await page.close();
  return output;
}

test("a document is what it displays in print", async () => {
  const file = path.join(dir, "document.html");
  await writeFile(file, DOCUMENT);
  expect(await readDocument(browser(), file)).toEqual({
    words: [
      ...["title", "word", "printed", "first", "second", "head", "cell", "layout"],
      ...["value", "chosen"],
    ],
    ...{ headings: 1, tables: 1, lists: 1, figures: 1 },
  });
});

test("its PDF has its words and tags, and what is missing there is seen", async (context) => {
  const hasPoppler = (await findMissing(["pdftotext"])).length === 0;
  if (!hasPoppler && !process.env.CI) context.skip("pdftotext is not installed");
  const file = path.join(dir, "document.html");
  await writeFile(file, DOCUMENT);
  const { words } = await readDocument(browser(), file);

  const whole = await measurePdf(await print("whole", DOCUMENT), words, true);
  expect(whole).toMatchObject({ pages: 1, claims: [], words: { total: 10, lost: 0 } });
  expect(whole.tags).toMatchObject({ isTagged: true, headings: 1, lists: 1, figures: 1 });
  // Chromium tags no option of a list.
  expect(whole.tags.words).toMatchObject({ lost: 1, lostExamples: ["chosen"] });

  const broken = DOCUMENT.replace("Second", "").replaceAll("h1>", "p>");
  const lossy = await measurePdf(await print("lossy", broken), words, true);
  expect(lossy.words).toMatchObject({ lost: 1, lostExamples: ["second"] });
  expect(lossy.tags).toMatchObject({ headings: 0, words: { lost: 2 } });
});
