/**
 * The output profile that a project names for its press. Input: the path in the project; output: the
 * profile, FOGRA39 where none is named.
 */
import { readFile } from "node:fs/promises";
import { PublicationError } from "../../errors.ts";
import { fileIn, type ProjectFolders } from "../../project/folders.ts";
import { defaultOutputProfile, readOutputProfile, type OutputProfile } from "./output-profile.ts";

/**
 * @param profile path in the project; FOGRA39 where it is undefined.
 * @throws PublicationError `press-profile` with the file, for what is no profile of a press.
 */
export async function outputProfileOf(
  profile: string | undefined,
  folders: ProjectFolders,
): Promise<OutputProfile> {
  if (profile === undefined) return defaultOutputProfile();
  const bytes = new Uint8Array(await readFile(fileIn(folders, profile)));
  try {
    return readOutputProfile(bytes);
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    throw new PublicationError(error.code, error.message, {
      place: { file: profile },
      ...hint,
      cause: error,
    });
  }
}
