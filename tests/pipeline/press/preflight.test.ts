/** What the press stage makes passes preflight; what the browser prints does not. */
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_TIME_LIMITS } from "../../../src/judges/verdict/time-limit.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { check } from "../../../src/commands/check.ts";
import { DEFAULT_PRESS_DEMANDS, preflightJudge } from "../../../src/judges/press/preflight.ts";
import { silentLog } from "../../../src/log.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import { printRaw, type RawPdf } from "../../../src/paginate/print-raw.ts";
import { makePressReady } from "../../support/make-press-ready.ts";

const projectDir = path.join(import.meta.dirname, "../../..");
const stylesDir = path.join(projectDir, "src/design/house");

/** A photograph of an inch, in as many pixels as good printing asks for. */
async function photograph(): Promise<string> {
  const side = 300;
  const samples = Buffer.from(Array.from({ length: side * side * 3 }, (_, at) => (at * 7) % 256));
  const image = sharp(samples, { raw: { width: side, height: side, channels: 3 } });
  return `data:image/jpeg;base64,${(await image.jpeg().toBuffer()).toString("base64")}`;
}

async function brochure(): Promise<string> {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title><style>
    @page { size: 148mm 210mm; bleed: 3mm; margin: 14mm }
    @font-face { font-family: Inter; src: url(/styles/fonts/inter-regular.ttf) }
    body { margin: 0; font: 10pt/1.4 Inter; color: #000 } .next { break-before: page }
    .full { position: absolute; left: -17mm; right: -17mm; top: -17mm; height: 30mm; background: #ff7900 }
    .white { color: #fff; background: #000 } .gray { color: #666 } .half { opacity: 0.5; background: #ff7900 }
    hr { border: 0; border-top: 0.5pt solid #000 } table { border-collapse: collapse }
    td { border: 0.5pt solid #666 } .grade { height: 8mm; background: linear-gradient(90deg, #ff7900, #8a2f00) }
    .shade { height: 8mm; box-shadow: 0 0 3mm #000 } img { width: 25.4mm }
  </style></head><body><div class="full"></div>
  <p style="margin-top: 30mm">Texte en noir, <u>souligné</u>, <span class="white">blanc sur noir</span>.</p><hr>
  <p class="gray">Gris</p><table><tr><td>un</td><td>deux</td></tr></table>
  <div class="grade"></div><div class="shade"></div><div class="half">demi</div>
  <p class="next"><img alt="photo" src="${await photograph()}"></p>
  <svg width="40mm" height="20mm" viewBox="0 0 40 20"><path d="M0 20 L10 5 L40 15" fill="none" stroke="#ff7900"/></svg>
  <p class="next">Trois</p><p class="next">Quatre</p></body></html>`;
}

let launched: LaunchedBrowser;
let raw: RawPdf;
let bytes: Uint8Array;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
  const roots = [{ urlPath: "/styles", dir: stylesDir }];
  const paginated = await paginate(
    { html: await brochure(), urlPath: "/print.html", roots },
    { browser: launched.browser, onRefused: () => undefined },
  );
  raw = await printRaw(paginated);
  await paginated.close();
  const made = await makePressReady(raw, paginated.pages, {
    title: "Essai",
    language: "fr",
    date: new Date("2026-01-31T12:00:00Z"),
    producer: "Imprimatur 0.1.0",
    tokens: [{ name: "accent", rgb: [255, 121, 0], press: [0, 0.6, 1, 0] }],
    slugFont: await readFile(path.join(stylesDir, "fonts/inter-regular.ttf")),
  });
  bytes = made.bytes;
});
afterAll(() => launched.close());

test("a brochure of the press stage has no finding and no doubt", async () => {
  const demands = { ...DEFAULT_PRESS_DEMANDS, trim: { widthMm: 148, heightMm: 210 } };
  const subject = { bytes, demands };
  expect(await preflightJudge.judge(subject, new AbortController().signal)).toEqual({
    findings: [],
    toReview: [],
  });
});

test("the same as the browser prints it is refused, for its colours before all", async () => {
  const subject = { bytes: raw.bytes, demands: DEFAULT_PRESS_DEMANDS };
  const { findings } = await preflightJudge.judge(subject, new AbortController().signal);
  const rules = new Set(findings.map(({ rule }) => rule));
  for (const rule of ["output-intent", "metadata", "page-boxes", "device-colour", "bleed-room"]) {
    expect(rules).toContain(rule);
  }
});

test("`check` judges a file that claims PDF/X by preflight alone", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "imprimatur-preflight-"));
  try {
    const file = path.join(folder, "brochure.pdf");
    await writeFile(file, bytes);
    const report = await check({
      projectDir,
      targets: [file],
      everyJudgeMustRun: false,
      limits: DEFAULT_TIME_LIMITS,
      version: "0.1.0",
      log: silentLog,
      signal: new AbortController().signal,
    });
    expect(report.granted).toBe(true);
    expect(report.editions.flatMap(({ judges }) => judges.map(({ name }) => name))).toEqual([
      "imprimatur-preflight",
      "imprimatur-resources",
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
