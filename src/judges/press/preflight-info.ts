/** Preflight and its rules, as data. */
import type { JudgeInfo } from "../verdict/judge-info.ts";
import { COLOUR_RULES } from "./preflight/rules/colour.ts";
import { CONTENT_RULES } from "./preflight/rules/content.ts";
import { FILE_RULES } from "./preflight/rules/file.ts";
import { INK_RULES } from "./preflight/rules/ink.ts";
import { LAYER_RULES } from "./preflight/rules/layer.ts";
import { MARK_RULES } from "./preflight/rules/mark.ts";
import { METADATA_RULES } from "./preflight/rules/metadata.ts";
import { OBJECT_RULES } from "./preflight/rules/object.ts";
import { PAGE_RULES } from "./preflight/rules/page.ts";
import type { PreflightRule } from "./preflight/rules/press-rules.ts";
import { SEPARATION_RULES } from "./preflight/rules/separation.ts";

export const PREFLIGHT = {
  name: "imprimatur-preflight",
  version: "1",
  looksAt:
    "Whether a print shop can print it as it is meant: PDF/X-4, and what is asked for beside it.",
  subjects: ["press-file"],
  needs: [],
  limit: "judgeTimeoutMs",
  rules: {
    ...FILE_RULES,
    ...METADATA_RULES,
    ...OBJECT_RULES,
    ...LAYER_RULES,
    ...PAGE_RULES,
    ...CONTENT_RULES,
    ...COLOUR_RULES,
    ...INK_RULES,
    ...MARK_RULES,
    ...SEPARATION_RULES,
  },
} as const satisfies JudgeInfo;

/** Every rule, by subject. */
export const PREFLIGHT_RULES: readonly PreflightRule[] = Object.values(PREFLIGHT.rules);
