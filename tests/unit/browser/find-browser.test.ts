import { describe, expect, test } from "vitest";
import {
  browserCandidates,
  findBrowser,
  type BrowserCandidate,
  type Machine,
} from "../../../src/browser/find-browser.ts";
import { PublicationError } from "../../../src/errors.ts";

interface MachineDetails extends Partial<Omit<Machine, "isExecutable">> {
  readonly programs?: readonly string[];
}

function machine({ programs = [], ...details }: MachineDetails): Machine {
  return {
    platform: "linux",
    arch: "x64",
    env: {},
    isExecutable: (path) => programs.includes(path),
    ...details,
  };
}

function faultOf(details: MachineDetails): PublicationError {
  try {
    browserCandidates(machine(details));
  } catch (error) {
    if (error instanceof PublicationError) return error;
    throw error;
  }
  throw new Error("no fault");
}

const shipped: BrowserCandidate = { origin: "shipped" };
const system = (executablePath: string): BrowserCandidate => ({ origin: "system", executablePath });

describe("the browser that PUPPETEER_EXECUTABLE_PATH names", () => {
  test("comes before every other, and alone", () => {
    const candidates = browserCandidates(
      machine({
        env: { PUPPETEER_EXECUTABLE_PATH: "/opt/mine/chrome", PATH: "/usr/bin" },
        programs: ["/opt/mine/chrome", "/usr/bin/chromium"],
      }),
    );
    expect(candidates).toEqual([{ origin: "environment", executablePath: "/opt/mine/chrome" }]);
  });

  test("is a fault with a hint where it cannot be run, whatever else there is", () => {
    const fault = faultOf({
      env: { PUPPETEER_EXECUTABLE_PATH: "/nowhere/chrome" },
      programs: ["/usr/bin/chromium"],
    });
    expect(fault.code).toBe("browser-not-found");
    expect(fault.message).toContain("/nowhere/chrome");
    expect(fault.hint).toContain("unset it");
  });

  test("is not asked for by an empty value", () => {
    expect(browserCandidates(machine({ env: { PUPPETEER_EXECUTABLE_PATH: "" } }))).toEqual([
      shipped,
    ]);
  });
});

describe("Linux", () => {
  test("on x64, the shipped browser comes first and the machine's is kept in reserve", () => {
    const details = { env: { PATH: "/usr/bin:/bin" }, programs: ["/usr/bin/chromium"] };
    expect(browserCandidates(machine(details))).toEqual([shipped, system("/usr/bin/chromium")]);
  });

  test("on another processor, the machine's is all there is", () => {
    const details = { arch: "arm64", programs: ["/snap/bin/chromium"] };
    expect(browserCandidates(machine(details))).toEqual([system("/snap/bin/chromium")]);
  });

  test("looks along PATH, and never in a relative folder of it", () => {
    const programs = ["/home/a/bin/chromium", "tools/google-chrome", "google-chrome"];
    const env = { PATH: "tools::/home/a/bin" };
    expect(browserCandidates(machine({ arch: "arm64", env, programs }))).toEqual([
      system("/home/a/bin/chromium"),
    ]);
  });

  test("says how to get one where there is none", () => {
    const fault = faultOf({ arch: "arm64" });
    expect(fault.message).toContain("linux arm64");
    expect(fault.hint).toContain("apt install chromium");
    expect(fault.hint).toContain("PUPPETEER_EXECUTABLE_PATH");
  });
});

describe("macOS", () => {
  const platform = "darwin";
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

  test.each(["x64", "arm64"])("takes the machine's Chrome (%s)", (arch) => {
    const programs = [chrome, "/Applications/Chromium.app/Contents/MacOS/Chromium"];
    expect(browserCandidates(machine({ platform, arch, programs }))).toEqual([system(chrome)]);
  });

  test("finds one in the user's own Applications folder", () => {
    const path = "/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium";
    expect(
      browserCandidates(machine({ platform, env: { HOME: "/Users/a" }, programs: [path] })),
    ).toEqual([system(path)]);
  });

  test("says how to get one where there is none", () => {
    expect(faultOf({ platform }).hint).toContain("/Applications");
  });
});

describe("Windows", () => {
  const platform = "win32";

  test.each([
    ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", {}],
    ["D:\\Apps\\Google\\Chrome\\Application\\chrome.exe", { PROGRAMFILES: "D:\\Apps" }],
    [
      "C:\\Users\\a\\AppData\\Local\\Chromium\\Application\\chrome.exe",
      { LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local" },
    ],
  ])("takes the machine's: %s", (path, env) => {
    expect(browserCandidates(machine({ platform, env, programs: [path] }))).toEqual([system(path)]);
  });

  test("says how to get one where there is none", () => {
    expect(faultOf({ platform }).hint).toContain("install Google Chrome");
  });
});

test("a platform without known places still says what to do", () => {
  expect(faultOf({ platform: "freebsd" }).hint).toContain("install Chrome or Chromium");
});

test("the machine's own browser keeps its environment, in a fixed time zone", async () => {
  const found = await findBrowser({
    projectDir: "/nowhere",
    onNotice: () => undefined,
    machine: machine({
      arch: "arm64",
      env: { HOME: "/home/a", TZ: "Asia/Tokyo" },
      programs: ["/usr/bin/chromium"],
    }),
  });
  expect(found).toEqual({
    origin: "system",
    executablePath: "/usr/bin/chromium",
    environment: { HOME: "/home/a", TZ: "UTC" },
  });
});
