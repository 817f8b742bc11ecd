/**
 * A desktop without a screen, for programs that show windows and screen readers that read them: an
 * X display in memory, a session bus with the accessibility services, a window manager. Input: the
 * language. Output: a way to start programs on it.
 *
 * Everything is the session's own: home, settings, sockets, buses. Nothing of the person's own
 * desktop is read or changed. All programs end with the session, and also where this process is
 * killed: each is started so that the kernel ends it when its parent has ended.
 */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";

export interface Desktop extends AsyncDisposable {
  /** The session's own folders, deleted when it ends: for its programs, and for sockets. */
  readonly homeDir: string;
  readonly runtimeDir: string;
  readonly start: (program: string, args: readonly string[]) => StartedProgram;
  /**
   * Runs a program to its end and returns what it printed.
   * @throws Error where it fails, or takes longer than `RUN_MS`.
   */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
}

export interface StartedProgram {
  /** The end of what it printed to stderr and stdout, for messages. */
  readonly output: () => string;
  /** Undefined while it runs. */
  readonly exitCode: () => number | string | undefined;
}

export interface DesktopOptions {
  /** A locale of this machine, such as `fr_FR.UTF-8`. */
  readonly locale: string;
  /** Ends what `run` waits for. */
  readonly signal?: AbortSignal | undefined;
  /** More variables for the programs of the session. */
  readonly environment?: (
    folders: Pick<Desktop, "homeDir" | "runtimeDir">,
  ) => Readonly<Record<string, string>>;
}

const SCREEN = "1280x1000x24";
const START_MS = 20_000;
const RUN_MS = 20_000;
const END_MS = 3_000;
const MAX_OUTPUT = 10_000;

/** Programs that a session itself needs; what is read in it is asked for separately. */
export const desktopPrograms = ["Xvfb", "dbus-daemon", "openbox", "setpriv", "xdotool"] as const;

/** Settings of GNOME programs, in the form that GLib's keyfile backend reads. */
const SETTINGS = `[org/gnome/desktop/interface]
toolkit-accessibility=true

[org/gnome/desktop/a11y/applications]
screen-reader-enabled=true

[org/gnome/evince]
show-caret-navigation-message=false
`;

/** No keys of its own, so that every key reaches the program. */
const WINDOW_MANAGER = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/></openbox_config>
`;

/**
 * Starts the session.
 * @throws Error where a program of it does not start, with what it printed.
 */
export async function openDesktop({
  locale,
  signal,
  environment,
}: DesktopOptions): Promise<Desktop> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-desktop-"));
  const running: Child[] = [];
  const close = async (): Promise<void> => {
    // The youngest first: the buses and the display last.
    for (const child of running.reverse()) await child.end();
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const folders = await makeFolders(dir);
    const own = { homeDir: folders.HOME, runtimeDir: folders.XDG_RUNTIME_DIR };
    const env: Record<string, string> = {
      ...folders,
      PATH: `${path.join(dir, "bin")}:${process.env.PATH ?? ""}`,
      LANG: locale,
      LC_ALL: locale,
      GSETTINGS_BACKEND: "keyfile",
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      // Firefox and GTK look at these before they build their trees.
      GNOME_ACCESSIBILITY: "1",
      ACCESSIBILITY_ENABLED: "1",
      ...environment?.(own),
    };
    const start = (program: string, args: readonly string[], reports = false): Child => {
      const child = new Child(program, args, env, reports);
      running.push(child);
      return child;
    };
    const display = start(
      "Xvfb",
      ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"],
      true,
    );
    env.DISPLAY = `:${await display.report()}`;
    const bus = start(
      "dbus-daemon",
      ["--session", "--nofork", "--nopidfile", "--print-address=3"],
      true,
    );
    env.DBUS_SESSION_BUS_ADDRESS = await bus.report();
    start("openbox", ["--config-file", path.join(dir, "openbox.xml")]);
    return {
      ...own,
      start: (program, args) => start(program, args),
      run: async (program, args) => {
        const options = { env, timeout: RUN_MS, maxBuffer: 64 * 1024 * 1024, signal };
        return (await promisify(execFile)(program, args, options)).stdout;
      },
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeFolders(dir: string) {
  const folders = {
    HOME: path.join(dir, "home"),
    XDG_RUNTIME_DIR: path.join(dir, "run"),
    XDG_CONFIG_HOME: path.join(dir, "config"),
    XDG_DATA_HOME: path.join(dir, "data"),
    XDG_CACHE_HOME: path.join(dir, "cache"),
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { mode: 0o700 });
  const settings = path.join(folders.XDG_CONFIG_HOME, "glib-2.0/settings");
  await mkdir(settings, { recursive: true });
  await writeFile(path.join(settings, "keyfile"), SETTINGS);
  await writeFile(path.join(dir, "openbox.xml"), WINDOW_MANAGER);
  // Orca asks pgrep for another Orca of the same user, and ends where there is one. That one belongs
  // to another desktop: here there is none.
  await mkdir(path.join(dir, "bin"));
  await symlink("/bin/false", path.join(dir, "bin/pgrep"));
  return folders;
}

/** A program of the session, with all that it starts. */
class Child implements StartedProgram {
  readonly #program: string;
  readonly #process: ChildProcess;
  readonly #exited: Promise<unknown>;
  #output = "";
  #error: Error | undefined;

  constructor(
    program: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    reports: boolean,
  ) {
    this.#program = program;
    this.#process = spawn("setpriv", ["--pdeathsig", "KILL", "--", program, ...args], {
      env,
      // A group of its own, so that what it starts can be ended with it.
      detached: true,
      stdio: ["ignore", "pipe", "pipe", reports ? "pipe" : "ignore"],
    });
    this.#exited = once(this.#process, "exit").catch((error: unknown) => {
      this.#error = error instanceof Error ? error : new Error(String(error));
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output = (this.#output + text).slice(-MAX_OUTPUT);
      });
    }
  }

  output = (): string => this.#output.trim();

  exitCode = (): number | string | undefined =>
    this.#error?.message ?? this.#process.exitCode ?? this.#process.signalCode ?? undefined;

  /** The first line that the program writes to its file descriptor 3. */
  async report(): Promise<string> {
    const stream = this.#process.stdio[3] as Readable;
    stream.setEncoding("utf8");
    const read = (async () => {
      let text = "";
      for await (const chunk of stream) {
        text += String(chunk);
        if (text.includes("\n")) break;
      }
      return text.split("\n")[0] ?? "";
    })();
    const line = await Promise.race([read, late(START_MS)]);
    if (line === "") throw new Error(`${this.#program} did not start: ${this.output()}`);
    return line;
  }

  async end(): Promise<void> {
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      if (!this.#signalGroup(signal)) return;
      await Promise.race([this.#exited, late(END_MS)]);
    }
  }

  /** False where nothing of the group is left. */
  #signalGroup(signal: NodeJS.Signals): boolean {
    const { pid } = this.#process;
    if (pid === undefined) return false;
    try {
      return process.kill(-pid, signal);
    } catch {
      return false;
    }
  }
}

async function late(milliseconds: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
  return "";
}
