/**
 * Compares each colour's ink with what the output profile makes of its screen colour. Input: the
 * design tokens and the profile of a press edition; output: findings for inks that look like another
 * colour, and for review those that are meant to.
 */
import { formatPlace } from "../../errors.ts";
import { hexOf } from "../../press/colour/colour-converter.ts";
import { colourDifference } from "../../press/colour/colour-difference.ts";
import type { Ink } from "../../press/colour/ink-limit.ts";
import type { OutputProfile } from "../../press/colour/output-profile.ts";
import { openPressView } from "../../press/press-view.ts";
import type { DesignToken } from "../../design/tokens/design-tokens.ts";
import { COLOUR_RULES } from "./colours-info.ts";
import { findingOf, type RuleFinding } from "../verdict/judge-info.ts";
import type { Judgement } from "../verdict/judge.ts";

/** CIEDE2000. Two colours that differ by more have two names: no paper or ink explains it. */
const MOST_INK_DIFFERENCE = 10;

/** @throws PublicationError `press-profile` where the profile cannot be seen through. */
export async function judgeInks(
  tokens: readonly DesignToken[],
  profile: OutputProfile,
): Promise<Required<Judgement<"token-ink">>> {
  const view = await openPressView(profile);
  const findings: RuleFinding<"token-ink">[] = [];
  const toReview: RuleFinding<"token-ink">[] = [];
  try {
    for (const { name, value, colour, press, pressPlace, pressReason } of tokens) {
      if (press === undefined) continue;
      const wanted = view.inkOf(colour);
      const difference = colourDifference(view.labOf(wanted), view.labOf(press));
      if (difference <= MOST_INK_DIFFERENCE) continue;
      const rule = COLOUR_RULES["token-ink"];
      const where = formatPlace(pressPlace);
      const differs = `--${name} is ${value} on screen, and its ink, ${formatInk(press)}, prints like ${hexOf(view.screenOf(press))}; the output profile “${profile.description}” prints ${value} with ${formatInk(wanted)}, like ${hexOf(view.screenOf(wanted))}. They differ by ${difference.toFixed(1)} (CIEDE2000)`;
      if (pressReason) {
        toReview.push(
          findingOf(rule, {
            where,
            message: `${differs}, on purpose: ${pressReason}`,
            help: "Look at a proof: nothing else compares the two.",
          }),
        );
        continue;
      }
      findings.push(
        findingOf(rule, {
          where,
          message: `${differs}; ${MOST_INK_DIFFERENCE} is the most.`,
          help: `Write --${name}-press: ${formatInk(wanted)}; or, where the difference is meant, end the comment above the colour with "press differs:" and the reason.`,
        }),
      );
    }
    return { findings, toReview };
  } finally {
    view.close();
  }
}

/** As style sheets write it, in whole percents. */
function formatInk(ink: Ink): string {
  return `device-cmyk(${ink.map((share) => `${Math.round(share * 100)}%`).join(" ")})`;
}
