/**
 * What the system refuses, in plain words: a full disk, a folder that may not be written, too many
 * open files. Input: an error of Node.js with an errno code, or one that such an error has caused;
 * output: a `PublicationError` with what could not be done, to which file, why, and what helps. It
 * touches no file.
 */
import path from "node:path";
import { PublicationError } from "../errors.ts";

/** An error of a system call. */
export interface SystemError extends Error {
  /** The name of the errno, e.g. `ENOSPC`. */
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

interface Kind {
  /** The `code` of the error that is made. */
  readonly code: string;
  readonly words: string;
  readonly hint: string;
}

const SPACE = "make room, and run it again";
const RIGHTS = "change its owner or its rights, or choose another place";
const PATH = "look at each folder of the path";

const KINDS: Readonly<Record<string, Kind>> = {
  EACCES: { code: "not-permitted", words: "this user may not do that", hint: RIGHTS },
  EPERM: { code: "not-permitted", words: "the system does not permit it", hint: RIGHTS },
  EROFS: { code: "not-permitted", words: "the disk can only be read", hint: RIGHTS },
  ENOSPC: { code: "disk-full", words: "no space is left on the disk", hint: SPACE },
  EDQUOT: { code: "disk-full", words: "the quota of disk space is used up", hint: SPACE },
  EFBIG: {
    code: "file-too-large",
    words: "it is larger than a file may be here",
    hint: "raise the limit (`ulimit -f`), or choose another disk",
  },
  ENOENT: { code: "not-found", words: "there is no such file or folder", hint: PATH },
  ENOTDIR: { code: "not-found", words: "a part of its path is a file and no folder", hint: PATH },
  ELOOP: { code: "not-found", words: "its links lead round in a circle", hint: PATH },
  ENAMETOOLONG: {
    code: "name-too-long",
    words: "the name is too long for the disk",
    hint: "choose a shorter name",
  },
  EISDIR: { code: "is-a-folder", words: "it is a folder", hint: "name a file" },
  EEXIST: { code: "already-there", words: "it is there already", hint: "choose another name" },
  ENOTEMPTY: { code: "already-there", words: "the folder is not empty", hint: "empty it first" },
  EMFILE: {
    code: "too-many-files",
    words: "this program may open no more files",
    hint: "raise the limit (`ulimit -n`)",
  },
  ENFILE: {
    code: "too-many-files",
    words: "the system can open no more files",
    hint: "close other programs, and run it again",
  },
  EXDEV: {
    code: "system-error",
    words: "the two places are on different disks",
    hint: "choose a place on the same disk",
  },
  EBUSY: {
    code: "busy",
    words: "another program, or the system itself, is using it",
    hint: "close what uses it, or choose another place",
  },
  ETXTBSY: { code: "busy", words: "it is a program that runs", hint: "end it first" },
  EPIPE: {
    code: "output-closed",
    words: "whoever was to read it has gone",
    hint: "let the reader read to the end",
  },
  ENXIO: { code: "output-closed", words: "nobody reads it", hint: "start its reader first" },
  EIO: {
    code: "system-error",
    words: "the disk or device has failed",
    hint: "look at the disk, or choose another",
  },
  ENOMEM: { code: "no-memory", words: "no memory is left", hint: "close other programs" },
  EBADF: { code: "system-error", words: "no such file is open", hint: "open it first" },
  EAGAIN: {
    code: "system-error",
    words: "the system is short of processes or memory",
    hint: "close other programs, and run it again",
  },
};

const OTHER: Omit<Kind, "words"> = {
  code: "system-error",
  hint: "look at the place, or choose another",
};

/** What was tried, by the name of the system call; of others it is only known that they failed. */
const TRIED: Readonly<Record<string, string>> = {
  access: "opened",
  chmod: "changed",
  copyfile: "copied",
  lstat: "opened",
  mkdir: "made",
  mkdtemp: "made",
  open: "opened",
  opendir: "opened",
  read: "read",
  readlink: "read",
  realpath: "opened",
  rename: "moved",
  rmdir: "removed",
  scandir: "read",
  spawn: "started",
  stat: "opened",
  unlink: "removed",
  write: "written",
};

export interface Explained {
  /** What could not be done, e.g. `report.pdf cannot be written`; from the error by default. */
  readonly what?: string;
  /** The file as the person knows it; the one that the system named by default. */
  readonly file?: string;
  /** Instead of what helps in general. */
  readonly hint?: string;
}

/** The error of a system call that an error is, or has come of; undefined where there is none. */
export function systemErrorIn(error: unknown): SystemError | undefined {
  let looked = error;
  // Errors that wrap each other in a circle are not worth a set.
  for (let depth = 0; depth < 10 && looked instanceof Error; depth++) {
    if (isSystemError(looked)) return looked;
    // Eleventy has a name of its own for the cause.
    looked = "originalError" in looked ? looked.originalError : looked.cause;
  }
  return undefined;
}

/** The error in words, with its file as its place where the system named one. */
export function explainSystemError(
  error: SystemError,
  { what, file: known, hint }: Explained = {},
): PublicationError {
  const kind = KINDS[error.code] ?? { ...OTHER, words: lowered(error.message) };
  const file = known ?? (error.path ? shownPath(error.path) : undefined);
  const details = { hint: hint ?? kind.hint, cause: error };
  if (error.syscall === "uv_cwd") {
    return new PublicationError("not-found", "the current folder does not exist any more", {
      ...details,
      hint: "change to one that does",
    });
  }
  const tried = TRIED[error.syscall.replace(/^spawn .*/, "spawn")] ?? "used";
  const failed = what ?? (file === undefined ? undefined : `${file} cannot be ${tried}`);
  return new PublicationError(
    kind.code,
    failed === undefined ? kind.words : `${failed}: ${kind.words}`,
    { ...details, ...(file !== undefined && { place: { file } }) },
  );
}

function isSystemError(error: Error): error is SystemError {
  return (
    "code" in error &&
    typeof error.code === "string" &&
    /^E[A-Z\d]+$/.test(error.code) &&
    "syscall" in error &&
    typeof error.syscall === "string"
  );
}

/** As a person would name it from where they are. */
function shownPath(file: string): string {
  const relative = path.isAbsolute(file) ? relativeTo(file) : file;
  return relative === "" || relative.startsWith("..") ? file : relative;
}

function relativeTo(file: string): string {
  try {
    return path.relative(process.cwd(), file);
  } catch {
    return file;
  }
}

/** `ESTALE: stale file handle, open 'x'` → `stale file handle` */
function lowered(message: string): string {
  return /^E[A-Z\d]+: (.*?)(?:, \w+.*)?$/.exec(message)?.[1] ?? message;
}
