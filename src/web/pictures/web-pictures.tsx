/**
 * The pictures of the web edition: each in several widths and formats, of which a browser takes the
 * smallest that will do. Input: pictures of the content folder, untrusted; output: files beside the
 * page, and elements that name them. Drawings (SVG) are shown as they are, at the path by which
 * authors name them. What cameras write into a picture, such as the place, is left out. Nothing is
 * fetched. Few files are encoded at once: each takes the memory of a whole picture.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import makeImages, { type ImageFile, type ImageOptions } from "@11ty/eleventy-img";
import type { JSX } from "preact";
import { PublicationError } from "../../errors.ts";
import { runTogether } from "../../async/run-together.ts";
import type { PictureElement } from "../text/text-elements.ts";
import { originalPicture } from "./original-picture.tsx";

export interface WebPictureFolders {
  readonly contentDir: string;
  /** Folder of the page. */
  readonly outputDir: string;
}

/** Folder of the pictures beside the page. */
const FOLDER = "img";
/** Widths in pixels; none is larger than the original. */
const WIDTHS = [360, 720, 1080, 1440];
const FORMATS = ["avif", "webp", "auto"] as const;
/** How wide a picture is shown: see `.text` and `.photo` in web.css. */
const SIZES = "(min-width: 40rem) 36rem, calc(100vw - 2.5rem)";
/** Files that are encoded side by side. */
const AT_ONCE = 2;

/**
 * @param signal keeps files from being begun; one that is being encoded cannot be stopped.
 * @throws PublicationError `picture` where a file is no picture or a broken one.
 */
export async function makeWebPictures(
  files: readonly string[],
  folders: WebPictureFolders,
  signal?: AbortSignal,
): Promise<PictureElement> {
  const isDrawing = (file: string): boolean => /\.svg$/iu.test(file);
  const shown = [...new Set(files)];
  const rasters = shown.filter((file) => !isDrawing(file));
  await Promise.all(shown.filter(isDrawing).map((file) => copyDrawing(file, folders)));
  const planned = new Map<string, PlannedPicture>();
  for (const file of rasters) {
    signal?.throwIfAborted();
    planned.set(file, await planPicture(file, folders));
  }
  const encodings = [...planned.values()].flatMap(({ encodings }) => encodings);
  const unlessStopped = encodings.map((encode) => () => {
    signal?.throwIfAborted();
    return encode();
  });
  await runTogether(unlessStopped, { limit: AT_ONCE, stop: new AbortController() });
  return (file, alt) => {
    const formats = planned.get(file)?.formats;
    return formats === undefined ? (
      originalPicture(file, alt)
    ) : (
      <Picture formats={formats} alt={alt} />
    );
  };
}

async function copyDrawing(
  file: string,
  { contentDir, outputDir }: WebPictureFolders,
): Promise<void> {
  const target = path.join(outputDir, file);
  await mkdir(path.dirname(target), { recursive: true });
  await copyFile(path.join(contentDir, file), target);
}

/** By format, each from its smallest file on; the last format is what every browser reads. */
type PictureFormats = readonly (readonly ImageFile[])[];

interface PlannedPicture {
  readonly formats: PictureFormats;
  /** Each makes one file. */
  readonly encodings: readonly (() => Promise<void>)[];
}

async function planPicture(
  file: string,
  { contentDir, outputDir }: WebPictureFolders,
): Promise<PlannedPicture> {
  const source = path.join(contentDir, file);
  const hash = (await hashOf(source)).slice(0, 10);
  // Its address in a srcset may hold neither spaces nor commas.
  const slug = path.parse(file).name.replace(/[^\p{L}\p{N}._-]+/gu, "-");
  const make = (
    options: Pick<ImageOptions, "widths" | "formats" | "statsOnly">,
  ): Promise<Readonly<Record<string, readonly ImageFile[]>>> =>
    makeImages(source, {
      outputDir: path.join(outputDir, FOLDER),
      urlPath: `${FOLDER}/`,
      useCache: false,
      fixOrientation: true,
      filenameFormat: (_id, _src, width, format) => `${slug}-${hash}-${width}.${format}`,
      ...options,
    }).catch((cause: unknown) => {
      throw new PublicationError("picture", `${file} cannot be read as a picture`, {
        place: { file: path.join("content", file) },
        hint: "open it in a program for pictures, and save it again as JPEG or PNG",
        cause,
      });
    });
  const formats = await make({ widths: WIDTHS, formats: FORMATS, statsOnly: true });
  const encodings = Object.values(formats)
    .flat()
    .map(({ format, width }) => async () => {
      await make({ widths: [width], formats: [format], statsOnly: false });
    });
  return { formats: Object.values(formats), encodings };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** The largest file of the last format stands for the picture. */
function Picture({
  formats,
  alt,
}: {
  readonly formats: PictureFormats;
  readonly alt: string;
}): JSX.Element {
  const setOf = (files: readonly ImageFile[]): string =>
    files.map(({ srcset }) => srcset).join(", ");
  const fallback = formats.at(-1) ?? [];
  const largest = fallback.at(-1);
  if (largest === undefined) throw new RangeError("a picture has no file");
  const { url, width, height } = largest;
  return (
    <picture>
      {formats.slice(0, -1).map((files) => (
        <source
          key={files[0]?.sourceType}
          type={files[0]?.sourceType}
          srcset={setOf(files)}
          sizes={SIZES}
        />
      ))}
      <img
        src={url}
        srcset={setOf(fallback)}
        sizes={SIZES}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}
