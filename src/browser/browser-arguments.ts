/**
 * The arguments that the browser is started with: it obeys the program that started it and nobody else,
 * pages come out the same on every machine, and the network leads nowhere.
 *
 * The network is cut in the browser itself, whatever a page asks for and by whatever means: every
 * connection goes to a proxy whose name never resolves, loopback addresses included, and no name
 * resolves but this machine's own. A browser context with a bypass for one address of this machine
 * (see `loopback.ts`) can reach that address alone.
 */

/** A proxy that no one can run: the name is reserved so that it never resolves (RFC 6761, 6.4). */
export const deadProxy = "http://refused.invalid:9";

/** Takes away Chromium's habit of reaching loopback addresses without the proxy. */
export const noLoopbackBypass = "<-loopback>";

const sameOnEveryMachine = [
  "--disable-lcd-text",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--force-device-scale-factor=1",
  "--hide-scrollbars",
  "--lang=en-US",
];

const noNetwork = [
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE *.localhost , EXCLUDE 127.0.0.1 , EXCLUDE ::1",
  `--proxy-server=${deadProxy}`,
  `--proxy-bypass-list=${noLoopbackBypass}`,
  // The switch has one name in Chrome and another in the headless shell.
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
  "--dns-prefetch-disable",
];

/** What any Chromium is started with here, for whatever purpose. */
export const offlineArguments: readonly string[] = [...sameOnEveryMachine, ...noNetwork];

/** Pages that nobody looks at work as fast as others, for as long as they want, and ask nobody. */
const unwatched = [
  "--allow-pre-commit-input",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-hang-monitor",
  "--disable-ipc-flooding-protection",
  "--disable-popup-blocking",
  "--disable-prompt-on-repost",
  "--disable-renderer-backgrounding",
];

/** What a browser for a person does beside showing pages, and what it would ask the person. */
const nothingBesides = [
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-extensions-with-background-pages",
  "--disable-component-update",
  "--disable-crash-reporter",
  "--disable-default-apps",
  // Shared memory of a container may be too small for a page.
  "--disable-dev-shm-usage",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-infobars",
  "--disable-search-engine-choice-screen",
  "--disable-sync",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  "--password-store=basic",
  "--use-mock-keychain",
  "--disable-features=Translate,AcceptCHFrame,MediaRouter,OptimizationHints,ProcessPerSiteUpToMainFrameThreshold,IsolateSandboxedIframes",
];

const steered = [
  "--enable-automation",
  "--headless=new",
  // A page that nobody opens would be a process that nobody needs.
  "--no-startup-window",
  "--remote-debugging-pipe",
  // Both are asked for again with each print.
  "--export-tagged-pdf",
  "--generate-pdf-document-outline",
];

export interface BrowserChoices {
  /** The folder of the browser's profile. */
  readonly profileDir: string;
  readonly sandboxed: boolean;
}

export function browserArguments({ profileDir, sandboxed }: BrowserChoices): readonly string[] {
  return [
    ...offlineArguments,
    ...unwatched,
    ...nothingBesides,
    ...steered,
    `--user-data-dir=${profileDir}`,
    ...(sandboxed ? [] : ["--no-sandbox"]),
  ];
}
