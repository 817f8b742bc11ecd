/**
 * The source as plain text, as it must be read from its PDF: what reading fidelity is judged by, and
 * small enough to keep beside the pages. Input: the logical tree; output: a line for each block, in
 * reading order, alternative texts where figures and formulas stand. Pure.
 */
import { isInline, type LogicalElement } from "../tree/logical-tree.ts";
import { collapse } from "./source-names.ts";

/** White space is collapsed and soft hyphens are left out; each line ends with a line feed. */
export function sourceReading(root: LogicalElement): string {
  const lines: string[] = [];
  let open = "";
  const close = (): void => {
    const line = collapse(open);
    if (line !== "") lines.push(`${line}\n`);
    open = "";
  };
  const read = ({ children }: LogicalElement): void => {
    for (const child of children) {
      if (child.kind === "content") open += child.text;
      else if (child.alt !== undefined) open += ` ${child.alt} `;
      else if (isInline(child)) read(child);
      else {
        close();
        read(child);
        close();
      }
    }
  };
  read(root);
  close();
  return lines.join("");
}
