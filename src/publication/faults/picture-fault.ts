/**
 * Pictures that content names. Input: the content folder and a path in it. Output: what is wrong
 * with the path or the file, or undefined. Of a picture of pixels no more is read than its kind and
 * size. A drawing (SVG) is published as it is: one that holds scripts, or anything else that does
 * something of its own, is refused. So is what is too large to be decoded: see `picture-limits.ts`.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { placeInEdition } from "../../document/active-content/edition-place.ts";
import { findInDrawing } from "../../document/active-content/find-in-file.ts";
import { findContainedFile } from "../files/contained-file.ts";
import { quoteValue, type Fault } from "./fault.ts";
import {
  embeddedPictureFault,
  fileSizeFault,
  pixelCountFault,
  readHeader,
} from "../fields/picture-limits.ts";

export const PICTURE_NAME = /\.(?:jpe?g|png|webp|avif|svg)$/iu;

const expected = "the path of a .jpg, .jpeg, .png, .webp, .avif or .svg file in the content folder";

type Wording = Pick<Fault, "message" | "expected" | "hint">;

export async function pictureFault(
  contentDir: string,
  picture: string,
): Promise<Wording | undefined> {
  const name = quoteValue(picture);
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(picture)) {
    const message = `the picture ${name} is not part of the content`;
    return { message, expected, hint: "put the file in the content folder and name its path" };
  }
  // A path that leaves the folder on its way would leave the edition's folder too.
  const leaves = path.posix.normalize(picture).startsWith("../");
  const found = leaves
    ? { state: "outside" as const }
    : await findContainedFile(contentDir, picture);
  switch (found.state) {
    case "outside": {
      const message = `the picture ${name} is outside the content folder`;
      return { message, expected, hint: "copy the file into the content folder" };
    }
    case "missing":
    case "not-a-file": {
      const message = `there is no picture ${name} in the content folder`;
      return { message, expected, hint: "paths begin in the content folder: images/madrid.png" };
    }
    case "found":
      if (!PICTURE_NAME.test(picture)) {
        const message = `${name} is not a picture`;
        return { message, expected, hint: "convert it to one of these" };
      }
      return /\.svg$/iu.test(picture)
        ? drawingFault(found.realPath, picture)
        : pixelsFault(found.realPath, name);
  }
}

/** A browser would show a sign for a broken picture, and print it. */
async function pixelsFault(file: string, name: string): Promise<Wording | undefined> {
  const tooLarge = await fileSizeFault(file, `the picture ${name}`, "pixels");
  if (tooLarge !== undefined) return tooLarge;
  const read = await readHeader(file);
  if (read?.format === "svg") {
    const message = `${name} is a drawing (SVG) by what it holds`;
    return { message, expected, hint: "let its name end in .svg, or convert it to a PNG" };
  }
  if (read !== undefined && read.width > 0 && read.height > 0) {
    return pixelCountFault(read, `the picture ${name}`);
  }
  return {
    message: `${name} cannot be read as a picture`,
    expected,
    hint: "open it in a program for pictures, and save it again as JPEG or PNG",
  };
}

async function drawingFault(file: string, picture: string): Promise<Wording | undefined> {
  const name = quoteValue(picture);
  const tooLarge = await fileSizeFault(file, `the picture ${name}`, "drawing");
  if (tooLarge !== undefined) return tooLarge;
  const bytes = await readFile(file);
  const found = findInDrawing(bytes, picture, placeInEdition(picture));
  const [first] = found;
  if (first === undefined) return embeddedPictureFault(bytes, `the drawing ${name}`);
  const more = found.length === 1 ? "" : `, and ${found.length - 1} more`;
  return {
    message: `the drawing ${name} cannot be published: line ${first.line}: ${first.message.replace(/\.$/u, "")}${more}`,
    expected: "a drawing (SVG) without scripts, event attributes and files from elsewhere",
    hint: "export it again as plain SVG, or take that out in a text editor",
  };
}
