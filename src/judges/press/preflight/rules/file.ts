/** Rules of preflight about the file as a whole: version, identity, and its output intent, as data. */
import { STANDARDS } from "../../../../pdf/standards/standards.ts";
import { pressRules } from "./press-rules.ts";

const pressStandard = STANDARDS["pdf-x-4"];

export const FILE_RULES = pressRules({
  "pdf-version": {
    summary: "The file is of a version after PDF 1.6.",
    impact: "serious",
    affects: ["print-shop"],
    message: `The file says that it is PDF {}; ${pressStandard.name} is PDF ${pressStandard.pdfVersion} or earlier.`,
    fix: `Save it as ${pressStandard.name}, whose version is ${pressStandard.pdfVersion}.`,
  },
  "file-id": {
    summary: "The trailer has no ID.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The trailer has no ID of two strings, by which a print shop tells versions apart.",
    fix: "Write the file with an ID; programs that make PDF/X do.",
  },
  "output-intent": {
    summary: "The file does not name exactly one press that it is made for.",
    impact: "critical",
    affects: ["print-shop"],
    message: "The file has {} output intents for PDF/X, and needs one.",
    fix: "Name the press with one output intent of the kind GTS_PDFX.",
  },
  "output-condition": {
    summary: "The output intent has no name of a printing condition.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The output intent {}.",
    fix: "Give OutputConditionIdentifier; beside it a RegistryName, or Info in words.",
  },
  "output-profile": {
    summary: "The output profile is missing, cut, no printer's, or of another number of colours.",
    impact: "critical",
    affects: ["print-shop"],
    message: "The output intent's profile does not serve: {}.",
    fix: "Embed the output profile of the press, of class prtr, with the N of its colours.",
  },
});
