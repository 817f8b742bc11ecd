/**
 * The stack of a fault of the program, with the places in its sources. Input: a stack with places in the
 * compiled program; output: the same, where the source maps beside it know more.
 */
import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

const PLACE = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/g;

export function sourceStack(stack: string): string {
  return stack.replaceAll(PLACE, (place, file: string, line: string, column: string) => {
    const map = mapOf(file);
    if (map === undefined) return place;
    const origin = map.findOrigin(Number(line), Number(column));
    if (!("fileName" in origin)) return place;
    const source = fileURLToPath(new URL(origin.fileName, file));
    return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOf(file: string): SourceMap | undefined {
  try {
    return new SourceMap(
      JSON.parse(readFileSync(new URL(`${file}.map`), "utf8")) as SourceMapPayload,
    );
  } catch {
    // A module of a package, which has none.
    return undefined;
  }
}
