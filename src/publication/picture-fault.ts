/**
 * Pictures that content names. Input: the content folder and a path in it. Output: what is wrong
 * with the path or the file, or undefined. Of a picture no more is read than its kind and size.
 */
import sharp from "sharp";
import { findContainedFile } from "./contained-file.ts";
import { quoteValue, type Fault } from "./fault.ts";

export const PICTURE_NAME = /\.(?:jpe?g|png|webp|avif|svg)$/iu;

const expected = "the path of a .jpg, .jpeg, .png, .webp, .avif or .svg file in the content folder";

export async function pictureFault(
  contentDir: string,
  picture: string,
): Promise<Pick<Fault, "message" | "expected" | "hint"> | undefined> {
  const name = quoteValue(picture);
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(picture)) {
    const message = `the picture ${name} is not part of the content`;
    return { message, expected, hint: "put the file in the content folder and name its path" };
  }
  const found = await findContainedFile(contentDir, picture);
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
      if (await canBeRead(found.realPath)) return undefined;
      return {
        message: `${name} cannot be read as a picture`,
        expected,
        hint: "open it in a program for pictures, and save it again as JPEG or PNG",
      };
  }
}

/** A browser would show a sign for a broken picture, and print it. Drawings it reads itself. */
async function canBeRead(file: string): Promise<boolean> {
  if (/\.svg$/iu.test(file)) return true;
  return sharp(file)
    .metadata()
    .then(
      ({ width, height }) => width > 0 && height > 0,
      () => false,
    );
}
