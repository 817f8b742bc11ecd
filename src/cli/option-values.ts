/** Values of options as a person writes them. Each throws `InvalidArgumentError`, which names what is wanted. */
import { InvalidArgumentError } from "commander";

export function parseMillimetres(text: string): number {
  return parsePositive(text, "millimetres");
}

export function parseMilliseconds(text: string): number {
  return parsePositive(text, "milliseconds");
}

export function parsePages(text: string): number {
  return parsePositive(text, "pages");
}

export function parseDpi(text: string): number {
  return parsePositive(text, "pixels an inch");
}

function parsePositive(text: string, unit: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError(`it is a number of ${unit} above 0`);
}
