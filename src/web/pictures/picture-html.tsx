/**
 * A picture as HTML. Input: its path in the content folder and its alternative, both untrusted;
 * output: what an edition shows. Print shows the original at its full resolution.
 */
import { renderToString } from "preact-render-to-string";
import { addressOfPath, pathOfAddress } from "../../publication/picture-path.ts";

/**
 * @param file path in the content folder.
 * @param alt the alternative, in plain text.
 */
export type PictureHtml = (file: string, alt: string) => string;

export const originalPicture: PictureHtml = (file, alt) =>
  renderToString(<img src={addressOfPath(file)} alt={alt} />);

/** As markdown-it writes a picture: its address first, then its alternative. */
const IMAGE = /<img src="([^"]*)" alt="([^"]*)"[^>]*>/gu;

/** Paths of the pictures that `html` shows, in the content folder. */
export function picturesIn(html: string): readonly string[] {
  return [...html.matchAll(IMAGE)].map(([, address = ""]) => pathOfAddress(plainText(address)));
}

export function replacePictures(html: string, picture: PictureHtml): string {
  return html.replace(IMAGE, (_image, address: string, alt: string) =>
    picture(pathOfAddress(plainText(address)), plainText(alt)),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};

/** The value of an attribute that markdown-it wrote: it escapes these four and no more. */
function plainText(value: string): string {
  return value.replace(/&(?:lt|gt|quot|amp);/gu, (entity) => ENTITIES[entity] ?? entity);
}
