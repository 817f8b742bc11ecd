/** The standards that the accessible stage keeps, and what they ask of its files. */
import { demandsOf } from "../pdf/standards/demands.ts";
import { STANDARDS, type StandardId } from "../pdf/standards/standards.ts";

const keptIds = ["pdf-ua-1", "pdf-a-2a"] as const satisfies readonly StandardId[];

export type KeptStandard = (typeof keptIds)[number];

export const KEPT_STANDARDS = keptIds.map((id) => STANDARDS[id]);

export const KEPT_DEMANDS = demandsOf(KEPT_STANDARDS);
