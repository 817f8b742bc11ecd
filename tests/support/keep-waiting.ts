/** Loaded before a command: something that still waits, as packages may, when the command has ended. */
setTimeout(() => undefined, 600_000);
