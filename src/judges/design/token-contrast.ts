/**
 * Measures each colour of the design tokens on the colours that it is said to stand on. Input: the
 * tokens in force. Output: the pairs, with their contrast and what it must be; and the judge of the
 * project's tokens, light and dark, so that who changes the accent hears of it from the build. What
 * the judge says of inks is in `token-ink.ts`.
 *
 * 7:1 for text (WCAG 2.2, 1.4.6); 4.5:1 for large text (1.4.6) and for lines and shapes that say
 * something, where 1.4.11 asks for 3:1.
 */
import { formatPlace } from "../../errors.ts";
import type { Fault } from "../../publication/faults/fault.ts";
import { outputProfileOf } from "../../press/colour/project-profile.ts";
import type { Project } from "../../project/project.ts";
import type { DesignToken, RoleKind } from "../../design/tokens/design-tokens.ts";
import { contrastRatio, formatRatio } from "../html/contrast-ratio.ts";
import { findingOf, type RuleFinding } from "../verdict/judge-info.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import { COLOUR_RULES, COLOURS } from "./colours-info.ts";
import { judgeInks } from "./token-ink.ts";

const NEEDED: Readonly<Record<RoleKind, number>> = { text: 7, large: 4.5, graphic: 4.5 };

export interface TokenPair {
  readonly token: DesignToken;
  readonly ground: DesignToken;
  readonly kind: RoleKind;
  readonly ratio: number;
  readonly needed: number;
}

/** Every pair that the roles name; a ground that is no token is a fault of the tokens, not a pair. */
export function tokenPairs(tokens: readonly DesignToken[]): readonly TokenPair[] {
  const byName = new Map(tokens.map((token) => [token.name, token]));
  return tokens.flatMap((token) =>
    token.roles.flatMap((role) => {
      if (role.kind === "area") return [];
      const { kind, on } = role;
      return on.flatMap((name): readonly TokenPair[] => {
        const ground = byName.get(name);
        if (ground === undefined) return [];
        const ratio = contrastRatio(token.colour, ground.colour);
        return [{ token, ground, kind, ratio, needed: NEEDED[kind] }];
      });
    }),
  );
}

export function isTooLow({ ratio, needed }: TokenPair): boolean {
  return ratio < needed;
}

export interface ColoursSubject {
  readonly project: Pick<Project, "folders" | "design">;
  /** Of a press edition, which prints the tokens' inks. */
  readonly press?: {
    /** Path of its output profile in the project; FOGRA39 where it is undefined. */
    readonly profile: string | undefined;
  };
}

/** Judges the tokens of a project: their contrast, and for a press edition their inks. */
export const coloursJudge: Judge<ColoursSubject> = judgeBy(COLOURS, async ({ project, press }) => {
  const { tokens } = project.design;
  if (tokens === undefined) return { findings: [] };
  const { light, dark = [], faults } = tokens;
  const inLight = new Set(light);
  // A pair of tokens that dark inherits has been reported already.
  const darkPairs = tokenPairs(dark).filter(
    ({ token, ground }) => !inLight.has(token) || !inLight.has(ground),
  );
  const inks =
    press === undefined
      ? { findings: [], toReview: [] }
      : await judgeInks(light, await outputProfileOf(press.profile, project.folders));
  return {
    toReview: inks.toReview,
    findings: [
      ...faults.map(findingOfFault),
      ...tokenPairs(light)
        .filter(isTooLow)
        .map((pair) => findingOfPair(pair, "light")),
      ...darkPairs.filter(isTooLow).map((pair) => findingOfPair(pair, "dark")),
      ...inks.findings,
    ],
  };
});

function findingOfPair(pair: TokenPair, scheme: string): RuleFinding<"token-contrast"> {
  const { token, ground, kind, ratio, needed } = pair;
  return findingOf(COLOUR_RULES["token-contrast"], {
    wcag: [kind === "graphic" ? "1.4.11" : "1.4.6"],
    where: formatPlace(token),
    message: `--${token.name} (${token.value}) on --${ground.name} (${ground.value}) has a contrast of ${formatRatio(ratio)} in ${scheme} colours; ${kind} needs ${needed}:1.`,
  });
}

function findingOfFault(fault: Fault): RuleFinding<"token-fault"> {
  return findingOf(COLOUR_RULES["token-fault"], {
    where: formatPlace(fault),
    message: `${fault.message}; expected: ${fault.expected}.`,
    help: fault.hint,
  });
}
