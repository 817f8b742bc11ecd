import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "../../../src/browser/find-browser.ts";
import {
  browserCacheDir,
  shippedBrowserEnvironment,
  unpackShippedBrowser,
} from "../../../src/browser/shipped-browser.ts";

describe("the cache", () => {
  test("is the project's where the program is the project", () => {
    expect(browserCacheDir(join("/p"), join("/p/src/browser"))).toBe(join("/p/.cache"));
    // The browser's own libraries and fonts are found by these paths, whatever its working folder.
    expect(browserCacheDir(".", join("/p/src/browser"))).toBe(join(process.cwd(), ".cache"));
  });

  test("is in node_modules where the program is an installed package", () => {
    const program = join("/p/node_modules/imprimatur/src/browser");
    expect(browserCacheDir(join("/p"), program)).toBe(join("/p/node_modules/.cache/imprimatur"));
  });
});

test("the shipped browser is told none of this process's secrets", () => {
  const environment = shippedBrowserEnvironment(
    { dir: "/c", executablePath: "/c/chromium" },
    {
      PATH: "/usr/bin",
      NPM_TOKEN: "secret",
      HTTPS_PROXY: "http://proxy.example",
      TZ: "Asia/Tokyo",
    },
  );
  expect(environment).toEqual({
    PATH: "/usr/bin",
    TZ: "UTC",
    LANG: "en_US.UTF-8",
    LD_LIBRARY_PATH: join("/c/al2023/lib"),
    FONTCONFIG_FILE: join("/c/fonts.conf"),
    XDG_CACHE_HOME: join("/c/cache"),
  });
});

describe("a project whose cache cannot be made", () => {
  let projectDir: string;

  beforeEach(async () => {
    projectDir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
    await writeFile(join(projectDir, ".cache"), "a file, not a folder");
  });

  afterEach(() => rm(projectDir, { recursive: true }));

  test("is a fault with a hint", async () => {
    await expect(unpackShippedBrowser(projectDir)).rejects.toMatchObject({
      code: "browser-unpack-failed",
      hint: expect.stringContaining("can be written") as string,
    });
  });

  test("makes do with the machine's browser, and says so", async () => {
    const notices: string[] = [];
    const found = await findBrowser({
      projectDir,
      onNotice: (message) => notices.push(message),
      machine: {
        platform: "linux",
        arch: "x64",
        env: {},
        isExecutable: (path) => path === "/usr/bin/chromium",
      },
    });
    expect(found).toMatchObject({ origin: "system", executablePath: "/usr/bin/chromium" });
    expect(notices).toEqual([expect.stringContaining("using /usr/bin/chromium instead")]);
  });
});
