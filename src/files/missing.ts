/** Whether there is something at a path. It reads nothing of it. */
import { lstat } from "node:fs/promises";

/** @throws what the system says of a path that it does not let us look at. */
export async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Whether the system has said that there is nothing at a path. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
