/**
 * puppeteer, which is loaded while the browser starts: each takes a while, and neither waits for the
 * other.
 */
import type * as puppeteer from "puppeteer";

export type Puppeteer = typeof puppeteer;

let loading: Promise<Puppeteer> | undefined;

/** Loaded once in this process. */
export function loadPuppeteer(): Promise<Puppeteer> {
  return (loading ??= import("puppeteer"));
}
