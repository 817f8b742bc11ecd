/**
 * What publication.yaml says of the publication, as other programs read it from what the command line
 * makes: veraPDF judges that PDF/A and PDF/UA can hold it, Poppler reads it back.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi, type TestContext } from "vitest";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { parseJson } from "../../../src/report/json.ts";
import { runProgram } from "../../support/programs.ts";
import { openProject, type Project } from "../../support/project.ts";
import {
  pdfEdition,
  pressEdition,
  PUBLISHER,
  SMALL_SLUG,
  WEB_EDITION,
  writeSmallPublication,
} from "../../support/small-publication.ts";
import { veraPdfOrSkip } from "../../support/verapdf.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const fields = `subtitle: A library between two winters
summary: In the year of the flood the *library* lent books from a [Bücherschiff]{lang=de}.
authors:
  - { name: Maria Costa, role: Head, affiliation: Quay College, orcid: 0000-0002-1825-0097 }
  - Zoé "Z" O'Hara & Co
contributors:
  - { name: João Silva, role: editor }
date: 2021-03
edition: 2nd edition
identifiers: { isbn: 978-2-1234-5680-3, issn: 2049-3630, doi: 10.5555/12345678 }
licence: CC-BY-4.0
rights: © 2021 ${PUBLISHER}
subjects: [Libraries, "Boats, small"]
cover: { file: images/boat.svg, alt: A blue boat full of books }
logo: { file: images/boat.svg, alt: A boat }
url: https://www.example.org/our-year/
`;

let project: Project;
let stdout = "";
beforeAll(async () => {
  project = await openProject();
  const editions = [WEB_EDITION, pdfEdition("A4"), pressEdition("A5")];
  await writeSmallPublication(project, { fields, editions });
  await project.write(
    "content/images/boat.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="420"><path d="M0 0h80v80z"/></svg>\n',
  );
  const built = await project.run(["build", "--json"]);
  if (built.code === 1) throw new Error(`${built.stdout}${built.stderr}`);
  ({ stdout } = built);
});
afterAll(() => project[Symbol.asyncDispose]());

const pdf = (): string => path.join(project.dir, `output/pdf/${SMALL_SLUG}-a4.pdf`);
const press = (): string => path.join(project.dir, `output/print/${SMALL_SLUG}-press-a5.pdf`);

it("passes every judge in every kind of edition", () => {
  const { editions, granted } = parseJson(stdout);
  const findings = editions.flatMap(({ judges }) => judges.flatMap((judge) => judge.findings));
  expect(findings).toEqual([]);
  expect(granted).toBe(true);
});

it("is metadata that PDF/A-2a and PDF/UA-1 know, says veraPDF", async (context) => {
  const veraPdf = veraPdfOrSkip(context);
  const { signal } = new AbortController();
  const results = await validatePdfs(veraPdf, [pdf()], ["ua1", "2a"], signal);
  expect(results.map(({ outcome }) => outcome)).toMatchObject([
    { kind: "validated", failedRules: [] },
    { kind: "validated", failedRules: [] },
  ]);
});

describe.each([
  ["the PDF", pdf],
  ["the file for the press", press],
])("%s, as Poppler reads it", (_, file) => {
  const read = async (context: TestContext, ...options: readonly string[]): Promise<string> =>
    (await runProgram(context, "pdfinfo", [...options, "-enc", "UTF-8", file()])).stdout;

  it("names its authors, its summary and its subjects in the document information", async (context) => {
    const information = await read(context);
    expect(information).toMatch(/^Author: +Maria Costa; Zoé "Z" O'Hara & Co$/mu);
    expect(information).toMatch(
      /^Subject: +In the year of the flood the library lent books from a Bücherschiff\.$/mu,
    );
    expect(information).toMatch(/^Keywords: +Libraries, Boats, small$/mu);
  });

  it("says the rest in its metadata", async (context) => {
    const packet = await read(context, "-meta");
    for (const property of [
      '<dc:creator><rdf:Seq><rdf:li>Maria Costa</rdf:li><rdf:li>Zoé "Z" O\'Hara &amp; Co</rdf:li></rdf:Seq></dc:creator>',
      `<dc:publisher><rdf:Bag><rdf:li>${PUBLISHER}</rdf:li></rdf:Bag></dc:publisher>`,
      "<dc:contributor><rdf:Bag><rdf:li>João Silva</rdf:li></rdf:Bag></dc:contributor>",
      "<dc:subject><rdf:Bag><rdf:li>Libraries</rdf:li><rdf:li>Boats, small</rdf:li></rdf:Bag></dc:subject>",
      "<dc:date><rdf:Seq><rdf:li>2021-03</rdf:li></rdf:Seq></dc:date>",
      "<dc:identifier>urn:isbn:9782123456803</dc:identifier>",
      "<rdf:li>doi:10.5555/12345678</rdf:li><rdf:li>urn:issn:2049-3630</rdf:li>",
      `<rdf:li xml:lang="x-default">© 2021 ${PUBLISHER}</rdf:li>`,
      "<xmpRights:Marked>True</xmpRights:Marked>",
      "<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>",
    ]) {
      expect(packet).toContain(property);
    }
  });

  it("is whole, says qpdf", async (context) => {
    const { stdout } = await runProgram(context, "qpdf", ["--check", file()]);
    expect(stdout).toContain("No syntax or stream encoding errors found");
  });
});

it("has its cover and its logo beside the web edition's page, which names them", async () => {
  const web = path.join(project.dir, "output/web");
  const html = await readFile(path.join(web, "index.html"), "utf8");
  for (const name of ["cover.png", "logo.png"]) {
    expect((await readFile(path.join(web, name))).subarray(1, 4).toString()).toBe("PNG");
    expect(html).toContain(`https://www.example.org/our-year/${name}`);
  }
  await expect(readFile(path.join(web, "share-image.png"))).rejects.toThrow("ENOENT");
});
