/** The judge of the tokens' colours and its rules, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

export const COLOUR_RULES = ruleSet({
  "token-contrast": {
    summary:
      "A colour of `styles/tokens.css` has too little contrast with what its comment says that it stands on: less than 7:1 for text, 4.5:1 for large text and graphics.",
    impact: "serious",
    wcag: ["1.4.6", "1.4.11"],
    affects: ["low-vision", "colour-blind"],
    fix: "Make one of the two darker or lighter, or take the pair out of the comment above the colour if it does not occur.",
  },
  "token-ink": {
    summary:
      "The ink of a colour (its `-press` value) differs by more than 10 (CIEDE2000) from what the output profile makes of the screen colour; to review where the comment says why.",
    impact: "moderate",
    affects: ["publisher"],
    fix: 'Write the ink that the output profile gives; or, where the difference is meant, end the comment above the colour with "press differs:" and the reason.',
  },
  "token-fault": {
    summary: "A colour or a comment of `styles/tokens.css` cannot be read.",
    impact: "moderate",
    affects: ["publisher"],
    fix: "Write the colour and its comment as the others are written.",
  },
});

export const COLOURS = {
  name: "imprimatur-colours",
  version: "2",
  looksAt:
    "The tokens' colours are what their comments promise, and the inks of a press edition look like them.",
  subjects: ["project"],
  needs: ["project"],
  limit: "judgeTimeoutMs",
  rules: COLOUR_RULES,
} as const satisfies JudgeInfo;
