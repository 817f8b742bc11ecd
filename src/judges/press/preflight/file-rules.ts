/**
 * Rules about the file as a whole: version, identity, and its output intent. ISO 15930-7; ISO
 * 32000-1 §7.5, §14.11.5.
 */
import { STANDARDS } from "../../../pdf/standards/standards.ts";
import { PROFILE_COMPONENTS } from "./press-intent.ts";
import type { PreflightReading } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { FILE_RULES } from "./rules/file.ts";

const pressStandard = STANDARDS["pdf-x-4"];

export function judgeFile(reading: PreflightReading): readonly Violation[] {
  return [...judgeHeader(reading), ...judgeIntent(reading)];
}

function judgeHeader({ pdf }: PreflightReading): readonly Violation[] {
  const { objects, version } = pdf;
  const { trailerInfo } = objects.context;
  const id = objects.items(trailerInfo.ID).flatMap((item) => objects.stringBytes(item) ?? []);
  return [
    ...(version > pressStandard.pdfVersion
      ? [violation(FILE_RULES["pdf-version"], "header", version)]
      : []),
    ...(id.length === 2 && id.every(({ length }) => length > 0)
      ? []
      : [violation(FILE_RULES["file-id"], "trailer")]),
  ];
}

function judgeIntent({ intent }: PreflightReading): readonly Violation[] {
  const where = "output intent";
  const { intents, condition, registry, info, profile } = intent;
  if (intents.length !== 1) {
    return [violation(FILE_RULES["output-intent"], "catalog", String(intents.length))];
  }
  const missing =
    condition === undefined
      ? "does not say which printing condition it is"
      : registry === undefined && info === undefined
        ? "names neither a registry nor the condition in words"
        : undefined;
  const fault = profileFault(profile);
  return [
    ...(missing === undefined ? [] : [violation(FILE_RULES["output-condition"], where, missing)]),
    ...(fault === undefined ? [] : [violation(FILE_RULES["output-profile"], where, fault)]),
  ];
}

function profileFault(profile: PreflightReading["intent"]["profile"]): string | undefined {
  if (profile === undefined) return "it is not in the file";
  const { fault, deviceClass, colours, declared } = profile;
  if (fault !== undefined) return fault;
  if (deviceClass !== "prtr") return `its class is ${deviceClass.trim()}, not prtr`;
  const components = PROFILE_COMPONENTS[colours];
  if (components === undefined) return `its colours are ${colours.trim()}`;
  if (declared === components) return undefined;
  return `it has ${components} colours, and the PDF says ${declared ?? "nothing of how many"}`;
}
