/**
 * Pages that lead elsewhere by themselves: they are kept, judged as what they are, and reported. None
 * is judged as if it were the page that it leads to, which here has no fault.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { formatRefusal, type Refusal } from "../../../src/browser/refusal.ts";
import type { JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { judgeHtmlFile, judgeHtmlFolder } from "../../../src/judges/html/judge-html.ts";

let launched: LaunchedBrowser;
let dir: string;

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>t</title>${head}</head><body><main><h1>t</h1>${body}</main></body></html>`;
/** A fault that only the page itself has. */
const FAULT = '<img src="data:,">';
const script = (code: string): string => `<script>${code}</script>`;
const form = (attributes: string): string =>
  `<form ${attributes}><label>a <input name="a"></label><button>b</button></form>`;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
  await writeFile(path.join(dir, "other.html"), page("", "<p>Without a fault."));
});
afterAll(async () => {
  await launched.close();
  await rm(dir, { recursive: true });
});

interface Judged {
  readonly rules: readonly string[];
  readonly reports: readonly JudgeReport[];
  readonly refused: readonly string[];
}

async function judge(head: string, body: string): Promise<Judged> {
  const file = path.join(dir, "page.html");
  await writeFile(file, page(head, body));
  const refusals: Refusal[] = [];
  const reports = await judgeHtmlFile(file, {
    browser: launched.browser,
    onRefused: (refusal) => refusals.push(refusal),
    signal: new AbortController().signal,
  });
  return {
    reports,
    rules: reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    refused: [...new Set(refusals.map(formatRefusal))],
  };
}

const kept = (means: string, url: string): string =>
  `refused navigation by ${means} http://imprimatur.localhost/${url}: a page that is judged stays where it is`;

describe("a page that leads elsewhere", () => {
  test.each([
    [
      "by meta refresh",
      "meta refresh",
      "other.html",
      '<meta http-equiv="refresh" content="0;url=other.html">',
      "",
    ],
    [
      "to itself, for ever",
      "meta refresh",
      "page.html",
      '<meta http-equiv="refresh" content="0">',
      "",
    ],
    [
      "by script, while it is read",
      "script",
      "other.html",
      "",
      script("location.href = 'other.html'"),
    ],
    [
      "by script, later",
      "script",
      "other.html",
      "",
      script("setTimeout(() => location.replace('other.html'))"),
    ],
    [
      "by reloading, for ever",
      "reload",
      "page.html",
      "",
      script("setInterval(() => location.reload(), 20)"),
    ],
    [
      "by a form",
      "form",
      "other.html?a=",
      "",
      `${form('action="other.html"')}${script("document.forms[0].submit()")}`,
    ],
    [
      "by a form that posts",
      "form",
      "other.html",
      "",
      `${form('action="other.html" method="post"')}${script("document.forms[0].submit()")}`,
    ],
    [
      "from a frame",
      "script",
      "other.html",
      "",
      `<iframe title="f" srcdoc="<script>top.location.href = 'http://imprimatur.localhost/other.html'</script>"></iframe>`,
    ],
  ])("%s", async (_how, means, url, head, body) => {
    const { rules, refused } = await judge(head, `${FAULT}${body}`);
    expect(refused).toContain(kept(means, url));
    expect(rules).toContain("image-alt");
  });

  test.each([
    ["nothing", "about:blank", "location.href = 'about:blank'"],
    [
      "what it made itself",
      "blob:",
      "location.href = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' }))",
    ],
  ])("to %s has left, and is not judged", async (_where, url, code) => {
    const { reports, refused } = await judge("", `${FAULT}${script(code)}`);
    const [axe] = reports;
    expect(axe?.status).toBe("skipped");
    expect(axe?.reason).toMatch(new RegExp(`^the page left for ${url}\\S*, by script$`));
    expect(refused[0]).toMatch(new RegExp(`^refused navigation by script ${url}`));
  });

  test.each([
    ["a script", "javascript:'<p>x'"],
    ["data", "data:text/html,<p>x"],
    ["another program", "mailto:a@example.org"],
  ])("to %s is reported", async (_where, url) => {
    const { refused } = await judge("", script(`location.href = ${JSON.stringify(url)}`));
    expect(refused[0]).toMatch(/^refused navigation by script (?:javascript|data|mailto):/);
  });

  test("in a folder keeps none of the others from being judged", async () => {
    const [first, second] = [path.join(dir, "folder/a.html"), path.join(dir, "folder/b.html")];
    await mkdir(path.dirname(first));
    await writeFile(first, page("", `${FAULT}${script("location.href = 'about:blank'")}`));
    await writeFile(second, page("", FAULT));
    const [axe] = await judgeHtmlFolder(path.dirname(first), {
      browser: launched.browser,
      onRefused: () => undefined,
      signal: new AbortController().signal,
    });
    expect(axe?.reason).toBe("a.html: the page left for about:blank, by script");
    expect(axe?.findings.map(({ where }) => where)).toEqual(["b.html: main > img (all modes)"]);
  });

  test("to a place in itself has not left", async () => {
    const { refused, rules } = await judge(
      "",
      `${FAULT}${script("location.hash = 'a'; history.pushState({}, '', '?b')")}`,
    );
    expect(refused).toEqual([]);
    expect(rules).toContain("image-alt");
  });
});
