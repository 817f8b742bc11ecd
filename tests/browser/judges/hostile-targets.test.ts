/**
 * Targets that never come to an end, or hold what is no page: judging them ends, each in the time that
 * it has, and says what could not be judged. None is judged as if nothing were wrong.
 */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { formatRefusal, type Refusal } from "../../../src/browser/refusal.ts";
import type { JudgeReport } from "../../../src/judges/verdict/finding.ts";
import {
  judgeHtmlAddress,
  judgeHtmlFile,
  judgeHtmlFolder,
} from "../../../src/judges/html/judge-html.ts";
import { timeLimits } from "../../../src/judges/verdict/time-limit.ts";

let launched: LaunchedBrowser;
let server: Server;
let origin: string;
let dir: string;
let answers: ReadonlyMap<string, RequestListener>;

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body><main><h1>t</h1>${body}</main></body></html>`;
/** A fault that is found where a page is judged. */
const FAULT = '<img src="data:,">';
const LOOP = "for (;;);";

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? "");
    if (answer !== undefined) answer(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await launched.close();
  server.closeAllConnections();
  server.close();
  await rm(dir, { recursive: true });
});

const html =
  (text: string): RequestListener =>
  (_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(text);
  };
const never: RequestListener = () => undefined;
/** More of it, for ever. */
const endless =
  (contentType: string, start: string, more: string): RequestListener =>
  (_, response) => {
    response.setHeader("Content-Type", contentType);
    response.write(start);
    const timer = setInterval(() => response.write(more), 10);
    response.on("close", () => {
      clearInterval(timer);
    });
  };

interface Judged {
  readonly rules: readonly string[];
  readonly refused: readonly string[];
  /** Why judges did not run, each reason once. */
  readonly reasons: readonly string[];
}

async function judged(
  judge: (judging: Parameters<typeof judgeHtmlFile>[1]) => Promise<readonly JudgeReport[]>,
  judgeTimeoutMs: number,
): Promise<Judged> {
  const refusals: Refusal[] = [];
  const reports = await judge({
    browser: launched.browser,
    onRefused: (refusal) => refusals.push(refusal),
    signal: new AbortController().signal,
    limits: timeLimits(judgeTimeoutMs),
  });
  return {
    rules: reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    refused: [...new Set(refusals.map(formatRefusal))],
    reasons: [...new Set(reports.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))],
  };
}

/** What an address shows and what else its host answers. */
function judgeAddress(
  files: Readonly<Record<string, RequestListener>>,
  judgeTimeoutMs = 4_000,
): Promise<Judged> {
  answers = new Map(Object.entries(files));
  return judged((judging) => judgeHtmlAddress(new URL(`${origin}/`), judging), judgeTimeoutMs);
}

describe("an address", () => {
  test("that never answers is no page", async () => {
    await expect(judgeAddress({ "/": never }, 1_000)).rejects.toMatchObject({
      code: "page-unreachable",
      message: `${origin}/ has not answered within 0.25 seconds`,
    });
  });

  test("whose answer never ends is judged as it stands", async () => {
    const start = page(FAULT).replace(/<\/main>.*/, "");
    const { rules, refused, reasons } = await judgeAddress({
      "/": endless("text/html", start, "<p>more</p>"),
    });
    expect(refused).toEqual([`refused document ${origin}/: it did not come in time`]);
    expect(rules).toContain("image-alt");
    expect(reasons).toEqual([]);
  });

  test("with a picture and a style sheet that never come is judged without them", async () => {
    const link = '<link rel="stylesheet" href="/style.css">';
    const { rules, refused, reasons } = await judgeAddress({
      "/": html(page(`${FAULT}<img src="/a.png" alt="a">`).replace("</head>", `${link}</head>`)),
      "/a.png": never,
      "/style.css": never,
    });
    expect(refused.toSorted()).toEqual([
      `refused image ${origin}/a.png: it did not come in time`,
      `refused stylesheet ${origin}/style.css: it did not come in time`,
    ]);
    expect(rules).toContain("image-alt");
    expect(reasons).toEqual([]);
  });

  test("that is never idle is judged", async () => {
    const asks = `<script>setInterval(() => void fetch("/more"), 20)</script>`;
    const { rules, reasons } = await judgeAddress(
      { "/": html(page(`${FAULT}${asks}`)), "/more": html("more") },
      60_000,
    );
    expect(rules).toContain("image-alt");
    expect(reasons).toEqual([]);
  });

  test("with a film that is refused is judged", async () => {
    const film = '<video controls src="http://film.invalid/a.mp4"><track src="/a.vtt"></video>';
    const { rules, reasons } = await judgeAddress({ "/": html(page(`${FAULT}${film}`)) }, 60_000);
    expect(rules).toContain("image-alt");
    expect(reasons).toEqual([]);
  });
});

async function judgeFile(body: string, judgeTimeoutMs: number): Promise<Judged> {
  const file = path.join(dir, "page.html");
  await writeFile(file, page(body));
  return judged((judging) => judgeHtmlFile(file, judging), judgeTimeoutMs);
}

describe("a page whose script does not end", () => {
  test("while it loads is judged by nobody who has to ask it", async () => {
    const { reasons } = await judgeFile(`${FAULT}<script>${LOOP}</script>`, 2_000);
    expect(reasons).toEqual([
      "the page has not answered within 0.5 seconds: a script of it does not come to an end",
    ]);
  });

  test("later has the time of a target, and no more", async () => {
    const later = `<script>addEventListener("load", () => setTimeout(() => {${LOOP}}, 300))</script>`;
    const { reasons } = await judgeFile(`${FAULT}${later}`, 600);
    expect(reasons.join("; ")).toContain("did not finish within 0.6 seconds");
    expect(reasons.join("; ")).toContain("the 3 seconds of a page or file were over");
  });
});

describe("a large page", () => {
  test("of 500 links is judged by every judge", async () => {
    const links = Array.from({ length: 500 }, (_, n) => `<li><a href="#p${n}">Part ${n}</a></li>`);
    const parts = Array.from({ length: 500 }, (_, n) => `<p id="p${n}">Part ${n}</p>`);
    const body = `${FAULT}<ul>${links.join("")}</ul>${parts.join("")}`;
    const { rules, reasons } = await judgeFile(body, 120_000);
    expect(rules).toContain("image-alt");
    expect(reasons).toEqual([]);
  });
});

describe("a frame that shows a file", () => {
  test("is a finding", async () => {
    const { rules, refused, reasons } = await judgeFile(
      `${FAULT}<iframe title="f" src="file:///etc/passwd"></iframe>`,
      60_000,
    );
    expect(refused).toEqual([
      "refused file file:///etc/passwd: pages may read the files of the publication only",
    ]);
    expect(rules).toContain("image-alt");
    expect(reasons).toEqual([]);
  });
});

describe("a folder", () => {
  test("may hold what is no page under the name of one", async () => {
    const folder = path.join(dir, "folder");
    await mkdir(path.join(folder, "b.html"), { recursive: true });
    await writeFile(path.join(folder, "a.html"), page(FAULT));
    await promisify(execFile)("mkfifo", [path.join(folder, "c.html")]);
    const { rules, reasons } = await judged((judging) => judgeHtmlFolder(folder, judging), 60_000);
    expect(rules).toContain("image-alt");
    expect(reasons).toEqual([]);
  });

  test("with a page that is too large is not judged", async () => {
    const folder = path.join(dir, "large");
    await mkdir(folder);
    const file = path.join(folder, "a.html");
    await writeFile(file, page(FAULT));
    await truncate(file, 65 * 2 ** 20);
    await expect(
      judged((judging) => judgeHtmlFolder(folder, judging), 20_000),
    ).rejects.toMatchObject({
      code: "file-too-large",
      message: `${file} has 65 MiB, and at most 64 MiB are read`,
    });
  });
});
