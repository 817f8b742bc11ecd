/** The files beside the page, made with the project's own style sheet and fonts. */
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderDocument } from "../../../../src/web/html-document.ts";
import { NotFoundPage } from "../../../../src/web/site/not-found-page.tsx";
import { sitemapXml, writeSiteFiles } from "../../../../src/web/site/site-files.ts";
import { noticeOfAddress, openSite } from "../../../../src/web/site/site.ts";
import { stylesOf } from "../../../support/open-design.ts";
import { openDesign } from "../../../../src/design/design.ts";
import { downloads, makePublication } from "./publication.ts";

/** The theme as it is: nothing of a project hides it. */
const design = await openDesign(await stylesOf("tests/fixtures/no-project"));
const stylesheet = "web.css";
const url = "https://www.example.org/annee/";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-site-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function write(name: string, address: string | undefined, title?: string): Promise<string> {
  const out = path.join(dir, name);
  await mkdir(out);
  const publication = makePublication({ url: address, ...(title !== undefined && { title }) });
  await writeSiteFiles(out, await openSite(publication, design, stylesheet), downloads);
  return out;
}

describe("the files of a site", () => {
  it("are the same bytes each time", async () => {
    const [first, second] = await Promise.all([write("a", url), write("b", url)]);
    for (const name of await readdir(first)) {
      expect(await readFile(path.join(first, name))).toEqual(
        await readFile(path.join(second, name)),
      );
    }
  });

  it("are a picture of the title on the accent, and icons in the sizes they claim", async () => {
    const out = await write("a", url);
    const size = async (name: string): Promise<readonly number[]> => {
      const { width, height } = await sharp(path.join(out, name)).metadata();
      return [width, height];
    };
    expect(await size("share-image.png")).toEqual([1200, 630]);
    expect(await size("favicon-32.png")).toEqual([32, 32]);
    expect(await size("apple-touch-icon.png")).toEqual([180, 180]);
    const corner = await sharp(path.join(out, "share-image.png"))
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer();
    expect([...corner]).toEqual([0x3a, 0xd6, 0xb4]);
  });

  it("hold no font and no text that a machine would have to set", async () => {
    const { iconSvg, shareImageSvg } = await openSite(makePublication(), design, stylesheet);
    expect(`${iconSvg}${shareImageSvg ?? ""}`).not.toMatch(/<text|font/);
  });

  it("break a long title over lines that stay on the picture", async () => {
    const title = "Une année de plus sur le quai, entre deux hivers et beaucoup de livres prêtés";
    const out = await write("a", url, title);
    const { data, info } = await sharp(path.join(out, "share-image.png"))
      .extract({ left: 1121, top: 0, width: 79, height: 630 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(79);
    expect(new Set(data).size).toBe(1);
  });

  it("show no boxes for letters that the font lacks: there is no picture then", async () => {
    const { shareImageSvg } = await openSite(
      makePublication({ title: "港の一年" }),
      design,
      stylesheet,
    );
    expect(shareImageSvg).toBeUndefined();
  });

  it("lead search engines to the page and its PDFs where the address is known", async () => {
    const [known, unknown] = await Promise.all([write("a", url), write("b", undefined)]);
    expect(await readFile(path.join(known, "robots.txt"), "utf8")).toContain(
      `Sitemap: ${url}sitemap.xml`,
    );
    expect(await readFile(path.join(known, "sitemap.xml"), "utf8")).toContain(
      `<loc>${url}annee-large.pdf</loc>`,
    );
    expect(await readdir(unknown)).not.toContain("sitemap.xml");
    expect(await readFile(path.join(unknown, "robots.txt"), "utf8")).not.toContain("Sitemap");
  });

  it("escape what XML gives a meaning", () => {
    expect(sitemapXml("https://example.org/a&b/", [""])).toContain("https://example.org/a&amp;b/");
  });
});

describe("the page for addresses that lead nowhere", () => {
  const render = (address: string | undefined): string =>
    renderDocument(
      NotFoundPage({ publication: makePublication({ url: address }), stylesheet: "styles.css" }),
      "fr",
    );

  it("finds its style sheet and the publication from any depth", () => {
    expect(render(url)).toContain('href="/annee/styles.css"');
    expect(render(url)).toContain('href="/annee/"');
    expect(render(undefined)).toContain('href="styles.css"');
  });

  it("speaks the publication's language, and is no page to be found", () => {
    expect(render(url)).toMatch(/<html lang="fr">[\s\S]*noindex[\s\S]*Page introuvable/);
  });
});

it("tells a publisher of an address that is missing or a placeholder", () => {
  expect(noticeOfAddress({ url: undefined })).toContain("no `url`");
  expect(noticeOfAddress({ url: "https://annee.example/" })).toContain("placeholder");
  expect(noticeOfAddress({ url })).toBeUndefined();
});
