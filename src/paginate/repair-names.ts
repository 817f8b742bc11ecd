/** The repairs for paper, in the order in which they are made: each sees what those before it changed. */
import { z } from "zod";
import type { RepairName } from "./in-page/repairs/repair.ts";

export type { RepairName };

export const REPAIR_NAMES = [
  "missing",
  "shells",
  "columns",
  "pictures",
  "lines",
  "tables",
  "words",
  "shadows",
] as const satisfies readonly RepairName[];

export const repairNameSchema = z.enum(REPAIR_NAMES);
