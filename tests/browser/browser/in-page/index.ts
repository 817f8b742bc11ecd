/** A module for pages, of two files, with state of its own. */
import { next } from "./count.ts";

export { next };

export function titled(prefix: string): string {
  return `${prefix}${document.title}`;
}

export async function later(value: number): Promise<{ readonly doubled: number }> {
  await document.fonts.ready;
  return { doubled: value * 2 };
}

export function fail(): void {
  throw new Error("it has failed");
}

export function globals(): string[] {
  return Object.getOwnPropertyNames(globalThis).sort();
}

const steps: string[] = [];

export function noting(run: () => unknown): unknown {
  steps.push("before");
  const result = run();
  steps.push("after");
  return result;
}

export function note(step: string): number {
  return steps.push(step);
}

export function noted(): readonly string[] {
  return steps;
}

const seen: string[] = [];

export function see(tree: ShadowRoot): void {
  seen.push(`${tree.mode} ${tree.textContent}`);
}

export function seenTrees(): readonly string[] {
  return seen;
}
