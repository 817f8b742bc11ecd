/** Targets that are met or missed, with the figures that say so. Pure. */

export interface Verdict {
  readonly target: string;
  readonly figure: string;
  readonly met: boolean;
}

export function formatVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ target, figure, met }) => `${met ? "met   " : "MISSED"}  ${target}: ${figure}`)
    .join("\n");
}
