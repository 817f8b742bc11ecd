/** Formulas between dollar signs, beside dollars, and what is wrong in them, within limits. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { inlineText } from "../../../src/web/inline-text.ts";
import { fieldTextFaults } from "../../../src/publication/faults/field-text-faults.ts";

const faultsIn = (text: string) =>
  fieldTextFaults(text, "blocks", { file: "a.md", line: 10 }, "/nowhere");
const ofLine = (tex: string): string => createMarkdown().renderInline(`$${tex}$`);

test.each([
  ["$x$", "<math><mi>x</mi></math>"],
  ["($x$)", "(<math><mi>x</mi></math>)"],
  ["$`x`$", "<math><mi>x</mi></math>"],
  ["*$x$*", "<em><math><mi>x</mi></math></em>"],
  ["[$x$]{lang=en}", '<span lang="en"><math><mi>x</mi></math></span>'],
  ["$a*b*c$", "<math><mrow><mi>a</mi><mo>∗</mo><mi>b</mi><mo>∗</mo><mi>c</mi></mrow></math>"],
  ["$\\text{<b>}$", "<math><mtext>&lt;b&gt;</mtext></math>"],
  ['$x${alt="the \\"x\\""}', '<math alttext="the &quot;x&quot;"><mi>x</mi></math>'],
  ["a $$x$$ b", 'a <math display="block"><mi>x</mi></math> b'],
  ["costs $5 and $6", "costs $5 and $6"],
  ["for $6, and $x$", "for $6, and <math><mi>x</mi></math>"],
  ["$x$5 and $ x$ and $x $", "$x$5 and $ x$ and $x $"],
  ["\\$x$", "$x$"],
  ["`$x$`", "<code>$x$</code>"],
  ["$", "$"],
])("%s", (source, expected) => {
  expect(createMarkdown().renderInline(source)).toBe(expected);
});

test("a block of code has no formulas", () => {
  expect(createMarkdown().render("```\n$$x$$\n```\n\n    $$x$$\n")).not.toContain("<math");
});

test.each([
  ["over lines", "$$\nx\n$$", ""],
  ["in a list", "- a\n\n  $$ x $$", ""],
  ["in a quotation", "> $$\n> x $$", ""],
  ["with an id", "$$ x $$ {#eq-a}", ' id="eq-a" data-numbered="equation"'],
])("a displayed formula alone, %s", (_, source, attributes) => {
  expect(createMarkdown().render(source)).toContain(
    `<div class="equation"${attributes}><math display="block"><mi>x</mi></math></div>`,
  );
});

test("what may be wider than a telephone is reached by keys, and nothing else is", () => {
  const render = (tex: string): string => createMarkdown().render(`$$ ${tex} $$`);
  expect(render(Array(12).fill("a").join("+"))).toContain('tabindex="0"');
  expect(render("E = mc^2")).not.toContain("tabindex");
});

describe("MathML", () => {
  test("needs no style sheet: sides of cells are said beside them", () => {
    expect(ofLine("\\begin{aligned}a&=b\\end{aligned}")).toBe(
      '<math><mtable displaystyle="true"><mtr><mtd style="text-align:right;padding:0.35em 0 0.35em 0"><mi>a</mi></mtd><mtd style="text-align:left;padding:0.35em 0 0.35em 0"><mrow><mo>=</mo><mi>b</mi></mrow></mtd></mtr></mtable></math>',
    );
  });

  test("letters of mathematics are letters of Unicode, as Core has no variants", () => {
    expect(ofLine("\\mathbb{R}\\mathbf{x}")).toBe("<math><mrow><mi>ℝ</mi><mi>𝐱</mi></mrow></math>");
  });

  test("lines over and under are signs that stretch", () => {
    expect(ofLine("\\overline{AB}")).toContain('<mo stretchy="true">‾</mo></mover>');
  });

  test("environments that number their lines do not", () => {
    const written = (name: string): string => ofLine(`\\begin{${name}}a&=b\\end{${name}}`);
    expect(createMarkdown().render("$$\\begin{align}a&=b\\end{align}$$")).toBe(
      createMarkdown().render("$$\\begin{align*}a&=b\\end{align*}$$"),
    );
    expect(written("aligned")).not.toMatch(/50%|class=/u);
  });

  test("has no class, and no style but of cells and boxes, whatever is written", () => {
    const all = [
      "\\hat x + \\vec v + f'(x) + \\widehat{xyz}",
      "\\sqrt[3]{x} + \\binom n k + \\overbrace{a}^n + \\xrightarrow{ab}",
      "\\mathcal L + \\boxed{x} + \\smash{y} + \\raisebox{2pt}{y}",
      "\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array} + \\substack{a\\\\b}",
    ].map(ofLine);
    for (const html of all) {
      expect(html).toMatch(/^<math>.*<\/math>$/u);
      expect(html).not.toMatch(/class=|<span|<a\b|menclose|math-depth|:[^;"]*pt[;"]/u);
    }
  });
});

describe("where no element can stand", () => {
  test("a formula is its line", () => {
    expect(inlineText("On $E = mc^2$ and $\\frac{a+1}{2}$")).toBe("On E = m c² and (a + 1)/2");
  });

  test("or what its author says", () => {
    expect(inlineText('On $E = mc^2${alt="energy"}')).toBe("On energy");
  });
});

describe("faults", () => {
  test.each([
    ["a\n\n$\\foo$", "a formula has a command that is not known: \\foo", 12],
    ["a $x$\nb $\\frac{1$", "a formula ends where a brace or an argument is missing", 11],
    ["$x^a^b$", "a formula has two superscripts on one base", 10],
    ["$a&b$", "a formula has `&` where it can have none", 10],
    ["$\\left( x$", "a formula has its end where `\\left` or `\\begin` is still open", 10],
    ["$\\begin{foo}x\\end{foo}$", "a formula has an environment that is not known: foo", 10],
    ["a\n\n$$ x\n\nb", "a formula begins with $$ and does not end", 12],
    ["a $$ x", "a formula begins with $$ and does not end", 10],
    ["$$ $$", "a formula says nothing", 10],
    ["$\\,$", "a formula says nothing", 10],
    ["a $$x$$ {#eq-a} b", "a formula within a paragraph has an id", 10],
    ["$$ x $$ {.wide}", "a formula has an attribute that means nothing: .wide", 10],
    ["$$ x $$ {#a #b}", "a formula has an attribute that means nothing: #b", 10],
    ['$x${alt=""}', "the alternative of a formula is empty", 10],
  ])("%j", async (text, message, line) => {
    const faults = await faultsIn(text);
    expect(faults.map((fault) => [fault.message, fault.line])).toEqual([[message, line]]);
  });

  test("after a formula of several lines, lines are counted on", async () => {
    const [fault] = await faultsIn("a\n$$\nx\n$$\n$\\foo$");
    expect(fault?.line).toBe(14);
  });

  test.each(["href{https://a.b}{x}", "includegraphics{a}", "style{color:red}{x}", "class{a}{x}"])(
    "nothing leads out of a formula, or into its markup: \\%s",
    async (command) => {
      const faults = await faultsIn(`$\\${command}$`);
      expect(faults.map(({ message }) => message)).toEqual([
        `a formula cannot have the command \\${command.slice(0, command.indexOf("{"))}`,
      ]);
      expect(ofLine(`\\${command}`)).not.toContain("<");
    },
  );

  test.each(["color{red}{x}", "tag{1}", "label{a}", "ref{a}", "cancel{x}", "rule{1em}{1em}"])(
    "what the styles, ids and texts say is refused: \\%s",
    async (command) => {
      expect(await faultsIn(`$x \\${command}$`)).toHaveLength(1);
    },
  );
});

describe("limits", () => {
  test.each([
    ["macros that grow", "\\def\\a{\\a\\a}\\a", "a formula cannot have the command \\def"],
    [
      "macros by another name",
      "\\newcommand\\a{x}",
      "a formula cannot have the command \\newcommand",
    ],
    ["its length", "x+".repeat(2001) + "x", "a formula has 4003 characters"],
    ["groups", "{".repeat(41) + "x" + "}".repeat(41), "a formula has too many groups in groups"],
    [
      "fences",
      "\\left(".repeat(300) + "x" + "\\right)".repeat(300),
      "a formula has too many groups in groups",
    ],
    [
      "commands that stand for others",
      "\\dots".repeat(790),
      "a formula has too many commands that stand for others",
    ],
  ])("%s", async (_, tex, message) => {
    const start = performance.now();
    const faults = await faultsIn(`$${tex}$`);
    expect(faults.map((fault) => fault.message)).toEqual([message]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("forty groups in groups are not too many", async () => {
    expect(await faultsIn(`$${"{".repeat(40)}x${"}".repeat(40)}$`)).toEqual([]);
    expect(await faultsIn(`$${"x^{".repeat(40)}x${"}".repeat(40)}$`)).toEqual([]);
  });
});
