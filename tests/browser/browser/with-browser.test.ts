/** A browser that ends, stops or never answers while work is done in it. */
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FoundBrowser } from "../../../src/browser/find-browser.ts";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { withBrowser, type OwnBrowser } from "../../../src/browser/with-browser.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { plantedJudge } from "../../support/planted-judge.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
  vi.stubEnv("TMPDIR", dir);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  expect(await readdir(dir), "a profile that is left").toEqual([]);
  await rm(dir, { recursive: true });
});

interface Given {
  readonly signal?: AbortSignal;
  readonly silenceLimitMs?: number;
  readonly found?: FoundBrowser;
  readonly graceMs?: number;
}

function run<T>(work: (own: OwnBrowser) => Promise<T>, given: Given = {}): Promise<T> {
  const signal = new AbortController().signal;
  const options = { projectDir: process.cwd(), onNotice: () => undefined, signal, ...given };
  return withBrowser(options, work);
}

const never = (): Promise<never> => new Promise(() => undefined);

/** As a page's script that never ends. */
function spin(): void {
  for (;;);
}

describe("withBrowser", () => {
  it("returns what the work returns, and leaves no process", async () => {
    const ended = await run(async ({ browser, child }) => {
      await browser.newPage();
      return child;
    });
    expect(ended.exitCode ?? ended.signalCode).not.toBeNull();
  });

  it("says that the browser has ended, whatever failed of it", async () => {
    const working = run(async ({ browser, child, stop }) => {
      const page = await browser.newPage();
      child.kill("SIGKILL");
      await page.evaluate(never);
      stop.signal.throwIfAborted();
    });
    await expect(working).rejects.toMatchObject({ code: "browser-gone" });
  });

  it("stops work that is not in the browser when the browser has ended", async () => {
    const working = run(async ({ child, stop }) => {
      child.kill("SIGKILL");
      await sleep(60_000, undefined, { signal: stop.signal });
    });
    await expect(working).rejects.toMatchObject({ code: "browser-gone" });
  });

  it("lets nobody wait for a page of a browser that has ended", async () => {
    const working = run(
      async ({ browser, child }) => {
        const context = await browser.createBrowserContext();
        vi.spyOn(browser, "createBrowserContext").mockResolvedValue(context);
        vi.spyOn(context, "newPage").mockImplementation(() => {
          child.kill("SIGKILL");
          return never();
        });
        await openGatedPage(browser, { roots: [], onRefused: () => undefined });
      },
      { graceMs: 600_000 },
    );
    await expect(working).rejects.toMatchObject({ code: "browser-gone" });
  });

  it("leaves work behind that does not hear of the browser's end", async () => {
    const working = run(
      ({ child }) => {
        child.kill("SIGKILL");
        return never();
      },
      { graceMs: 500 },
    );
    await expect(working).rejects.toMatchObject({ code: "browser-gone" });
  });

  it("ends a browser that does not answer", async () => {
    let ended: OwnBrowser["child"] | undefined;
    const working = run(
      async ({ browser, child }) => {
        ended = child;
        const page = await browser.newPage();
        child.kill("SIGSTOP");
        await page.evaluate(never);
      },
      { silenceLimitMs: 1_500 },
    );
    await expect(working).rejects.toMatchObject({
      code: "browser-silent",
      message: "the browser has not answered for 1.5 seconds, and was ended",
    });
    expect(ended).toMatchObject({ signalCode: "SIGKILL" });
  });

  it("does not take a page that is busy for a browser that does not answer", async () => {
    const result = await run(
      async ({ browser }) => {
        const page = await browser.newPage();
        void page.evaluate(spin).catch(() => undefined);
        await sleep(4_000);
        return "worked";
      },
      { silenceLimitMs: 1_500 },
    );
    expect(result).toBe("worked");
  });

  it("does not count time in which this process is blocked", async () => {
    const result = await run(
      async ({ browser }) => {
        await browser.newPage();
        const until = performance.now() + 4_000;
        while (performance.now() < until);
        await sleep(500);
        return "worked";
      },
      { silenceLimitMs: 1_500 },
    );
    expect(result).toBe("worked");
  });

  it.runIf(process.platform !== "win32")("ends a program that says nothing", async () => {
    const bin = await mkdtemp(path.join("/tmp", "imprimatur-silent-"));
    try {
      const executablePath = path.join(bin, "browser");
      await writeFile(executablePath, "#!/bin/sh\nsleep 1000\n");
      await chmod(executablePath, 0o755);
      const found = { origin: "environment", executablePath, environment: process.env } as const;
      await expect(run(never, { found, silenceLimitMs: 1_500 })).rejects.toMatchObject({
        code: "browser-silent",
      });
    } finally {
      await rm(bin, { recursive: true });
    }
  });

  it("gives the person's stop as the reason, not the browser's end", async () => {
    const person = new AbortController();
    const working = run(
      async ({ browser }) => {
        const page = await browser.newPage();
        person.abort(new Error("stopped"));
        await page.evaluate(never);
      },
      { signal: person.signal },
    );
    await expect(working).rejects.not.toMatchObject({ code: "browser-gone" });
  });

  it("leaves an error of the work as it is", async () => {
    const working = run(() => Promise.reject(new Error("its own")));
    await expect(working).rejects.toThrow("its own");
  });
});

describe("a page whose process ends", () => {
  it("is reported as what it is", async () => {
    const working = run(async ({ browser }) => {
      const page = await browser.newPage();
      const session = await page.createCDPSession();
      void session.send("Page.crash").catch(() => undefined);
      await page.evaluate(never);
    });
    await expect(working).rejects.toMatchObject({ code: "page-crashed" });
  });

  it("leaves a judge without it, which is no pass", async () => {
    const report = await run(async ({ browser }) => {
      const gated = await openGatedPage(browser, { roots: [], onRefused: () => undefined });
      const judge = plantedJudge(async () => {
        const session = await gated.page.createCDPSession();
        void session.send("Page.crash").catch(() => undefined);
        return gated.page.evaluate(never);
      });
      return runJudge(judge, gated.page, { targetSignal: gated.crashed });
    });
    expect(report).toMatchObject({ status: "skipped", reason: "the page's process ended" });
  });
});
