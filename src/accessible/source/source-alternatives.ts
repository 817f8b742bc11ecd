/** What generated text reads as instead of itself. Input: the source's elements. Pure. */
import { elementsByRef } from "./source-names.ts";
import type { SourceElement } from "./source-tree.ts";

/** By its name in print, `ref:slot`; undefined for what reads as itself. */
export function sourceAlternatives(body: SourceElement): (key: string) => string | undefined {
  const elements = elementsByRef(body);
  return (key) => {
    const [ref = "", slot = ""] = key.split(":");
    const alternatives: Readonly<Record<string, string>> | undefined =
      elements.get(ref)?.alternatives;
    return alternatives?.[slot];
  };
}
