/**
 * Rules that are measured on the printing plates, as the press gets them: with overprint,
 * transparency and pictures. Input: what preflight reads, and the bytes of the file to draw them
 * from; output: breaches. Spot inks count as the inks that stand in for them.
 */
import { PublicationError } from "../../../errors.ts";
import { renderPlates, type PagePlates } from "../../../press/plates/render-plates.ts";
import { shortBleeds } from "./bleed-reach.ts";
import { heaviestInk } from "./ink-coverage.ts";
import { inPercent, placeOf } from "./place.ts";
import type { PreflightReading, PressDemands, PressPage } from "./reading.ts";
import { breach, ruleSet, type Breach } from "./rule.ts";
import { TotalInk } from "./total-ink.ts";

export const PLATE_RULES = ruleSet({
  "ink-coverage": {
    impact: "serious",
    message: "More ink than the paper bears: {}.",
    help: "take cyan, magenta and yellow out of dark colours, or convert pictures for this press.",
  },
  "bleed-content": {
    impact: "serious",
    message: "What runs off the page ends too soon: {}.",
    help: "let pictures and grounds go on to the end of the bleed, or end them inside the page.",
  },
  "unmeasured-ink": {
    impact: "serious",
    message: "The inks of the page cannot be measured: {}.",
    help: "make the file again; what cannot be drawn here may print wrongly elsewhere.",
  },
});

/** Fine enough for a quarter of a millimetre, and coarse enough to average the dots of pictures. */
const DPI = 100;

/** Heeds `signal` between plates. */
export async function judgePlates(
  reading: PreflightReading,
  signal: AbortSignal,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  let waiting = reading.pages;
  // A page that cannot be drawn is told, and the next is drawn.
  while (waiting.length > 0) {
    const numbers = waiting.map(({ page }) => page);
    let done = 0;
    try {
      for await (const plates of renderPlates(reading.pdf.bytes, {
        dpi: DPI,
        pages: numbers,
        signal,
      })) {
        const page = waiting[done++];
        if (page !== undefined) breaches.push(...judgePage(page, plates, reading.demands));
      }
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof PublicationError ? error.message : String(error);
      const where = `page ${numbers[done++] ?? 1}`;
      breaches.push(breach(PLATE_RULES["unmeasured-ink"], where, reason.replace(/\.$/, "")));
    }
    waiting = waiting.slice(done);
  }
  return breaches;
}

function judgePage(page: PressPage, plates: PagePlates, demands: PressDemands): readonly Breach[] {
  const ink = new TotalInk(plates, page.facts.boxes.media);
  const { inkLimit, bleedMm } = demands;
  const heavy = heaviestInk(ink, page.trim, inkLimit, DPI);
  return [
    ...(heavy === undefined
      ? []
      : [
          breach(
            PLATE_RULES["ink-coverage"],
            placeOf(page, heavy.boxPt),
            `${inPercent(heavy.share)} in all, ${inPercent(inkLimit)} at most, on about ${inArea(heavy.areaMm2)}`,
          ),
        ]),
    ...shortBleeds(ink, page, bleedMm, DPI).map(({ reachMm, lengthMm, boxPt }) =>
      breach(
        PLATE_RULES["bleed-content"],
        placeOf(page, boxPt),
        `${rounded(reachMm)} mm beyond the trim, ${bleedMm} mm wanted, on ${Math.round(lengthMm)} mm of a side`,
      ),
    ),
  ];
}

/** To half a millimetre: pixels tell no more. */
function rounded(length: number): number {
  return Math.round(length * 2) / 2;
}

function inArea(mm2: number): string {
  return mm2 < 100 ? `${Math.round(mm2)} mm²` : `${Math.round(mm2 / 100)} cm²`;
}
