/** The judge of active content and its rules, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

/** What runs in the publisher's name is worst. */
export const ACTIVE_RULES = ruleSet({
  script: {
    summary:
      "There is a `<script>` that browsers run, by the list of types of the HTML standard (`application/ld+json` is data), or a file that is a program: JavaScript, WebAssembly, XSLT, PHP.",
    impact: "critical",
    affects: ["everyone", "publisher"],
    fix: "Take the script out: the edition needs none.",
  },
  "event-attribute": {
    summary: "There is an attribute `on…`, or an animation of one.",
    impact: "critical",
    affects: ["everyone", "publisher"],
    fix: "Take the attribute out: the edition needs no script.",
  },
  "script-address": {
    summary:
      "There is `javascript:` or `vbscript:` in an attribute or a style that takes an address.",
    impact: "critical",
    affects: ["everyone", "publisher"],
    fix: "Write an address that begins with https:, or take the link out.",
  },
  "document-address": {
    summary:
      "HTML or XML stands in a `data:` address that can be opened; drawings in `data:` addresses that are shown are read as files are.",
    impact: "critical",
    affects: ["everyone", "publisher"],
    fix: "Publish the document as a file, and write its address.",
  },
  "animated-address": {
    summary: "An animation changes where a link leads.",
    impact: "critical",
    affects: ["everyone", "publisher"],
    fix: "Take the animation out, and give the link the address itself.",
  },
  "foreign-frame": {
    summary: "An `iframe`, `object`, `embed` or the like shows what is not in the folder.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Take it out, and link to what it shows.",
  },
  "foreign-form": {
    summary: "A form, a button or a `ping` sends elsewhere.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Take it out, and link to the page that has the form.",
  },
  "foreign-base": {
    summary: "A `<base>` has addresses lead elsewhere.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Take it out, and write the whole address where one leads elsewhere.",
  },
  "foreign-refresh": {
    summary: "A page leaves for elsewhere by itself.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Take it out, and link to the other page.",
  },
  "foreign-request": {
    summary: "A picture, a style sheet, a font or a hint to browsers has them ask another host.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Put the file into the project and name it there: readers ask no other host.",
  },
  "xml-stylesheet": {
    summary: "An instruction has a style sheet rewrite a file of XML.",
    impact: "critical",
    affects: ["everyone", "publisher"],
    fix: "Take the instruction out, and write the styles into the file.",
  },
  "xml-declarations": {
    summary: "A document type declares entities or attributes, which can hide anything.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Save the file again without declarations, as plain SVG.",
  },
  "style-program": {
    summary:
      "There is `expression()`, `behavior` or `-moz-binding`, by which old browsers ran programs.",
    impact: "moderate",
    affects: ["everyone", "publisher"],
    fix: "Take the declaration out.",
  },
  "pdf-action": {
    summary:
      "A PDF has an action that is no link and no jump (a script, a program, a form that is sent), or a link that is a script.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Take the action out of the PDF, or publish another file.",
  },
  unreadable: {
    summary: "A file cannot be read, and so cannot be called harmless.",
    impact: "serious",
    affects: ["everyone", "publisher"],
    fix: "Save the file again in the program that it is from, or take it out.",
  },
});

export const ACTIVE_CONTENT = {
  name: "imprimatur-active-content",
  version: "1",
  looksAt: "Nothing in the folder acts of its own.",
  subjects: ["html-folder"],
  needs: ["project"],
  limit: "judgeTimeoutMs",
  rules: ACTIVE_RULES,
} as const satisfies JudgeInfo;
