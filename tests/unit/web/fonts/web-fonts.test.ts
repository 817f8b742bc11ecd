import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import subsetFont from "subset-font";
import { readFontFile } from "../../../../src/design/fonts/font-file.ts";
import { stylesIn } from "../../../support/open-design.ts";
import { makeWebFonts, type WebFonts } from "../../../../src/web/fonts/web-fonts.ts";
import { bundleStylesheet } from "../../../../src/design/styles/stylesheet.ts";

let dir: string;
const stylesheet = "web.css";

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-web-fonts-"));
  await cp("tests/fixtures/styles", dir, { recursive: true });
});
afterAll(() => rm(dir, { recursive: true }));

const ALL_AS_TRUETYPE = { targetFormat: "truetype" } as const;
const preload = (href: string): string => `<link rel="preload" as="font" href="${href}">`;
const page = (body: string): string => `<!doctype html><html><head>
${preload("fonts/inter-regular.ttf")}${preload("fonts/unused.ttf")}${preload("../fonts/inter-regular.ttf")}
<title>Ω</title></head><body>${body}<script>"Ж"</script></body></html>`;

const makeFrom = async (name: string, pages: readonly string[]): Promise<WebFonts> =>
  makeWebFonts(stylesIn(dir), name, await bundleStylesheet(stylesIn(dir), name), pages);
const make = (body: string): Promise<WebFonts> => makeFrom(stylesheet, [page(body)]);

/** A string of code points as `unicode-range` names them. */
const rangeOf = (css: string): string => /unicode-range:([^}]*)/u.exec(css)?.[1] ?? "";

describe("makeWebFonts", () => {
  it("makes a WOFF2 subset for each face and names it in the stylesheet and the pages", async () => {
    const { css, pages, fonts, otherAssets } = await make("<p>Été</p>");
    const [regular] = fonts;
    expect(fonts).toHaveLength(2);
    expect(regular?.href).toMatch(/^fonts\/inter-regular\.[0-9a-f]{10}\.woff2$/u);
    expect(new TextDecoder().decode(regular?.bytes.subarray(0, 4))).toBe("wOF2");
    expect(regular?.bytes.length).toBeLessThan(20_000);
    expect(css).toContain(`url("${regular?.href}") format("woff2")`);
    expect(css).not.toContain(".ttf");
    expect(pages[0]).toContain(preload(regular?.href ?? ""));
    expect(pages[0]).toContain(preload(`../${regular?.href}`));
    expect(otherAssets).toEqual([]);
  });

  it("preloads no font that the stylesheet does not use", async () => {
    expect((await make("<p>a</p>")).pages[0]).not.toContain("unused");
  });

  it("has the characters of text, alternatives, generated content and counters, and no others", async () => {
    const { css } = await make('<p>é<img alt="ß"></p>');
    // → from `content`; no Ω of the title, no Ж of the script.
    expect(rangeOf(css)).toBe("U+20,U+2D-2E,U+30-39,U+65,U+A0,U+DF,U+E9,U+301,U+2010,U+2192");
  });

  it("gives a stand-in with the measures of the font, for a family whose stack names one", async () => {
    const { css } = await make("<p>Le texte</p>");
    const [rule = ""] = /@font-face\{font-family:"Inter fallback"[^}]*\}/u.exec(css) ?? [];
    expect(rule).toContain('local("Arial")');
    const stretch = Number(/size-adjust:([\d.]+)%/u.exec(rule)?.[1]);
    const ascent = Number(/ascent-override:([\d.]+)%/u.exec(rule)?.[1]);
    expect(stretch).toBeGreaterThan(95);
    expect(stretch).toBeLessThan(115);
    // 1984 of Inter's 2048 units.
    expect((ascent * stretch) / 100).toBeCloseTo(96.875, 0);
    expect(css).not.toContain("STIX Two Text fallback");
  });

  it("gives the same bytes again, in another process as well, and another name for another text", async () => {
    const hash = ({ fonts }: WebFonts): string[] =>
      fonts.map(({ href, bytes }) => href + createHash("sha256").update(bytes).digest("hex"));
    const first = hash(await make("<p>Été</p>"));
    expect(hash(await make("<p>Été</p>"))).toEqual(first);
    expect(hash(await make("<p>Étés</p>"))).not.toEqual(first);
    const module = (name: string): string => pathToFileURL(path.resolve(name)).href;
    const script = `
      import { createHash } from "node:crypto";
      import { makeWebFonts } from "${module("src/web/fonts/web-fonts.ts")}";
      import { bundleStylesheet } from "${module("src/design/styles/stylesheet.ts")}";
      import { stylesIn } from "${module("tests/support/open-design.ts")}";
      const [dir, name, html] = ${JSON.stringify([dir, stylesheet, page("<p>Été</p>")])};
      const bundled = await bundleStylesheet(stylesIn(dir), name);
      const { fonts } = await makeWebFonts(stylesIn(dir), name, bundled, [html]);
      console.log(JSON.stringify(fonts.map(({ href, bytes }) =>
        href + createHash("sha256").update(bytes).digest("hex"))));`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...["--import", "tsx", "--input-type=module", "--eval", script],
    ]);
    expect(JSON.parse(stdout)).toEqual(first);
  }, 60_000);

  it("gives formulas a font of their signs, with the sizes that they grow to", async () => {
    await cp("src/design/house", path.join(dir, "house"), { recursive: true });
    await writeFile(path.join(dir, "maths.css"), '@import url("house/formula-fonts.css");');
    const maths = async (body: string) => {
      const { fonts, css, otherAssets } = await makeFrom("maths.css", [page(body)]);
      const woff2 = fonts.find(({ href }) => href.includes("stix-two-math"))?.bytes;
      const font = woff2 && (await subsetFont(Buffer.from(woff2), "x𝑥α𝛼W", ALL_AS_TRUETYPE));
      return { font: font && readFontFile(font), css, otherAssets };
    };
    const none = await maths("<p>x</p>");
    expect([none.font, none.otherAssets]).toEqual([undefined, []]);
    expect(none.css).not.toContain("STIX Two Math");
    const { font, css } = await maths("<p>W</p><math><mi>x</mi><mi>α</mi></math>");
    expect(css).toContain("STIX Two Math");
    expect(font?.isForFormulas).toBe(true);
    expect([...(font?.characters ?? [])].map((code) => String.fromCodePoint(code)).sort()).toEqual(
      ["x", "α", "𝑥", "𝛼"].sort(),
    );
  }, 60_000);

  it("names the file that is no font", async () => {
    await expect(makeFrom("broken-font.css", [])).rejects.toMatchObject({
      code: "font",
      message: "broken-font.css cannot be read as a font",
    });
  });
});
