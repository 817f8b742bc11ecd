/**
 * Whom a fault affects, in words that reports show. Data: the kinds of people, and what each is called.
 */

/** In the order in which they are named. */
export const AFFECTED = {
  blind: "people who are blind",
  "low-vision": "people with low vision",
  "colour-blind": "people who are colour-blind",
  deaf: "people who are deaf or hard of hearing",
  motor: "people who use a keyboard, a switch or their voice instead of a mouse",
  cognition: "people who find reading or remembering hard",
  seizures: "people whom flashing or moving things make ill",
  everyone: "everyone who reads it",
  "print-shop": "the print shop",
  publisher: "the publisher",
} as const;

export type Affected = keyof typeof AFFECTED;

/** Each once, in the order of {@link AFFECTED}. */
export function inOrder(affected: readonly Affected[]): readonly Affected[] {
  return (Object.keys(AFFECTED) as readonly Affected[]).filter((each) => affected.includes(each));
}
