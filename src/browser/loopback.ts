/**
 * Pages of a site that runs on this machine, e.g. `http://localhost:8080/`. Their context reaches
 * that one host and port, and nothing else; what they ask for besides is refused and reported.
 */
import type { Browser } from "puppeteer";
import { PublicationError } from "../errors.ts";
import { deadProxy, noLoopbackBypass } from "./browser-arguments.ts";
import { openGuardedPage, type GuardedPage } from "./guarded-page.ts";
import type { Refusal } from "./refusal.ts";

export interface LoopbackOptions {
  /** The address to judge; the page is opened for its host and port, and not led there yet. */
  readonly address: URL;
  readonly onRefused: (refusal: Refusal) => void;
  /** Once the page shows its document, it is led to no other. */
  readonly stays?: boolean | undefined;
}

/** Whether an address is http(s) on this machine by its very name. */
export function isLoopbackAddress(address: URL): boolean {
  return (
    (address.protocol === "http:" || address.protocol === "https:") &&
    /^(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])$/.test(address.hostname)
  );
}

/** @throws PublicationError `address-not-local` for an address elsewhere. */
export async function openLoopbackPage(
  browser: Browser,
  { address, onRefused, stays }: LoopbackOptions,
): Promise<GuardedPage> {
  if (!isLoopbackAddress(address)) {
    throw new PublicationError("address-not-local", `${address.href} is not on this machine`, {
      hint: "give an http address on localhost, or a file or folder",
    });
  }
  return openGuardedPage(browser, {
    context: {
      proxyServer: deadProxy,
      proxyBypassList: [noLoopbackBypass, `${address.hostname}:${portOf(address)}`],
    },
    decide: (url) =>
      url.origin === address.origin ? { kind: "allow" } : { kind: "refuse", reason: "network" },
    allowsSocket: (url) => url.hostname === address.hostname && portOf(url) === portOf(address),
    onRefused,
    stays,
  });
}

function portOf(url: URL): string {
  return url.port || (/^(?:https|wss):$/.test(url.protocol) ? "443" : "80");
}
