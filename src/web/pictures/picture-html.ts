/**
 * A picture as HTML. Input: its path in the content folder and its alternative; output: what an
 * edition shows. Print shows the original at its full resolution.
 */

/** @param altHtml the alternative as HTML, with its entities. */
export type PictureHtml = (file: string, altHtml: string) => string;

export const originalPicture: PictureHtml = (file, altHtml) =>
  `<img src="${file}" alt="${altHtml}">`;

/** As markdown-it writes a picture: its address first, then its alternative. */
const IMAGE = /<img src="([^"]*)" alt="([^"]*)"[^>]*>/gu;

/** Paths of the pictures that `html` shows, as they are written there. */
export function picturesIn(html: string): readonly string[] {
  return [...html.matchAll(IMAGE)].map(([, file = ""]) => file);
}

export function replacePictures(html: string, picture: PictureHtml): string {
  return html.replace(IMAGE, (_image, file: string, altHtml: string) => picture(file, altHtml));
}
