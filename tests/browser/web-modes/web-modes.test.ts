/**
 * The chapter's web edition in each way that readers meet it: judged by axe-core, and by what is
 * particular to the way. With IMPRIMATUR_SCREENSHOTS set to a folder, pictures are left there.
 */
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openGatedPage, type GatedPage } from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { openLoopbackPage } from "../../../src/browser/loopback.ts";
import { axeJudge } from "../../../src/judges/html/axe.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { openProject, type Project } from "../../support/project.ts";
import { openStaticHost } from "../../support/static-host.ts";
import { emulateMedia, readerModes, textSpacing, type ReaderMode } from "./modes.ts";
import {
  findBrokenWords,
  findClippedText,
  findMotion,
  findUnseenInterface,
  focusOutlines,
  markedContents,
  outlineOf,
  overflowOf,
  panelBorders,
  printedGrounds,
} from "./observe.ts";

let project: Project;
let launched: LaunchedBrowser;

beforeAll(async () => {
  [project, launched] = await Promise.all([
    openProject(),
    launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined }),
  ]);
  const built = await project.run(["build", "--no-check", "--quiet"]);
  expect(built.code, built.stderr).toBe(0);
});
afterAll(async () => {
  await launched.close();
  await project[Symbol.asyncDispose]();
});

async function openIn(mode: ReaderMode, address = "index.html"): Promise<GatedPage> {
  const gated = await openGatedPage(launched.browser, {
    roots: [{ urlPath: "/", dir: path.join(project.dir, "output/web") }],
    onRefused: () => undefined,
  });
  const { page, origin } = gated;
  await page.setViewport(mode.viewport);
  await emulateMedia(page, mode);
  await page.goto(`${origin}/${address}`, { waitUntil: "load" });
  if (mode.styles === "text-spacing") await page.addStyleTag({ content: textSpacing });
  if (mode.styles === "none") {
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) sheet.remove();
    });
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return gated;
}

async function leavePicture(page: Page, { name }: ReaderMode): Promise<void> {
  const dir = process.env.IMPRIMATUR_SCREENSHOTS;
  if (dir === undefined || dir === "") return;
  await mkdir(dir, { recursive: true });
  const file = `${name.replaceAll(/[^a-z0-9]+/g, "-")}.png`;
  await page.screenshot({ path: path.join(dir, file), fullPage: true });
}

function modeCalled(name: string): ReaderMode {
  const mode = readerModes.find((each) => each.name === name);
  if (mode === undefined) throw new RangeError(`there is no mode ${name}`);
  return mode;
}

async function expectNothingFromAxe(
  page: Page,
  withoutRules: readonly string[] = [],
): Promise<void> {
  const { status, findings } = await runJudge(axeJudge({ withoutRules }), page);
  expect({ status, findings }).toEqual({ status: "passed", findings: [] });
}

async function expectLinesInForcedColours(page: Page): Promise<void> {
  for (const outline of await focusOutlines(page)) {
    expect(outline).toMatchObject({ style: "solid", isSeen: true });
  }
  const borders = await panelBorders(page);
  expect(borders.length).toBeGreaterThan(0);
  expect(borders.filter(({ isSeen }) => !isSeen)).toEqual([]);
}

async function expectPaper(page: Page): Promise<void> {
  expect(await findUnseenInterface(page)).toEqual([]);
  expect(await printedGrounds(page)).toEqual([]);
}

/** What is asked of a mode beyond axe-core's rules; nothing found is what is wanted. */
const particular: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "text spacing": async (page) => {
    expect(await findClippedText(page)).toEqual([]);
  },
  "text spacing at 320 px": async (page) => {
    expect(await findClippedText(page)).toEqual([]);
  },
  "a low window": async (page) => {
    await page.evaluate(() => {
      document.getElementById("david-craig")?.scrollIntoView();
    });
    await expect
      .poll(() => markedContents(page))
      .toEqual({ marked: ["#david-craig"], isInView: true });
  },
  "forced colours": expectLinesInForcedColours,
  "forced colours, dark": expectLinesInForcedColours,
  "reduced motion": async (page) => {
    expect(await findMotion(page)).toEqual([]);
  },
  print: expectPaper,
  "print, dark preferred": expectPaper,
  "no styles": async (page) => {
    const { levels, parts } = await outlineOf(page);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    expect(parts.map(({ id }) => id)).toEqual([
      "nicola-jakeman",
      "entraidons-nous",
      "saloua-bolaachoub",
      "david-craig",
      "christelle-costa",
      "jose-ramon-sorribas-pozo",
      "gaetano-d-agnelli",
    ]);
    const tops = parts.map(({ top }) => top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  },
};

describe.for(readerModes)("the web edition: $name", (mode) => {
  let gated: GatedPage;
  beforeAll(async () => {
    gated = await openIn(mode);
    await leavePicture(gated.page, mode);
  });
  afterAll(() => gated.close());
  // What axe-core's judge asks of the browser may undo it.
  beforeEach(() => emulateMedia(gated.page, mode));

  it("has nothing for axe-core to find", async () => {
    // WCAG 2.2, 2.5.8 exempts targets whose size the browser chose: without styles all are.
    await expectNothingFromAxe(gated.page, mode.styles === "none" ? ["target-size"] : []);
  });

  it("scrolls one way only", async () => {
    expect(await overflowOf(gated.page)).toBeLessThanOrEqual(0);
  });

  it("breaks no word", async () => {
    expect(await findBrokenWords(gated.page)).toEqual([]);
  });

  const ownExpectation = particular[mode.name];
  if (ownExpectation !== undefined) {
    it("is as this way of reading needs it", () => ownExpectation(gated.page));
  }
});

it("asks of no mode that there is not", () => {
  for (const name of Object.keys(particular)) expect(modeCalled(name).name).toBe(name);
});

describe.for(["1280 px", "320 px", "dark", "forced colours"])(
  "the page for what is not found: %s",
  (name) => {
    it("has nothing for axe-core to find, and its link below its heading", async () => {
      const { page, close } = await openIn(modeCalled(name), "404.html");
      try {
        await expectNothingFromAxe(page);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        const [heading, link] = await page.evaluate(() =>
          ["h1", "a"].map(
            (selector) => document.querySelector(selector)?.getBoundingClientRect().x,
          ),
        );
        expect(heading).toBeGreaterThan(0);
        expect(link).toBe(heading);
      } finally {
        await close();
      }
    });
  },
);

describe.for(["1280 px", "320 px"])("an address with a fragment: %s", (name) => {
  it.for(["david-craig", "christelle-costa-quote"])("arrives at %s", async (id) => {
    const { page, close } = await openIn(modeCalled(name), `index.html#${id}`);
    try {
      const top = await page.evaluate(
        (target) => document.getElementById(target)?.getBoundingClientRect().top,
        id,
      );
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(32);
    } finally {
      await close();
    }
  });
});

describe.for(["1280 px", "dark"])("a link on a panel: %s", (name) => {
  it("can be read", async () => {
    const { page, close } = await openIn(modeCalled(name));
    try {
      await page.evaluate(() => {
        for (const panel of document.querySelectorAll(".callout .text p, .key-figure p")) {
          panel.insertAdjacentHTML("beforeend", ' <a href="#main">link</a>');
        }
      });
      await expectNothingFromAxe(page);
      await page.addStyleTag({ content: ".callout a { color: var(--link) !important }" });
      const { findings } = await runJudge(axeJudge(), page);
      expect(findings.map(({ rule }) => rule)).toEqual(["color-contrast"]);
    } finally {
      await close();
    }
  });
});

describe("planted defects are seen:", () => {
  const plant = async (
    name: string,
    css: string,
    observe: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const { page, close } = await openIn(modeCalled(name));
    await page.addStyleTag({ content: css });
    await observe(page).finally(close);
  };

  it("text that is cut off", () =>
    plant("text spacing", ".lead { height: 1em; overflow: hidden }", async (page) => {
      expect(await findClippedText(page)).not.toEqual([]);
    }));
  it("a part that is wider than the window", () =>
    plant("320 px", ".callout { width: 500px }", async (page) => {
      expect(await overflowOf(page)).toBeGreaterThan(0);
    }));
  it("a word that is broken", () =>
    plant("320 px", ".quotation p { word-break: break-all }", async (page) => {
      expect(await findBrokenWords(page)).not.toEqual([]);
    }));
  it("a list that does not stay in view", () =>
    plant("a low window", ".side { position: static !important }", async (page) => {
      await page.evaluate(() => {
        document.getElementById("david-craig")?.scrollIntoView();
      });
      expect(await markedContents(page)).toMatchObject({ isInView: false });
    }));
  it("a ground on paper", () =>
    plant("print", ".callout { background: orange !important }", async (page) => {
      expect(await printedGrounds(page)).toEqual([".callout: rgb(255, 165, 0)"]);
    }));
  it("a transition, and smooth scrolling", () =>
    plant(
      "reduced motion",
      "a { transition: color 1s } html { scroll-behavior: smooth !important }",
      async (page) => {
        expect(await findMotion(page)).toContain("html");
        expect(await findMotion(page)).toContain("a");
      },
    ));
  it("an outline and borders that forced colours take away", () =>
    plant(
      "forced colours",
      "a:focus-visible { outline: none !important } .key-figure, .callout { border: 0 !important; outline: 0 !important }",
      async (page) => {
        expect((await focusOutlines(page)).some(({ isSeen }) => !isSeen)).toBe(true);
        expect((await panelBorders(page)).some(({ isSeen }) => !isSeen)).toBe(true);
      },
    ));
  it("an interface on paper", () =>
    plant("print", ".skip-link { display: block !important }", async (page) => {
      expect(await findUnseenInterface(page)).toContain(".skip-link");
    }));
});

describe("the content security policy of docs/security.md", () => {
  /** What the browser says of the page when it is served with a policy. */
  async function violations(policy: string): Promise<readonly string[]> {
    await using host = await openStaticHost(path.join(project.dir, "output/web"), {
      "content-security-policy": policy,
    });
    const gated = await openLoopbackPage(launched.browser, {
      address: new URL(host.url),
      onRefused: () => undefined,
    });
    const said: string[] = [];
    gated.page.on("console", (message) => said.push(message.text()));
    await gated.page.goto(host.url, { waitUntil: "networkidle0" });
    await gated.close();
    return said.filter((text) => text.includes("Content Security Policy"));
  }

  it("forbids nothing that the edition needs", async () => {
    const docs = await readFile(new URL("../../../docs/security.md", import.meta.url), "utf8");
    const policy = /`Content-Security-Policy: ([^`]+)`/.exec(docs)?.[1] ?? "";
    expect(policy).toContain("script-src 'none'");
    expect(await violations(policy)).toEqual([]);
  });

  it("would be heard of if it did", async () => {
    expect(await violations("default-src 'none'")).not.toEqual([]);
  });
});
