/** The command `pdf` where a document brings no fonts, or names no page. */
import { copyFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { openProject, type Project } from "../../support/project.ts";
import { veraPdfOrSkip } from "../../support/verapdf.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures/fonts");
const page = (body: string, head = "", lang = "en"): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A note</title>${head}</head><body><h1>A note</h1>${body}</body></html>`;

interface Result {
  readonly standards: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly from: string }[];
  readonly report: {
    readonly judges: readonly {
      readonly findings: readonly { readonly message: string; readonly help: string }[];
    }[];
  };
}

let project: Project;
/** A person's folder with a font that no machine is likely to have: of the letters of "Garamond". */
let home: string;

beforeAll(async () => {
  project = await openProject();
  home = path.join(project.dir, "home");
  await mkdir(path.join(home, ".local/share/fonts"), { recursive: true });
  await copyFile(
    path.join(fixtures, "noto-sans-tamil-subset.ttf"),
    path.join(home, ".local/share/fonts/tamil.ttf"),
  );
  await copyFile(
    path.join(fixtures, "source-serif-4-regular.ttf"),
    path.join(project.dir, "own.ttf"),
  );
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

async function convert(name: string, html: string, args: readonly string[] = []): Promise<Result> {
  await project.write(name, html);
  const env = { HOME: home, XDG_DATA_HOME: "", XDG_DATA_DIRS: path.join(home, "nothing") };
  const { stdout } = await project.run(["pdf", name, "--json", ...args], { env });
  return JSON.parse(stdout) as Result;
}

const bytesOf = (name: string): Promise<Buffer> => readFile(path.join(project.dir, name));

async function sizesOf(name: string): Promise<readonly string[]> {
  const { pages } = readDocumentFacts(await openPdf(await bytesOf(name)));
  return pages.map(({ widthPt, heightPt }) => `${Math.round(widthPt)} × ${Math.round(heightPt)}`);
}

describe("fonts", () => {
  const mixed = page(
    '<p style="font-family: \'Noto Sans Tamil\'">தமிழ்</p><p style="font-family: Own">own</p>',
    "<style>@font-face { font-family: Own; src: url(own.ttf) }</style>",
  );
  const others = [
    { name: "SourceSerif4-Regular", from: "document" },
    { name: "Tinos-Bold", from: "shipped" },
  ];

  test("of the machine are found, and reported", async () => {
    const { fonts, standards } = await convert("found.html", mixed);
    expect(fonts).toEqual([{ name: "NotoSansTamil-Regular", from: "installed" }, ...others]);
    expect(standards).toHaveLength(2);
  });

  test("of the machine are not found with --fonts shipped", async () => {
    const { fonts, standards, report } = await convert("kept.html", mixed, ["--fonts", "shipped"]);
    expect(fonts).toEqual([
      ...others,
      // The box that stands for what no font has.
      { name: "Tinos-Regular", from: "shipped" },
    ]);
    expect(standards).toEqual([]);
    const messages = report.judges.flatMap(({ findings }) => findings.map((each) => each.message));
    expect(messages).toContainEqual(expect.stringContaining("no font has a glyph"));
  });

  test("are printed in the summary, and another choice is refused", async () => {
    await project.write("note.html", page("<pre>code</pre>"));
    const { stdout } = await project.run(["pdf", "note.html", "--fonts", "shipped"]);
    expect(stdout.trim().split("\n").slice(-2)).toEqual([
      "fonts: DejaVuSansMono, Tinos",
      "note.pdf: 1 page, PDF/UA-1 and PDF/A-2a",
    ]);
    const refused = await project.run(["pdf", "note.html", "--fonts", "some"]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("installed, shipped");
  });

  test("of Chinese, Japanese and Korean are named with the package that has them", async () => {
    const { report } = await convert(
      "cjk.html",
      page("<p>漢字</p><p>かな</p><p>한글</p><p>\u0378</p>", "", "zh-TW"),
      ["--fonts", "shipped"],
    );
    const hints = report.judges.flatMap(({ findings }) => findings.map(({ help }) => help));
    const named = hints.map((hint) => /npm install (\S+?);/.exec(hint)?.[1] ?? "none");
    const packages = ["tc", "jp", "kr"].map((name) => `@expo-google-fonts/noto-sans-${name}`);
    expect(named).toEqual([...packages, "none"]);
  });
});

test("a bare machine makes what documents commonly have, and veraPDF finds nothing", async (context) => {
  const veraPdf = veraPdfOrSkip(context);
  const bodies: Readonly<Record<string, string>> = {
    // Bold letters of last resorts are drawn: of each font the browser makes several there.
    scripts:
      "<p>עִבְרִית <b>עברית</b> عَرَبِيّ ไทย ภาษากำ हिन्दी <b>हिन्दी</b></p><p lang='ar' dir='rtl'>مرحبا <b>غامق</b></p><p lang='th'>ไทย <b>ไทย</b></p>",
    symbols: "<p>→ ⇒ ↔ ⇌ ➜ ★ ✓ ✗ ☐ ☑ ⚠ ☎ ♔ ⌘ ① ⑴ № ™ ½ <b>→ ★ ✓</b> <i>✓</i></p>",
    emoji: "<p>😀 🎉 🚀 👍🏽 👨‍👩‍👧 ❤️ ⚠️ <b>😀</b></p>",
    maths:
      "<p>∀x ∈ ℝ: √2 ≤ ∑ ∫ ⟨a⟩ 𝑥 <math><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>=</mo><mo>∑</mo><msup><mi>x</mi><mn>2</mn></msup></math></p>",
    code: "<pre>┌──┐ ╔═╗ █▓▒░ → λ é\n│ab│ ╚═╝ ▲▼■● ≠</pre><p><code><b>const</b> <i>x</i></code></p>",
  };
  const pdfs: Uint8Array[] = [];
  for (const [name, body] of Object.entries(bodies)) {
    const result = await convert(`${name}.html`, page(body), ["--fonts", "shipped"]);
    const findings = result.report.judges.flatMap((judge) => judge.findings);
    expect({ name, findings }).toEqual({ name, findings: [] });
    expect(result.standards).toHaveLength(2);
    expect(result.fonts.filter(({ from }) => from !== "shipped")).toEqual([]);
    pdfs.push(await bytesOf(`${name}.pdf`));
  }
  const results = await validatePdfs(veraPdf, pdfs, ["ua1", "2a"]);
  expect(results.map(({ outcome }) => outcome)).toEqual(
    results.map(() => expect.objectContaining({ kind: "validated", failedRules: [] }) as unknown),
  );
});

describe("the page, where a document names none", () => {
  const style = (css: string): string =>
    `<style>${css} i { break-before: page; display: block }</style>`;
  const two = "<p>one</p><i>two</i>";

  test.each([
    ["is Letter in the United States", "", "en-US", [], ["612 × 792", "612 × 792"]],
    ["is turned by --landscape", "", "fr", ["--landscape"], ["842 × 595", "842 × 595"]],
    ["is the option's", "", "en-US", ["--page-size", "A5"], ["420 × 595", "420 × 595"]],
  ] as const)("%s (%s, %s)", async (_name, css, lang, args, sizes) => {
    await convert("page.html", page(two, style(css), lang), args);
    expect(await sizesOf("page.pdf")).toEqual(sizes);
  });
});
