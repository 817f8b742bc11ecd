/**
 * Rules that are measured on the separations, as the press gets them: with overprint,
 * transparency and pictures. Input: what preflight reads, and the bytes of the file to draw them
 * from; output: violations. Spot inks count as the inks that stand in for them.
 */
import { PublicationError } from "../../../errors.ts";
import {
  renderSeparations,
  type PageSeparations,
} from "../../../press/separations/render-separations.ts";
import { shortBleeds } from "./bleed-reach.ts";
import { heaviestInk } from "./ink-coverage.ts";
import { inPercent, placeOf } from "./place.ts";
import type { PreflightReading, PressDemands, PressPage } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { SEPARATION_RULES } from "./rules/separation.ts";
import { TotalInk } from "./total-ink.ts";

/** Fine enough for a quarter of a millimetre, and coarse enough to average the dots of pictures. */
const DPI = 100;

/** Heeds `signal` between separations. */
export async function judgeSeparations(
  reading: PreflightReading,
  signal: AbortSignal,
): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  let waiting = reading.pages;
  // A page that cannot be drawn is reported, and the next is drawn.
  while (waiting.length > 0) {
    const numbers = waiting.map(({ page }) => page);
    let done = 0;
    try {
      for await (const separations of renderSeparations(reading.pdf.bytes, {
        dpi: DPI,
        pages: numbers,
        signal,
      })) {
        const page = waiting[done++];
        if (page !== undefined) violations.push(...judgePage(page, separations, reading.demands));
      }
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof PublicationError ? error.message : String(error);
      const where = `page ${numbers[done++] ?? 1}`;
      violations.push(
        violation(SEPARATION_RULES["unmeasured-ink"], where, reason.replace(/\.$/, "")),
      );
    }
    waiting = waiting.slice(done);
  }
  return violations;
}

function judgePage(
  page: PressPage,
  separations: PageSeparations,
  demands: PressDemands,
): readonly Violation[] {
  const ink = new TotalInk(separations, page.facts.boxes.media);
  const { inkLimit, bleedMm } = demands;
  const heavy = heaviestInk(ink, page.trim, inkLimit, DPI);
  return [
    ...(heavy === undefined
      ? []
      : [
          violation(
            SEPARATION_RULES["ink-coverage"],
            placeOf(page, heavy.boxPt),
            `${inPercent(heavy.share)} in all, ${inPercent(inkLimit)} at most, on about ${inArea(heavy.areaMm2)}`,
          ),
        ]),
    ...shortBleeds(ink, page, bleedMm, DPI).map(({ reachMm, lengthMm, boxPt }) =>
      violation(
        SEPARATION_RULES["bleed-content"],
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
