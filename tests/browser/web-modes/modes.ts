/** The ways in which readers meet the web edition, as the browser is told of them. */
import type { Page, Protocol, Viewport } from "puppeteer";

export interface ReaderMode {
  readonly name: string;
  readonly viewport: Viewport;
  readonly media?: "print";
  readonly features?: readonly Protocol.Emulation.MediaFeature[];
  /** A style sheet of the reader's, or none of the page's. */
  readonly styles?: "text-spacing" | "none";
}

const wide: Viewport = { width: 1280, height: 1024 };
const feature = (name: string, value: string): Pick<ReaderMode, "features"> => ({
  features: [{ name, value }],
});
const dark = { name: "prefers-color-scheme", value: "dark" };

export const readerModes: readonly ReaderMode[] = [
  { name: "320 px", viewport: { width: 320, height: 640 } },
  { name: "768 px", viewport: { width: 768, height: 1024 } },
  { name: "1280 px", viewport: wide },
  { name: "1920 px", viewport: { width: 1920, height: 1080 } },
  { name: "2560 px", viewport: { width: 2560, height: 1440 } },
  { name: "a low window", viewport: { width: 1280, height: 600 } },
  { name: "dark", viewport: wide, features: [dark] },
  { name: "dark at 320 px", viewport: { width: 320, height: 640 }, features: [dark] },
  // At 400 % a window of 1280 by 1024 has 320 by 256 CSS pixels (WCAG 2.2, 1.4.10).
  { name: "400 % zoom", viewport: { width: 320, height: 256, deviceScaleFactor: 4 } },
  { name: "text spacing", viewport: wide, styles: "text-spacing" },
  { name: "text spacing at 320 px", viewport: { width: 320, height: 640 }, styles: "text-spacing" },
  { name: "forced colours", viewport: wide, ...feature("forced-colors", "active") },
  {
    name: "forced colours, dark",
    viewport: wide,
    features: [{ name: "forced-colors", value: "active" }, dark],
  },
  { name: "more contrast", viewport: wide, ...feature("prefers-contrast", "more") },
  {
    name: "more contrast, dark",
    viewport: wide,
    features: [{ name: "prefers-contrast", value: "more" }, dark],
  },
  { name: "reduced motion", viewport: wide, ...feature("prefers-reduced-motion", "reduce") },
  { name: "print", viewport: { width: 794, height: 1123 }, media: "print" },
  {
    name: "print, dark preferred",
    viewport: { width: 794, height: 1123 },
    media: "print",
    features: [dark],
  },
  { name: "no styles", viewport: wide, styles: "none" },
];

/** WCAG 2.2, 1.4.12, and its test: what a reader may set. */
export const textSpacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** Puppeteer itself knows a few of the media features only. */
export async function emulateMedia(page: Page, mode: ReaderMode): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    media: mode.media ?? "",
    features: [...(mode.features ?? [])],
  });
}
