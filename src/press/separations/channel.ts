/**
 * The separations, and what a colour is worth on one of them. It reads no PDF.
 */
import type { Ink } from "../colour/ink-limit.ts";

export const SEPARATIONS = ["cyan", "magenta", "yellow", "black"] as const;
export type Separation = (typeof SEPARATIONS)[number];

/**
 * What a drawing is reduced to: one separation, or the luminosity that a soft mask is made of, which says
 * how much is painted and not with what (ISO 32000-1 §11.5.3).
 */
export type Channel = Separation | "mask";

export const ALL_SEPARATIONS: ReadonlySet<Separation> = new Set(SEPARATIONS);

/** Gray of a share of ink: full ink is black. */
export function grayOfSeparation(ink: Ink, separation: Separation): number {
  return 1 - unit(ink[SEPARATIONS.indexOf(separation)] ?? 0);
}

/** From 0 to 1, whatever a file says. */
export function unit(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
