/** A document in a frame, while it becomes a section of the document around it; and the marks it gets. */

export interface FrameContext {
  readonly inner: Document;
  /** From 1, in the order in which frames are met. */
  readonly number: number;
  /** New names of ids that the document around the frame has as well. */
  readonly renamed: ReadonlyMap<string, string>;
}

export const marks = {
  /** On every element of a frame's document: its frame's number. */
  frame: "data-imprimatur-frame",
  /** On what stands for its `html` element. */
  root: "data-imprimatur-root",
  /** On what stands for its `body` element. */
  body: "data-imprimatur-body",
} as const;
