import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lookUpFile, type ServedFiles } from "../../../src/browser/served-files.ts";

let dir: string;
let files: ServedFiles;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
  const site = join(dir, "site");
  await mkdir(join(site, "sub", ".git"), { recursive: true });
  await mkdir(join(site, "node_modules", "p"), { recursive: true });
  await mkdir(join(dir, "node_modules", "type"), { recursive: true });
  await Promise.all([
    writeFile(join(dir, "secret.txt"), "secret"),
    writeFile(join(site, "index.html"), "home"),
    writeFile(join(site, "été à.css"), "p{}"),
    writeFile(join(site, "sub", "index.html"), "sub"),
    writeFile(join(site, "latin.css"), Buffer.from('@charset "latin1"; /* é */', "latin1")),
    writeFile(join(site, "sub", ".env"), "secret"),
    writeFile(join(site, "sub", ".git", "config"), "secret"),
    writeFile(join(site, "node_modules", "p", "a.js"), "secret"),
    writeFile(join(dir, "node_modules", "type", "serif.woff2"), "font"),
    symlink(join(dir, "secret.txt"), join(site, "leak.txt")),
    symlink(dir, join(site, "up")),
    symlink(join(site, "sub", ".env"), join(site, "plain.txt")),
    symlink(join(site, "index.html"), join(site, "alias.html")),
  ]);
  files = {
    roots: [
      { urlPath: "/", dir: site },
      { urlPath: "/fonts", dir: join(dir, "node_modules", "type") },
    ],
    documents: new Map([["/print.html", { body: "in memory", contentType: "text/html" }]]),
  };
});

afterAll(() => rm(dir, { recursive: true }));

async function answer(urlPath: string): Promise<string> {
  const found = await lookUpFile(files, urlPath);
  return "refused" in found ? found.refused : Buffer.from(found.body).toString();
}

describe("served", () => {
  test.each([
    ["/", "home"],
    ["/index.html", "home"],
    ["/sub/", "sub"],
    ["/%C3%A9t%C3%A9%20%C3%A0.css", "p{}"],
    ["/fonts/serif.woff2", "font"],
    ["/latin.css", '@charset "latin1"; /* é */'],
    ["/print.html", "in memory"],
    ["/alias.html", "home"],
  ])("%s", async (urlPath, body) => {
    expect(await answer(urlPath)).toBe(body);
  });

  test.each([
    ["/%C3%A9t%C3%A9%20%C3%A0.css", "text/css; charset=utf-8"],
    ["/fonts/serif.woff2", "font/woff2"],
    ["/print.html", "text/html"],
  ])("%s as its own type", async (urlPath, contentType) => {
    expect(await lookUpFile(files, urlPath)).toMatchObject({ contentType });
  });
});

describe("outside the project", () => {
  test.each([
    ["the folder above", "/../secret.txt"],
    ["the folder above, encoded", "/%2e%2e/secret.txt"],
    ["an encoded separator", "/..%2fsecret.txt"],
    ["a backslash", "/..%5csecret.txt"],
    ["a drive", "/C:/secret.txt"],
    ["a zero byte", "/index.html%00.css"],
    ["a broken escape", "/%E0%A4%A"],
    ["above a folder of its own", "/fonts/../../secret.txt"],
    ["a symbolic link to a file", "/leak.txt"],
    ["a symbolic link to a folder", "/up/secret.txt"],
    ["a symbolic link to a hidden file", "/plain.txt"],
    ["a hidden file", "/sub/.env"],
    ["a hidden file, there or not", "/sub/.missing"],
    ["a hidden folder", "/sub/.git/config"],
    ["a package", "/node_modules/p/a.js"],
  ])("%s", async (_what, urlPath) => {
    expect(await answer(urlPath)).toBe("outside-project");
  });

  test("everything, where no folder is named", async () => {
    expect(await lookUpFile({ roots: [] }, "/index.html")).toEqual({ refused: "outside-project" });
  });
});

test.each(["/missing.png", "/sub", "/missing/"])("no such file: %s", async (urlPath) => {
  expect(await answer(urlPath)).toBe("no-such-file");
});

test("a folder may stand at a path that URLs encode", async () => {
  const roots = [{ urlPath: "/ann%C3%A9e/%22/", dir: join(dir, "site") }];
  expect(await lookUpFile({ roots }, "/ann%C3%A9e/%22/sub/")).toMatchObject({
    contentType: "text/html; charset=utf-8",
  });
});

describe("folders of one path", () => {
  const layers = (urlPath: string): Promise<string> =>
    lookUpFile(
      {
        roots: [
          { urlPath: "/styles", dir: join(dir, "site", "sub") },
          { urlPath: "/styles", dir: join(dir, "site") },
          { urlPath: "/", dir: join(dir, "node_modules", "type") },
        ],
      },
      urlPath,
    ).then((found) => ("refused" in found ? found.refused : Buffer.from(found.body).toString()));

  test("are layers: the first that has the file counts", async () => {
    expect(await layers("/styles/index.html")).toBe("sub");
    expect(await layers("/styles/latin.css")).toContain("charset");
  });

  test("do not fall through to a folder of a shorter path", async () => {
    expect(await layers("/styles/serif.woff2")).toBe("no-such-file");
    expect(await layers("/serif.woff2")).toBe("font");
  });

  test("refuse what a later one refuses, though the first has no such file", async () => {
    expect(await layers("/styles/leak.txt")).toBe("outside-project");
  });
});
