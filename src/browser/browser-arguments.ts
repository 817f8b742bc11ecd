/**
 * The arguments that the browser is started with, beside puppeteer's own: pages that come out the
 * same on every machine, and a network that leads nowhere.
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

const nothingBesides = [
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-pings",
];

export const browserArguments: readonly string[] = [
  ...sameOnEveryMachine,
  ...noNetwork,
  ...nothingBesides,
];
