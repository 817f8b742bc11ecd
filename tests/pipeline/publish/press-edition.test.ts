/** The brochure and its booklet as the command line makes them from the project's own content. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { srgbProfile } from "../../../src/pdf/document/srgb-profile.ts";
import { POINTS_PER_MM } from "../../../src/press/marks/press-boxes.ts";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { parseJson } from "../../../src/report/json.ts";
import { screenColours } from "../../support/screen-colours.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";

const BROCHURE = "output/print/orange-face-a-la-covid-19-brochure.pdf";
const BOOKLET = "output/print/orange-face-a-la-covid-19-livret.pdf";
const PUBLICATION = "content/publication.yaml";

let project: Project;
let publication: string;
let made: CommandResult;

async function build(): Promise<CommandResult> {
  return project.run(["build", "--edition", "brochure", "--no-check"]);
}

async function output(name: string): Promise<Uint8Array> {
  return readFile(path.join(project.dir, name));
}

/** Builds with other lines in the brochure's entry, which ends the file. */
async function buildWith(lines: string): Promise<CommandResult> {
  await writeFile(path.join(project.dir, PUBLICATION), `${publication.trimEnd()}\n${lines}\n`);
  const result = await build();
  await writeFile(path.join(project.dir, PUBLICATION), publication);
  return result;
}

beforeAll(async () => {
  project = await openProject();
  publication = await readFile(path.join(project.dir, PUBLICATION), "utf8");
  made = await build();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

describe("a press edition", () => {
  it("makes the brochure and its booklet, without a warning: its colours are the design's", async () => {
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(await readdir(path.join(project.dir, "output/print"))).toEqual(
      [BROCHURE, BOOKLET].map((file) => path.basename(file)).sort(),
    );
    expect(made.stdout).not.toContain("is no colour of the design");
  });

  it("has a multiple of four pages of the format, with bleed, in ink", async () => {
    const pdf = await openPdf(await output(BROCHURE));
    const { pages } = readDocumentFacts(pdf);
    expect(pages.length % 4).toBe(0);
    for (const { boxes } of pages) {
      const [left = 0, bottom = 0, right = 0, top = 0] = boxes.trim ?? [];
      expect((right - left) / POINTS_PER_MM).toBeCloseTo(148, 2);
      expect((top - bottom) / POINTS_PER_MM).toBeCloseTo(210, 2);
      expect((left - (boxes.bleed?.[0] ?? 0)) / POINTS_PER_MM).toBeCloseTo(3, 2);
    }
    expect(screenColours(pdf)).toEqual([]);
  });

  it("has a booklet of A4 in sRGB that asks to be turned over its short edge", async () => {
    const pdf = await openPdf(await output(BOOKLET));
    const { pages, viewerPreferences, title } = readDocumentFacts(pdf);
    expect(pages).toHaveLength(
      readDocumentFacts(await openPdf(await output(BROCHURE))).pageCount / 2,
    );
    expect(pages[0]?.widthPt).toBeCloseTo(297 * POINTS_PER_MM, 1);
    expect(pages[0]?.heightPt).toBeCloseTo(210 * POINTS_PER_MM, 1);
    expect(viewerPreferences).toMatchObject({ Duplex: "DuplexFlipShortEdge" });
    expect(title).toBe("Orange fait face à la Covid-19");
    const [intent] = pdf.objects.items(pdf.objects.get(pdf.catalog, "OutputIntents"));
    expect(
      pdf.objects.text(pdf.objects.get(pdf.objects.dict(intent), "OutputConditionIdentifier")),
    ).toBe("sRGB IEC61966-2.1");
  });

  it("leaves marks, bleed and booklet out where they are not wanted", async () => {
    const brochure = publication.slice(publication.indexOf("  - id: brochure"));
    const bare = brochure.replace(/ +booklet: .*\n/, "    marks: []\n    bleed: 0\n");
    await writeFile(path.join(project.dir, PUBLICATION), publication.replace(brochure, bare));
    const { code } = await build();
    await writeFile(path.join(project.dir, PUBLICATION), publication);
    expect(code).toBe(0);
    const [page] = readDocumentFacts(await openPdf(await output(BROCHURE))).pages;
    expect(page?.boxes.media).toEqual(page?.boxes.trim);
  });

  it("says what is wrong with a profile that is not for a press, and writes nothing", async () => {
    await writeFile(path.join(project.dir, "styles/screen.icc"), srgbProfile());
    const former = await output(BROCHURE);
    const { code, stderr } = await buildWith("    profile: styles/screen.icc");
    expect(code).toBe(1);
    expect(stderr).toContain("styles/screen.icc");
    expect(stderr).toContain("the output profile is not CMYK, it is RGB");
    expect(stderr).toContain("hint: name the CMYK output profile");
    expect(Buffer.from(await output(BROCHURE)).equals(former)).toBe(true);
  });

  it("tells a colour of no token with its page and words, and prints it all the same", async () => {
    const styles = path.join(project.dir, "styles/brochure.css");
    const css = await readFile("src/themes/voices/styles/brochure.css", "utf8");
    // In the place of the theme's.
    await writeFile(styles, `${css}\n.role { color: #123456 }\n`);
    const { code, stdout } = await build();
    await rm(styles);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "note: brochure, pages 4, 8, 10, 12, 14, 16, text “Directrice du CyberSOC au Royaume-Uni”: #123456 is no colour of the design: its inks come from the profile. Add it to styles/tokens.css with its -press value to choose its inks",
    );
  });

  it("refuses a blue accent that is printed orange, with what it would look like", async () => {
    const tokens = path.join(project.dir, "styles/tokens.css");
    const css = await readFile(tokens, "utf8");
    await writeFile(tokens, css.replace("--accent: #ff7900", "--accent: #5b9bff"));
    const { code, stdout } = await project.run(["build", "--edition", "brochure", "--json"]);
    await writeFile(tokens, css);
    const { granted, editions } = parseJson(stdout);
    expect({ code, granted }).toEqual({ code: 2, granted: false });
    const findings = editions.flatMap(({ judges }) => judges.flatMap((judge) => judge.findings));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.where).toMatch(/^styles\/tokens\.css:\d+$/);
    expect(findings[0]?.message).toContain("device-cmyk(0% 60% 100% 0%)");
  });

  describe("of another format", () => {
    const formats = [
      { format: "A4", mm: [210, 297] },
      { format: "DL", mm: [99, 210] },
      { format: "square", mm: [210, 210] },
    ] as const;
    let report: Report;

    beforeAll(async () => {
      const entries = formats.map(
        ({ format }) =>
          `  - { id: ${format.toLowerCase()}, kind: press, stylesheet: styles/brochure.css, format: ${format}, typeSize: 9, hyphenation: true, suffix: ${format.toLowerCase()} }\n`,
      );
      const all = `${publication.trimEnd()}\n${entries.join("")}`;
      await writeFile(path.join(project.dir, PUBLICATION), all);
      const asked = formats.flatMap(({ format }) => ["--edition", format.toLowerCase()]);
      const { stdout } = await project.run(["build", ...asked, "--json"]);
      await writeFile(path.join(project.dir, PUBLICATION), publication);
      report = parseJson(stdout);
    });

    it.each(formats)(
      "is granted as $format, with bleed to the edge of each page",
      async ({ format, mm }) => {
        const name = format.toLowerCase();
        const { judges = [] } = report.editions.find(({ edition }) => edition === name) ?? {};
        expect(judges.flatMap(({ findings }) => findings)).toEqual([]);
        expect(report.granted).toBe(true);
        const file = BROCHURE.replace("-brochure.pdf", `-${name}.pdf`);
        const { pages } = readDocumentFacts(await openPdf(await output(file)));
        expect(pages.length % 4).toBe(0);
        for (const { boxes } of pages) {
          const [left = 0, bottom = 0, right = 0, top = 0] = boxes.trim ?? [];
          expect((right - left) / POINTS_PER_MM).toBeCloseTo(mm[0], 2);
          expect((top - bottom) / POINTS_PER_MM).toBeCloseTo(mm[1], 2);
        }
      },
    );
  });
});
