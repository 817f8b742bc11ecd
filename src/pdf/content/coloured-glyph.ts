/**
 * Whether a drawn letter (Type 3) brings colours of its own: it says so by its first operator, `d0`;
 * ISO 32000-1 §9.6.5. Input: its content; output: yes or no.
 */
import { OperationReader } from "./operations.ts";

export function isColouredGlyph(content: Uint8Array): boolean {
  return new OperationReader(content).next()?.operator === "d0";
}
