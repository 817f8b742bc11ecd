import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ContentError, formatFaults, type Fault } from "../../../src/publication/faults/fault.ts";
import { projectFolders, type ProjectFolders } from "../../../src/project/folders.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";

const fixturesDir = path.join(import.meta.dirname, "../../fixtures/content");

/** The folder of all fixtures as a project, with one of them as its content. */
const foldersWith = (contentDir: string): ProjectFolders => ({
  ...projectFolders(fixturesDir),
  contentDir: path.join(fixturesDir, contentDir),
});

async function faultsOf(contentDir: string): Promise<readonly Fault[]> {
  try {
    await loadPublicationIn(foldersWith(contentDir));
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
  return [];
}

interface Expected {
  /** Path in the folder of the case. */
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
  readonly message: string;
  readonly expected?: string;
  readonly hint: string;
}

const TESTIMONIAL = "testimonials/prenom-nom.md";
const FIGURE = "figures/choses.md";
const SECTION = "sections/chapitre.md";
const PUBLICATION = "publication.yaml";

/** Each folder of tests/fixtures/content has one kind of fault. */
const cases: Readonly<Record<string, Expected>> = {
  "missing-field": {
    file: TESTIMONIAL,
    line: 1,
    field: "role",
    message: "is missing",
    expected: "what the person does, in inline Markdown",
    hint: "add a line `role: Analyst",
  },
  "missing-nested-field": {
    file: TESTIMONIAL,
    line: 7,
    field: "photo.alt",
    message: "is missing",
    expected: "what the picture shows",
    hint: "among the fields of photo",
  },
  "unknown-field": {
    file: TESTIMONIAL,
    line: 5,
    field: "roles",
    message: "there is no field of this name",
    expected: "one of name, role, entity",
    hint: "did you mean `role`?",
  },
  "wrong-type-number": {
    file: FIGURE,
    line: 2,
    field: "value",
    message: "is a number, not text",
    hint: 'put it between quotes: "12"',
  },
  "chart-number-as-text": {
    file: FIGURE,
    line: 5,
    field: "chart.start.value",
    message: "is text, not a number",
    expected: "a number in the chart's unit, with a point before decimals",
    hint: "write it without quotes: 1.5",
  },
  "chart-not-finite": {
    file: FIGURE,
    line: 5,
    field: "chart.start.value",
    message: "is not a finite number",
    hint: "write it like 1.5",
  },
  "chart-too-many": {
    file: FIGURE,
    line: 6,
    field: "chart.changes",
    message: "has more than 6 entries",
    hint: "leave some out",
  },
  "chart-long-label": {
    file: FIGURE,
    line: 7,
    field: "chart.changes.0.label",
    message: "is longer than 28 characters",
    hint: "shorten it",
  },
  "wrong-type-text": {
    file: TESTIMONIAL,
    line: 6,
    field: "order",
    message: "is text, not a whole number",
    hint: "write it without quotes: 10",
  },
  "wrong-type-list": {
    file: TESTIMONIAL,
    line: 3,
    field: "role",
    message: "is a list, not text",
    hint: "put the text between quotes",
  },
  "negative-order": {
    file: TESTIMONIAL,
    line: 6,
    field: "order",
    message: "is not a whole number from 0 up",
    hint: "write it like 10",
  },
  "empty-text": {
    file: TESTIMONIAL,
    line: 4,
    field: "entity",
    message: "is empty",
    hint: "fill it in",
  },
  "empty-value": {
    file: TESTIMONIAL,
    line: 4,
    field: "entity",
    message: "is empty",
    hint: "fill it in",
  },
  "quoted-quote": {
    file: TESTIMONIAL,
    line: 5,
    field: "quote",
    message: "quotation marks around it, which the build adds",
    hint: "remove the quotation marks at both ends",
  },
  "unknown-owner": {
    file: FIGURE,
    line: 3,
    field: "with",
    message: 'there is no testimonial "prenom-mon"',
    expected: "the slug of a testimonial: prenom-nom",
    hint: "did you mean `prenom-nom`?",
  },
  "duplicate-slug": {
    file: TESTIMONIAL,
    message: 'the slug "prenom-nom" is also that of duplicate-slug/callouts/prenom-nom.md',
    hint: "rename one of the two files",
  },
  "page-id": {
    file: "sections/main.md",
    message: 'the page itself has a place of this name: "main"',
    expected: "a file name that is no id of the page",
    hint: "rename the file",
  },
  "page-id-of-part": {
    file: "sections/prenom-nom-quote.md",
    message:
      'the page itself has a place of this name for page-id-of-part/testimonials/prenom-nom.md: "prenom-nom-quote"',
    hint: "rename the file",
  },
  "duplicate-order": {
    file: TESTIMONIAL,
    line: 6,
    field: "order",
    message: "10 is also the order of duplicate-order/callouts/encart.md",
    hint: "give one of the two another number",
  },
  "duplicate-figure-order": {
    file: "figures/encore.md",
    line: 4,
    field: "order",
    message: "10 is also the order of duplicate-figure-order/figures/choses.md",
    hint: "give one of the two another number",
  },
  "bad-yaml": {
    file: TESTIMONIAL,
    line: 5,
    message: "this is not YAML",
    hint: "put the value between quotes: it holds a colon and a space",
  },
  "bad-yaml-bracket": {
    file: TESTIMONIAL,
    line: 3,
    message: "this is not YAML",
    hint: "put the value between quotes if it begins with a bracket",
  },
  "duplicate-key": {
    file: TESTIMONIAL,
    line: 5,
    message: "this is not YAML: Map keys must be unique",
    hint: "keep one of the two lines",
  },
  "yaml-alias": {
    file: TESTIMONIAL,
    line: 3,
    message: "it holds an alias",
    hint: "put the value between quotes",
  },
  "yaml-list": {
    file: SECTION,
    line: 2,
    message: "this is not a set of fields",
    hint: "write each field as a name, a colon, a space and its value",
  },
  "no-fields": {
    file: SECTION,
    line: 1,
    message: "the fields are missing",
    hint: "begin the file with ---",
  },
  "script-fields": {
    file: SECTION,
    line: 1,
    message: "the fields are missing",
    expected: "the fields in YAML",
    hint: "begin the file with ---",
  },
  "no-publication": {
    file: PUBLICATION,
    message: "this file is missing or cannot be read",
    hint: "create the file",
  },
  "no-parts": {
    file: PUBLICATION,
    message: "the publication has no text",
    expected: "at least one chapter",
    hint: "such as 010-introduction.md",
  },
  "no-text": {
    file: SECTION,
    line: 5,
    message: "there is no text",
    hint: "write the text below the second line of ---",
  },
  "two-paragraphs": {
    file: FIGURE,
    line: 7,
    message: "more than one paragraph",
    hint: "join the paragraphs",
  },
  "second-title": {
    file: SECTION,
    line: 8,
    message: "there is a second title",
    expected: "headings of level 2 and below",
    hint: "write `##` in its place",
  },
  "skipped-heading": {
    file: SECTION,
    line: 10,
    message: "a heading of level 4 follows one of level 2",
    hint: "write `###` in its place",
  },
  "empty-heading": {
    file: SECTION,
    line: 6,
    message: "a heading has no text",
    hint: "write the heading, or remove the line",
  },
  "missing-alt": {
    file: SECTION,
    line: 7,
    message: 'the picture "images/carte.png" has no text that stands for it',
    hint: "what only decorates belongs to the styles",
  },
  "missing-picture": {
    file: SECTION,
    line: 6,
    message: 'there is no picture "images/carte.png"',
    hint: "paths begin in the content folder",
  },
  "remote-picture": {
    file: SECTION,
    line: 6,
    message: "is not part of the content",
    hint: "put the file in the content folder",
  },
  "escaping-picture": {
    file: SECTION,
    line: 6,
    message: "is outside the content folder",
    hint: "copy the file into the content folder",
  },
  "encoded-escaping-picture": {
    file: SECTION,
    line: 6,
    message: "is outside the content folder",
    hint: "copy the file into the content folder",
  },
  "escaping-photo": {
    file: TESTIMONIAL,
    line: 8,
    field: "photo.file",
    message: "is outside the content folder",
    hint: "copy the file into the content folder",
  },
  "not-a-picture": {
    file: SECTION,
    line: 6,
    message: '"sections/chapitre.md" is not a picture',
    hint: "convert it",
  },
  "empty-link": {
    file: SECTION,
    line: 6,
    message: 'the link to "https://example.org/" has no text',
    hint: "write `[text](address)`",
  },
  "script-link": {
    file: SECTION,
    line: 6,
    message: "is not an address that a link may have",
    hint: "write the whole address",
  },
  "unknown-language": {
    file: PUBLICATION,
    line: 3,
    field: "language",
    message: '"french" is not a known language',
    expected: "the language of the publication as a BCP 47 tag, such as fr",
    hint: "use a BCP 47 tag",
  },
  "unknown-language-mark": {
    file: SECTION,
    line: 7,
    message: '"xx" is not a known language',
    hint: "use a BCP 47 tag",
  },
  "unknown-language-in-field": {
    file: TESTIMONIAL,
    line: 3,
    field: "role",
    message: '"english" is not a known language',
    hint: "use a BCP 47 tag",
  },
  "loose-language-mark": {
    file: SECTION,
    line: 6,
    message: '"{lang=en}" marks nothing',
    hint: "with no space before or in the braces",
  },
  "unknown-country": {
    file: TESTIMONIAL,
    line: 7,
    field: "country",
    message: "is not a known country",
    hint: "use an ISO 3166-1 code",
  },
  "unsafe-slug": {
    file: PUBLICATION,
    line: 5,
    field: "slug",
    message: "is not a safe name for a file",
    hint: "write it like our-year-on-the-quay",
  },
  "unsafe-file-name": {
    file: "sections/Été 2020.md",
    message: "the name of this file cannot be a slug",
    hint: "rename the file to ete-2020.md",
  },
  "missing-stylesheet": {
    file: PUBLICATION,
    line: 9,
    field: "editions.0.stylesheet",
    message: 'there is no stylesheet "styles/wbe.css"',
    hint: "put the stylesheet in styles/",
  },
  "missing-stylesheet-in-list": {
    file: PUBLICATION,
    line: 9,
    field: "editions.0.stylesheet.1",
    message: 'there is no stylesheet "styles/own.css"',
    hint: "put the stylesheet in styles/",
  },
  "wrong-stylesheet-in-list": {
    file: PUBLICATION,
    line: 9,
    field: "editions.0.stylesheet.1",
    message: "is a number, not text",
    expected: "the path of a stylesheet in the project's styles/ folder, or a list of them",
    hint: 'put it between quotes: "7"',
  },
  "stylesheet-of-made-name": {
    file: PUBLICATION,
    line: 9,
    field: "editions.0.stylesheet.1",
    message: '"styles/editions/web.css" is the name of the sheet that is made of an edition',
    expected: "a stylesheet of another name",
    hint: "rename the file",
  },
  "escaping-stylesheet": {
    file: PUBLICATION,
    line: 9,
    field: "editions.0.stylesheet",
    message: "is not a stylesheet in styles/",
    hint: "put the stylesheet in styles/",
  },
  "duplicate-edition": {
    file: PUBLICATION,
    line: 10,
    field: "editions.1.id",
    message: 'there is another edition "web"',
    hint: "give one of the two another id",
  },
  "second-web-edition": {
    file: PUBLICATION,
    line: 11,
    field: "editions.1.kind",
    message: "there is another web edition",
    hint: "remove one of the two",
  },
  "same-pdf-name": {
    file: PUBLICATION,
    line: 11,
    field: "editions.1.suffix",
    message: "this PDF would have the file name of editions.0",
    hint: "add a `suffix`",
  },
  "broken-picture": {
    file: SECTION,
    line: 6,
    message: '"images/carte.png" cannot be read as a picture',
    hint: "save it again as JPEG or PNG",
  },
  "same-press-name": {
    file: PUBLICATION,
    line: 11,
    field: "editions.0.booklet.suffix",
    message: "this PDF would have the file name of editions.0",
    hint: "add a `suffix`",
  },
  "bleed-too-broad": {
    file: PUBLICATION,
    line: 11,
    field: "editions.0.bleed",
    message: "is more than 20",
    expected: "how far colour goes beyond the page, in millimetres",
    hint: "make it smaller",
  },
  "missing-profile": {
    file: PUBLICATION,
    line: 11,
    field: "editions.0.profile",
    message: 'there is no output profile "styles/uncoated.icc"',
    expected: ".icc or .icm",
    hint: "put the print shop's profile in styles/",
  },
  "escaping-profile": {
    file: PUBLICATION,
    line: 11,
    field: "editions.0.profile",
    message: "is not an output profile in styles/",
    hint: "put the print shop's profile in styles/",
  },
  "unknown-format": {
    file: PUBLICATION,
    line: 10,
    field: "editions.0.format",
    message: '"a4" is not one of the choices',
    expected: "one of A3, A4",
    hint: "did you mean `A4`?",
  },
  "format-too-small": {
    file: PUBLICATION,
    line: 10,
    field: "editions.0.format",
    message: '"30x210" has a side that is not between 50 and 1200 millimetres',
    expected: "its width and height in millimetres",
    hint: "from 50 to 1200 each, such as 148x210",
  },
  "format-unknown-size": {
    file: PUBLICATION,
    line: 10,
    field: "editions.0.format",
    message: '"148xA4" is not one of the choices, and no width and height',
    expected: "one of A3, A4",
    hint: "or write millimetres, the width first, such as 148x210",
  },
  "unknown-part": {
    file: PUBLICATION,
    line: 10,
    field: "editions.0.parts.1",
    message: 'there is no chapter or part "chapitr"',
    expected: "the slug of a chapter or a part: chapitre",
    hint: "did you mean `chapitre`?",
  },
  "no-chosen-parts": {
    file: PUBLICATION,
    line: 10,
    field: "editions.0.parts",
    message: "is empty",
    expected: "a list of the chapters and parts that the edition has, by their slugs",
    hint: "fill it in, or remove the line",
  },
  "unknown-kind": {
    file: PUBLICATION,
    line: 8,
    field: "editions.0.kind",
    message: '"webb" is not one of the choices',
    expected: "one of web, pdf, press",
    hint: "did you mean `web`?",
  },
  "no-editions": {
    file: PUBLICATION,
    line: 6,
    field: "editions",
    message: "is empty",
    hint: "fill it in",
  },
  "unread-folder": {
    file: "testimonial/prenom-nom.md",
    message: 'the folder "testimonial" has nearly the name of `testimonials`',
    hint: "did you mean the folder `testimonials`?",
  },
  "block-not-ended": {
    file: "010-chapitre.md",
    line: 7,
    message: "this block is not ended",
    hint: "write `:::` below the text",
  },
  "block-unknown": {
    file: "010-chapitre.md",
    line: 7,
    message: 'the theme voices has no block "calout"',
    expected: ", callout, key-figure, testimonial",
    hint: "did you mean `callout`?",
  },
  "block-field-missing": {
    file: "010-chapitre.md",
    line: 7,
    field: "title",
    message: "is missing",
    hint: "add a line `title: Lend a hand`",
  },
  "block-field-unknown": {
    file: "010-chapitre.md",
    line: 5,
    field: "spokn",
    message: "there is no field of this name",
    hint: "did you mean `spoken`?",
  },
  "block-field-in-yaml": {
    file: "010-chapitre.md",
    line: 9,
    field: "value",
    message: "is a number, not text",
    hint: 'put it between quotes: "12"',
  },
  "block-two-paragraphs": {
    file: "010-chapitre.md",
    line: 5,
    message: "the text of a key-figure is more than one paragraph",
    hint: "join the paragraphs",
  },
  "colophon-block": {
    file: PUBLICATION,
    line: 10,
    field: "colophon",
    message: "there is a block here",
    hint: "remove the lines of colons",
  },
  "conflict-markers": {
    file: SECTION,
    line: 6,
    message: "two versions of the text stand here, down to line 10: a merge was not finished",
    hint: "choose between the two versions",
  },
  "conflict-in-fields": {
    file: PUBLICATION,
    line: 2,
    message: "two versions of the text stand here, down to line 6",
    hint: "choose between the two versions",
  },
  "unknown-block": {
    file: "sections/chapitre.md",
    line: 3,
    field: "kind",
    message: 'the theme has no block "calout" that may be a file',
    expected: "one of chapter, callout, key-figure, testimonial",
    hint: "did you mean `callout`?",
  },
  "misspelt-field": {
    file: SECTION,
    line: 3,
    field: "ordr",
    message: "there is no field of this name",
    hint: "did you mean `order`?",
  },
  "no-place": {
    file: SECTION,
    line: 1,
    field: "order",
    message: "is missing",
    hint: "or begin the file's name with a number",
  },
  "unknown-theme": {
    file: PUBLICATION,
    line: 6,
    field: "theme",
    message: 'there is no theme "voice"',
    hint: "did you mean `voices`?",
  },
  "unknown-block-of-theme": {
    file: PUBLICATION,
    line: 9,
    field: "blocks.1",
    message: 'there is no block "voices/calout"',
    hint: "did you mean `voices/callout`?",
  },
  "block-of-other-theme": {
    file: "chapter.md",
    line: 6,
    message: 'the theme report has no block "callout"',
    hint: "write `blocks: [voices/callout]` in publication.yaml",
  },
  "kind-of-other-theme": {
    file: "chapter.md",
    line: 4,
    field: "kind",
    message: 'the theme has no block "testimonial" that may be a file',
    hint: "write `blocks: [voices/testimonial]` in publication.yaml",
  },
  "theme-field-of-another": {
    file: PUBLICATION,
    line: 6,
    field: "chapter-numbers",
    message:
      "`chapter-numbers` is a field of the theme report; this publication has the theme voices",
    expected: "a field that every publication may have, or one of the theme voices: ornament",
    hint: "remove the line, or write `theme: report`",
  },
  "theme-field-of-unknown-theme": {
    file: PUBLICATION,
    line: 6,
    field: "theme",
    message: 'there is no theme "reprot"',
    hint: "did you mean `report`?",
  },
  "theme-field-value": {
    file: PUBLICATION,
    line: 6,
    field: "ornament",
    message: '"bubble" is not one of the choices',
    expected: "one of bubbles, none",
    hint: "did you mean `bubbles`?",
  },
  "theme-field-misspelt": {
    file: PUBLICATION,
    line: 6,
    field: "ornamnt",
    message: "there is no field of this name",
    expected: "ornament",
    hint: "did you mean `ornament`?",
  },
  "offered-edition-unknown": {
    file: PUBLICATION,
    line: 8,
    field: "editions.1.id",
    message: 'the theme voices offers no edition "reprot"',
    expected: "one of web, report, large-print, brochure, or an edition of your own",
    hint: "did you mean `report`?",
  },
  "offered-edition-field": {
    file: PUBLICATION,
    line: 8,
    field: "editions.0.formt",
    message: "there is no field of this name",
    hint: "did you mean `format`?",
  },
  "block-id-twice": {
    file: "010-chapitre.md",
    line: 11,
    message:
      'the id "encart" is also that of what stands on line 7 of block-id-twice/010-chapitre.md',
    expected: "an id that nothing else in the publication has",
    hint: "write another id after the #",
  },
  "block-id-of-file": {
    file: "010-chapitre.md",
    line: 7,
    message: 'the id "chapitre" is also that of block-id-of-file/010-chapitre.md',
    hint: "write another id after the #",
  },
  "block-id-of-page": {
    file: "010-chapitre.md",
    line: 7,
    message: 'the id "contents" is also that of the page itself',
    hint: "write another id after the #",
  },
  "block-id-inside": {
    file: "010-chapitre.md",
    line: 11,
    message: 'the id "un-title" is also that of what stands on line 7',
    hint: "write another id after the #",
  },
  "heading-id-twice": {
    file: "010-chapitre.md",
    line: 9,
    message:
      'the id "quai" is also that of what stands on line 5 of heading-id-twice/010-chapitre.md',
    hint: "write another id after the #",
  },
  "id-in-field": {
    file: "010-chapitre.md",
    line: 2,
    field: "title",
    message: 'the id "un-chapitre" stands in a field',
    expected: "ids in texts alone",
    hint: "remove the id, and let links lead to the file",
  },
  "block-id-counted": {
    file: "020-chapitre-callout-1.md",
    message:
      'a block has the id "chapitre-callout-1": that on line 7 of block-id-counted/010-chapitre.md',
    hint: "rename the file, or give the block an id of its own",
  },
  "link-to-nothing": {
    file: "010-chapitre.md",
    line: 8,
    message: 'the link to "#chapitr" leads nowhere',
    expected: "the slug of a file or an id of a text: chapitre, encart",
    hint: "did you mean `#chapitre`?",
  },
  "link-in-field": {
    file: "010-chapitre.md",
    line: 3,
    field: "subtitle",
    message: 'the link to "#suite" leads nowhere',
    hint: "name one of these, or write the text without a link",
  },
  "reference-to-nothing": {
    file: "010-chapitre.md",
    line: 8,
    message: 'there is no heading with the id "sec-quai"',
    expected: "the id of a heading: sec-quais, sec-mur",
    hint: "did you mean `@sec-quais`?",
  },
  "reference-in-field": {
    file: "010-chapitre.md",
    line: 3,
    field: "subtitle",
    message: 'a field refers to "@sec-quai"',
    expected: "references in texts alone",
    hint: "write a link",
  },
  "link-in-block": {
    file: "010-chapitre.md",
    line: 7,
    field: "title",
    message: 'the link to "#rien" leads nowhere',
    hint: "name one of these",
  },
  "name-without-letters": {
    file: "20-.md",
    message: "the name of this file cannot be a slug",
    hint: "rename the file, such as 20-our-year.md",
  },
  "name-in-capitals": {
    file: "020-L'Été à Nîmes.md",
    message: "the name of this file cannot be a slug",
    expected: "small letters without accents, digits and hyphens",
    hint: "rename the file to 020-l-ete-a-nimes.md",
  },
  "name-taken": {
    file: "Suite .md",
    message: "the name of this file cannot be a slug",
    hint: "suite.md is there already, so that this one needs another name",
  },
  "name-of-two-files": {
    file: "020-suite.md",
    message: 'the slug "suite" is also that of name-of-two-files/010-suite.md',
    hint: "rename one of the two files",
  },
  "name-ending": {
    file: "suite.markdown",
    message: "nothing reads this file: its name does not end in .md",
    hint: "rename the file to suite.md",
  },
  "name-in-large-letters": {
    file: "Suite.MD",
    message: "nothing reads this file: its name does not end in .md",
    hint: "rename the file to suite.md",
  },
  "name-hidden": {
    file: ".suite.md",
    message: "nothing reads this file: a name that begins with a dot hides it",
    hint: "rename the file to suite.md, or move it out of the content folder",
  },
  "name-of-copy": {
    file: "010-chapitre.md~",
    message: "nothing reads this file: it has the name of a copy that a program has left",
    hint: "remove it, or move it out of the content folder",
  },
  "name-of-publication": {
    file: "publication.yml",
    message: "nothing reads this file: its name is nearly publication.yaml",
    hint: "rename the file to publication.yaml",
  },
  "conflict-left": {
    file: "010-chapitre.md",
    line: 6,
    message: "this line was left by a merge that was not finished",
    hint: "remove the line, and see whether the text around it is whole",
  },
  "conflict-left-in-fields": {
    file: PUBLICATION,
    line: 2,
    message: "this line was left by a merge that was not finished",
    hint: "remove the line",
  },
  "block-field-twice": {
    file: "010-chapitre.md",
    line: 7,
    field: "title",
    message: "is given twice between the braces",
    hint: "keep one of the two",
  },
  "block-field-in-both": {
    file: "010-chapitre.md",
    line: 7,
    field: "title",
    message: "is given between the braces, and in the lines below them",
    hint: "keep one of the two",
  },
  "link-to-file": {
    file: "010-chapitre.md",
    line: 6,
    message: 'the link to "../sections/020-la-suite.md#fin" leads nowhere',
    expected: "the path of a Markdown file of the content, from the folder of the file it is in",
    hint: "name one of these, or write the text without a link",
  },
  // Its theme has no testimonials, so that nothing is wrong with the chapter in a folder of this name.
  "broken-publication": {
    file: PUBLICATION,
    line: 2,
    message: "this is not YAML",
    hint: "put the value between quotes",
  },
  "unread-file": {
    file: "sections/sections.11tydata.json",
    message: "nothing reads this file",
    hint: "move or rename the file",
  },
};

const COLOPHON = { file: PUBLICATION, line: 6, field: "colophon" } as const;
const EXPECTED_COLOPHON = "the colophon's text, in Markdown, or false for none";

/** What `colophon` may not be. */
const colophonCases: Readonly<Record<string, Expected>> = {
  "colophon-true": {
    ...COLOPHON,
    message: "is true, which is neither text nor false",
    expected: EXPECTED_COLOPHON,
    hint: "write it like ",
  },
  "colophon-number": {
    ...COLOPHON,
    message: "is 2020, which is neither text nor false",
    expected: EXPECTED_COLOPHON,
    hint: 'put it between quotes: "2020"',
  },
  "colophon-word": {
    ...COLOPHON,
    message: '"none" would be printed as it is',
    expected: EXPECTED_COLOPHON,
    hint: "write `colophon: false`, without quotes, for no colophon",
  },
  "colophon-empty": { ...COLOPHON, message: "is empty", hint: "remove the line" },
  "colophon-heading": {
    ...COLOPHON,
    message: "there is a second title",
    hint: "write `##` in its place",
  },
  "colophon-picture": {
    ...COLOPHON,
    message: 'there is no picture "images/cachet.png"',
    hint: "paths begin in the content folder",
  },
};

const METADATA = { file: PUBLICATION, line: 6 } as const;

/** What publication.yaml may not say of who made it, when, under which number and licence. */
const metadataCases: Readonly<Record<string, Expected>> = {
  "author-without-name": {
    ...METADATA,
    line: 8,
    field: "authors.1.name",
    message: "is missing",
    expected: "the name as it is printed, in plain text, such as Maria Costa",
    hint: "among the fields of authors.1",
  },
  "author-orcid": {
    ...METADATA,
    line: 8,
    field: "authors.0.orcid",
    message: "is mistyped: the last digit of this ORCID iD should be 7",
    expected: "the person's ORCID iD, of four groups of four digits",
    hint: "compare each digit",
  },
  "author-number": {
    ...METADATA,
    field: "authors.1",
    message: "is a number, not a group of fields",
    expected: "an author, such as Maria Costa",
    hint: "write it like Maria Costa",
  },
  "author-page": {
    ...METADATA,
    line: 7,
    field: "authors.0.url",
    message: "is no https address",
    hint: "write the whole address",
  },
  "authors-text": {
    ...METADATA,
    field: "authors",
    message: "is text, not a list",
    expected: "a list of those who wrote it",
    hint: "write it like [Maria Costa, ",
  },
  "contributor-role": {
    ...METADATA,
    line: 8,
    field: "contributors.0.role",
    message: '"editr" is not one of the choices',
    expected: "one of editor, translator, illustrator",
    hint: "did you mean `editor`?",
  },
  "contributor-name-alone": {
    ...METADATA,
    field: "contributors.0",
    message: "is text, not a group of fields",
    expected: "someone who contributed",
    hint: "write it like { name: João Silva, role: editor }",
  },
  "date-order": {
    ...METADATA,
    field: "date",
    message: "is no date that begins with its year",
    expected: "when it is published, as a day, a month or a year in digits",
    hint: "write it like 2021-03-15, 2021-03 or 2021",
  },
  "date-month": {
    ...METADATA,
    field: "date",
    message: "has a month 15, and there are twelve",
    hint: "write the year, the month and the day, in this order",
  },
  "date-day": {
    ...METADATA,
    field: "date",
    message: "has a day 29, and that month has 28",
    hint: "correct the day",
  },
  "isbn-check-digit": {
    ...METADATA,
    line: 7,
    field: "identifiers.isbn",
    message: "the last digit of this ISBN should be 3",
    expected: "an ISBN of 13 digits or of 10, with or without hyphens",
    hint: "compare each digit",
  },
  "isbn-length": {
    ...METADATA,
    field: "identifiers.isbn",
    message: "is not an ISBN, which has 13 digits or 10",
    hint: "write the number alone, with or without hyphens",
  },
  "isbn-other-code": {
    ...METADATA,
    field: "identifiers.isbn",
    message: '"9790260000438" is no ISBN',
    hint: "write the number that is printed as ISBN",
  },
  "issn-check-digit": {
    ...METADATA,
    line: 7,
    field: "identifiers.issn",
    message: "the last digit of this ISSN should be 1",
    hint: "compare each digit",
  },
  "doi-shape": {
    ...METADATA,
    field: "identifiers.doi",
    message: "is no DOI",
    hint: "write it like 10.5555/12345678",
  },
  "identifier-unknown": {
    ...METADATA,
    field: "identifiers.ean",
    message: "there is no field of this name",
    expected: "one of isbn, issn, doi",
    hint: "remove the line",
  },
  "licence-name": {
    ...METADATA,
    field: "licence",
    message: '"CC-BY-3.0" is no licence that is known here',
    expected: "by its SPDX identifier or its https address, such as CC-BY-4.0",
    hint: "did you mean `CC-BY-4.0`?",
  },
  "licence-address": {
    ...METADATA,
    field: "licence",
    message: "is no https address",
    hint: "write the whole address",
  },
  "licence-spelling": {
    ...METADATA,
    field: "license",
    message: "there is no field of this name",
    hint: "did you mean `licence`?",
  },
  "summary-paragraphs": {
    ...METADATA,
    field: "summary",
    message: "is more than one paragraph",
    expected: "what it says in one paragraph, in inline Markdown",
    hint: "join the paragraphs",
  },
  "summary-language": {
    ...METADATA,
    field: "summary",
    message: '"english" is not a known language',
    hint: "use a BCP 47 tag",
  },
  "cover-missing": {
    ...METADATA,
    line: 7,
    field: "cover.file",
    message: 'there is no picture "images/couverture.jpg"',
    hint: "paths begin in the content folder",
  },
  "cover-without-alt": {
    ...METADATA,
    field: "cover.alt",
    message: "is missing",
    expected: "what the picture shows, in plain text",
    hint: "among the fields of cover",
  },
  "logo-not-a-picture": {
    ...METADATA,
    field: "logo.file",
    message: '"sections/chapitre.md" is not a picture',
    hint: "convert it",
  },
};

const PART = "010-premiere/part.md";

/** What a folder that is a part may not be, and may not hold. */
const partCases: Readonly<Record<string, Expected>> = {
  "part-in-part": {
    file: "010-premiere/020-dedans/part.md",
    message: 'this part is inside of the folder "010-premiere"',
    expected: "no part is inside of another",
    hint: "move the folder `020-dedans` out of `010-premiere`",
  },
  "part-in-no-folder": {
    file: "part.md",
    message: "this file stands in no part",
    expected: "a part.md in a folder",
    hint: "move it to a folder with its chapters, such as our-year/part.md",
  },
  "part-without-chapters": {
    file: "020-premiere/part.md",
    message: "this part has no chapters",
    expected: "at least one chapter in the folder of the part",
    hint: "such as 020-premiere/010-the-boat.md",
  },
  "part-without-title": {
    file: PART,
    line: 1,
    field: "title",
    message: "is missing",
    expected: "the part's heading, in inline Markdown",
    hint: "add a line `title: The first years`",
  },
  "part-misspelt-field": {
    file: PART,
    line: 3,
    field: "subtitel",
    message: "there is no field of this name",
    expected: "one of title, subtitle",
    hint: "did you mean `subtitle`?",
  },
  "part-language-mark": {
    file: PART,
    line: 2,
    field: "title",
    message: '"english" is not a known language',
    hint: "use a BCP 47 tag",
  },
  "part-second-title": {
    file: PART,
    line: 5,
    message: "there is a second title",
    hint: "write `##` in its place",
  },
  "part-no-place": {
    file: "premiere/part.md",
    line: 1,
    field: "order",
    message: "is missing",
    expected: "which places the folder among its neighbours",
    hint: "or begin the folder's name with a number",
  },
  "part-duplicate-order": {
    file: "premiere/part.md",
    line: 3,
    field: "order",
    message: "10 is also the order of part-duplicate-order/010-avant.md",
    hint: "give one of the two another number",
  },
  "part-duplicate-order-inside": {
    file: "020-premiere/010-encore.md",
    line: 1,
    field: "order",
    message: "10 is also the order of part-duplicate-order-inside/020-premiere/010-chapitre.md",
    hint: "give one of the two another number",
  },
  "part-unsafe-folder": {
    file: "010-Première/part.md",
    message: "the name of this part's folder cannot be a slug",
    hint: "rename the folder",
  },
  "part-duplicate-slug": {
    file: "010-chapitre/part.md",
    message: 'the slug "chapitre" is also that of part-duplicate-slug/010-chapitre/010-chapitre.md',
    hint: "rename one of the two: a part has the name of its folder",
  },
  "part-page-id": {
    file: "010-contents/part.md",
    message: 'the page itself has a place of this name: "contents"',
    expected: "a folder name that is no id of the page",
    hint: "rename the folder",
  },
};

const LIST = { file: PUBLICATION, line: 6 } as const;
const LISTED = "the path of a chapter that is in no part, or the folder of a part";

/** What the list `chapters` may not say. */
const listCases: Readonly<Record<string, Expected>> = {
  "list-unknown-name": {
    ...LIST,
    line: 7,
    field: "chapters.0",
    message: 'there is no chapter or part "chapitr.md"',
    expected: `${LISTED}: chapitre.md, encore.md`,
    hint: "did you mean `chapitre.md`?",
  },
  "list-without-number": {
    ...LIST,
    field: "chapters.0",
    message: 'there is no chapter or part "fin.md"',
    hint: "did you mean `010-fin.md`?",
  },
  "list-unlisted-chapter": {
    file: "encore.md",
    message: "this chapter is not in `chapters` of publication.yaml",
    expected: "all chapters and parts in the list",
    hint: "add `encore.md` to the list, or move the file out of the content folder",
  },
  "list-unlisted-part": {
    file: "premiere/part.md",
    message: "this part is not in `chapters` of publication.yaml",
    hint: "add `premiere` to the list, or move the folder out of the content folder",
  },
  "list-unlisted-in-part": {
    file: "premiere/encore.md",
    message: "this chapter is not in `chapters` of publication.yaml",
    hint: "add `encore.md` to the chapters of `premiere` in the list",
  },
  "list-repeated": {
    ...LIST,
    line: 9,
    field: "chapters.2.part",
    message: '"premiere" is in the list already',
    expected: "each chapter and each part once",
    hint: "remove one of the two",
  },
  "list-and-order": {
    file: "chapitre.md",
    line: 3,
    field: "order",
    message: "is not used: the list `chapters` of publication.yaml gives the order",
    hint: "remove the line",
  },
  "list-file-of-part": {
    ...LIST,
    field: "chapters.0",
    message: '"premiere/part.md" is the file of a part',
    expected: LISTED,
    hint: "write the folder alone, `premiere`",
  },
  "list-chapter-of-part": {
    ...LIST,
    field: "chapters.0",
    message: '"premiere/010-chapitre.md" is a chapter of the part "premiere"',
    expected: LISTED,
    hint: "`{ part: premiere, chapters: [010-chapitre.md, …] }`",
  },
  "list-folder": {
    ...LIST,
    field: "chapters.1",
    message: 'the folder "sections" is no part',
    expected: LISTED,
    hint: "name its files, such as `sections/chapitre.md`, or write sections/part.md",
  },
  "list-end-of-chapter": {
    ...LIST,
    field: "chapters.1",
    message: '"figures/choses.md" is no chapter: it belongs at the end of one',
    hint: "take it out of the list",
  },
  "list-unknown-part": {
    ...LIST,
    line: 7,
    field: "chapters.0.part",
    message: 'there is no part "premiers"',
    expected: "the folder of a part: premiere",
    hint: "did you mean `premiere`?",
  },
  "list-unknown-in-part": {
    ...LIST,
    line: 8,
    field: "chapters.0.chapters.0",
    message: 'there is no chapter "premiere/chapitre.md" in the part "premiere"',
    expected: "the name of a file in the part's folder: chapitre.md",
    hint: "did you mean `chapitre.md`?",
  },
  "list-unknown-field": {
    ...LIST,
    line: 9,
    field: "chapters.0.chapter",
    message: "there is no field of this name",
    expected: "one of part, chapters",
    hint: "did you mean `chapters`?",
  },
  "list-part-alone": {
    ...LIST,
    line: 8,
    field: "chapters.1.chapters",
    message: "is missing",
    expected: "a list of all chapters of the part, each by the name of its file",
    hint: "add a line `chapters: [the-boat.md, the-second-room.md]`",
  },
  "list-empty": { ...LIST, field: "chapters", message: "is empty", hint: "remove the line" },
  "list-not-a-list": {
    ...LIST,
    field: "chapters",
    message: "is text, not a list",
    hint: "write it like [010-preface.md, first-years]",
  },
  "list-number": {
    ...LIST,
    field: "chapters.1",
    message: "is 10, which is neither text nor a group of fields",
    hint: 'put it between quotes: "10"',
  },
};

describe("one fault", () => {
  const expectOne = async (name: string, wanted: Expected): Promise<void> => {
    const faults = await faultsOf(name);
    expect(faults).toHaveLength(1);
    const [fault] = faults;
    expect(fault?.file).toBe(`${name}/${wanted.file}`);
    expect(fault?.line).toBe(wanted.line);
    expect(fault?.field).toBe(wanted.field);
    expect(fault?.message).toContain(wanted.message);
    expect(fault?.hint).toContain(wanted.hint);
    expect(fault?.expected).toContain(wanted.expected ?? "");
    expect(fault?.expected).not.toBe("");
  };

  test.each(Object.entries(cases))("%s", expectOne);
  test.each(Object.entries(colophonCases))("%s", expectOne);
  test.each(Object.entries(metadataCases))("%s", expectOne);
  test.each(Object.entries(partCases))("%s", expectOne);
  test.each(Object.entries(listCases))("%s", expectOne);

  test("every folder of fixtures is in the table", async () => {
    const folders = await readdir(fixturesDir, { withFileTypes: true });
    const names = folders.filter((item) => item.isDirectory()).map(({ name }) => name);
    const others = ["many-faults", "styles", "whole"];
    const tables = { ...cases, ...colophonCases, ...metadataCases, ...partCases, ...listCases };
    expect(names.sort()).toEqual([...Object.keys(tables), ...others].sort());
  });
});

test("content without a fault has none", async () => {
  expect(await faultsOf("whole")).toEqual([]);
});

test("faults are gathered from all files, and shown at once", async () => {
  const faults = await faultsOf("many-faults");
  await expect(formatFaults(faults)).toMatchFileSnapshot("many-faults.snapshot.txt");
});

test("the error says how many faults there are, and where the first is", async () => {
  const loading = loadPublicationIn(foldersWith("many-faults"));
  await expect(loading).rejects.toMatchObject({
    name: "ContentError",
    code: "content",
    message: expect.stringMatching(/^the content has 13 faults in 5 files$/u) as string,
    place: { file: "many-faults/callouts/encart.md", line: 1 },
  });
});
