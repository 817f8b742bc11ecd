/**
 * A picture at its full resolution, as print shows it. Input: its path in the content folder and its
 * alternative, both untrusted; output: an element.
 */
import { addressOfPath } from "../../publication/fields/picture-path.ts";
import type { PictureElement } from "../text/text-elements.ts";

export const originalPicture: PictureElement = (file, alt) => (
  <img src={addressOfPath(file)} alt={alt} />
);
