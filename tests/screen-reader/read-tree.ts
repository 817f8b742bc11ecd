/**
 * The accessibility tree of a PDF in the viewer of a browser: what that browser gives to screen
 * readers. Input: the file and a page that must be read. Output: each page's tree, by its number.
 *
 * Chromium's viewer shows all pages, Firefox' (pdf.js) those around the page that was asked for.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { deadProxy, offlineArguments } from "../../src/browser/browser-arguments.ts";
import { openDesktop, type Desktop } from "./desktop.ts";

/** A node as AT-SPI gives it: `role` in English, such as `table cell`. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly text: string;
  readonly children: readonly AccessibleNode[];
}

export type Viewer = "chromium" | "firefox";

export interface TreeOptions {
  readonly locale: string;
  /** Counted from 1. The tree is read when this page has text. */
  readonly page: number;
  readonly signal?: AbortSignal | undefined;
}

const READY_MS = 60_000;
const POLL_MS = 700;

const SCRIPT = fileURLToPath(new URL("read-tree.py", import.meta.url));

/** The system's Python, which has AT-SPI's module; the one that PATH finds first may be another. */
const PYTHON = "/usr/bin/python3";

export const readTreePrograms: Readonly<Record<Viewer, readonly string[]>> = {
  chromium: ["chromium", PYTHON],
  firefox: ["firefox-esr", PYTHON],
};

const nodeSchema: z.ZodType<AccessibleNode> = z.object({
  role: z.string(),
  name: z.string(),
  text: z.string(),
  get children() {
    return z.array(nodeSchema);
  },
});

/**
 * Opens a PDF in a viewer and reads its pages.
 * @throws Error where the page has no text in time, with what the viewer printed.
 */
export async function readTree(
  viewer: Viewer,
  file: string,
  { locale, page, signal }: TreeOptions,
): Promise<ReadonlyMap<number, AccessibleNode>> {
  await using desktop = await openDesktop({ locale, signal });
  const address = pathToFileURL(path.resolve(file));
  address.hash = `page=${page}`;
  const [program, args] = await VIEWERS[viewer](desktop, address.href);
  const started = desktop.start(program, args);
  const limit = performance.now() + READY_MS;
  let before = "";
  let problem = "";
  while (performance.now() < limit && started.exitCode() === undefined) {
    await sleep(POLL_MS, undefined, { signal });
    const json = await desktop.run(PYTHON, [SCRIPT, viewer]).catch((error: unknown) => {
      // The bus is not there at once.
      problem = String(error);
      return "[]";
    });
    const pages = findPages(z.array(nodeSchema).parse(JSON.parse(json)));
    // The tree is built bit by bit: it is whole when it stays the same.
    const now = JSON.stringify([...pages]);
    if (pages.has(page) && now === before) return pages;
    before = now;
  }
  const what = `${program} shows no text of page ${page} to screen readers.`;
  throw new Error([what, problem, started.output()].join("\n"));
}

/** Texts of the nodes without children, in order, trimmed, none of them empty. */
export function leafTexts(node: AccessibleNode): string[] {
  if (node.children.length > 0) return node.children.flatMap(leafTexts);
  const text = (node.text === "" ? node.name : node.text).trim();
  return text === "" ? [] : [text];
}

/** All nodes of a role, in order. */
export function nodesOfRole(node: AccessibleNode, role: string): AccessibleNode[] {
  const inside = node.children.flatMap((child) => nodesOfRole(child, role));
  return node.role === role ? [node, ...inside] : inside;
}

/** Pages with text. Both viewers make each page a landmark, named `Page 3` in the browser's language. */
function findPages(nodes: readonly AccessibleNode[]): Map<number, AccessibleNode> {
  const pages = new Map<number, AccessibleNode>();
  for (const landmark of nodes.flatMap((node) => nodesOfRole(node, "landmark"))) {
    const number = /\s(\d+)$/.exec(landmark.name)?.[1];
    const hasText = landmark.children.some((child) => leafTexts(child).length > 0);
    if (number !== undefined && hasText) pages.set(Number(number), landmark);
  }
  return pages;
}

type Start = readonly [program: string, args: readonly string[]];

const VIEWERS: Readonly<Record<Viewer, (desktop: Desktop, address: string) => Promise<Start>>> = {
  chromium: ({ homeDir }, address) =>
    Promise.resolve([
      "chromium",
      [
        ...offlineArguments,
        "--force-renderer-accessibility",
        "--disable-component-update",
        "--disable-extensions",
        "--mute-audio",
        "--no-default-browser-check",
        "--disable-gpu",
        "--no-first-run",
        // Chromium has no sandbox for root. What it shows is the project's own file, without a network.
        ...(process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : []),
        `--user-data-dir=${path.join(homeDir, "chromium")}`,
        address,
      ],
    ]),
  firefox: async ({ homeDir }, address) => {
    const proxy = new URL(deadProxy);
    const settings: Readonly<Record<string, string | number | boolean>> = {
      // On, whatever Firefox thinks of the desktop.
      "accessibility.force_disabled": -1,
      "browser.aboutwelcome.enabled": false,
      "browser.newtabpage.enabled": false,
      "browser.shell.checkDefaultBrowser": false,
      "browser.startup.homepage_override.mstone": "ignore",
      "datareporting.policy.dataSubmissionEnabled": false,
      "termsofuse.bypassNotification": true,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "network.proxy.type": 1,
      "network.proxy.http": proxy.hostname,
      "network.proxy.http_port": Number(proxy.port),
      "network.proxy.ssl": proxy.hostname,
      "network.proxy.ssl_port": Number(proxy.port),
    };
    const lines = Object.entries(settings).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    await writeFile(path.join(homeDir, "user.js"), lines.join(""));
    return ["firefox-esr", ["--no-remote", "--profile", homeDir, "--new-window", address]];
  },
};
