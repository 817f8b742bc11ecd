/**
 * What is read of the source and of its pages, and the functions of the world that reads them, kept
 * on `window.proof`. Types alone, no code.
 *
 * A function that runs in the page is sent there as text, so it refers to nothing outside itself
 * but the globals of its world.
 */
import type { ClipReading } from "./proof/install-clip-reader.ts";
import type { FrameNames } from "./proof/frames/install-frame-names.ts";
import type { FrameStyles } from "./proof/frames/install-frame-styles.ts";
import type { Displayed } from "./proof/install-displayed.ts";
import type { DomAccess } from "./proof/install-dom-access.ts";

/**
 * Text of one text node of the print source, in the order of the document; texts of shadow trees and
 * of controls come last.
 */
export interface SourceText {
  /** The `data-ref` of the element that the text stands in, or whose shadow tree it stands in. */
  readonly ref: string;
  readonly text: string;
  /** Moved off the canvas by its author, for screen readers only. */
  readonly offscreen: boolean;
  /** Hidden from sight alone by its author, for screen readers only. */
  readonly unseen?: true;
  /** Stands in a shadow tree. */
  readonly inShadow?: true;
}

/** A picture or other replaced element of the print source. */
export interface SourcePicture {
  readonly ref: string;
  /** Hidden from sight by its author, or moved off the canvas. */
  readonly unseen?: true;
}

export interface SourceSnapshot {
  readonly texts: readonly SourceText[];
  readonly pictures: readonly SourcePicture[];
  /** By `data-ref`: how to name the element to a person, e.g. `p#summary`. */
  readonly elementNames: Readonly<Record<string, string>>;
}

/** What was done to the source so that all of it can stand on paper. */
export interface SourceChanges {
  /** How many frames became sections. */
  readonly frames: number;
  /** How many closed `details` were opened. */
  readonly openedDetails: number;
}

export interface PreparedSource extends SourceSnapshot {
  readonly changes: SourceChanges;
}

/** Text of one text node of the pages, in the order of the pages. */
export interface ShownText {
  readonly pageNumber: number;
  readonly ref: string;
  readonly text: string;
  /** Its last letter may be a hyphen that layout printed at the page's end. */
  readonly endsInHyphen?: true;
  /** Stretches of `text`, from and to, that the page does not show. */
  readonly clipped: readonly (readonly [from: number, to: number])[];
  /** Stands in a margin box or is fixed to every page, so that it may come again and again. */
  readonly repeats: boolean;
  /** Hidden from sight alone: the source must say the same of it. */
  readonly unseen?: true;
}

export interface ShownPicture {
  readonly pageNumber: number;
  readonly ref: string;
  readonly clipped: boolean;
  readonly repeats: boolean;
  readonly unseen?: true;
}

export interface PagesSnapshot {
  readonly texts: readonly ShownText[];
  readonly pictures: readonly ShownPicture[];
}

export interface FailedResource {
  readonly kind: "font" | "image";
  /** A font's family, weight and style; an image's address. */
  readonly name: string;
}

/** Our functions in the world that numbers, reads and proves. */
export interface InProof {
  readonly dom: DomAccess;
  readonly displayed: Displayed;
  readonly clips: ClipReading;
  /** Shadow trees of the source, closed ones too. */
  readonly shadowTrees: ShadowRoot[];
  /** Gives boxes to what the browser leaves without until it is near. */
  renderAll: () => void;
  /** Makes the source ready to be read and laid out, and numbers its elements. */
  prepareSource: () => void;
  readonly frameStyles: FrameStyles;
  readonly frameNames: FrameNames;
  /** Puts the content of frames in their place, and says of how many. */
  adoptFrames: () => Promise<number>;
  /** Writes what scripts and readers have typed and chosen where a copy takes it from. */
  keepControls: (root: Document) => void;
  /** Opens `details` that are closed, and says how many. */
  openDetails: () => number;
  readSource: () => SourceSnapshot;
  readPages: () => PagesSnapshot;
  /** From here on, every change of the document is noted. */
  watchChanges: () => void;
  /** Runs what may change the document, and notes no change of it. */
  changing: (run: () => unknown) => unknown;
  hasChanged: () => boolean;
}

declare global {
  interface Window {
    proof: InProof;
  }
}
