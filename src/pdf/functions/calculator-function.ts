/**
 * PostScript calculator functions (ISO 32000-1 §7.10.5), which the browser writes for gradients that
 * PDF has no shading for. Input: the code; output: a function of numbers. It knows no colours.
 */
import { functionFault } from "./function-fault.ts";

type Step = number | string | readonly Step[];

/** @throws PublicationError `pdf-function` where the code is not of the language. */
export function calculatorFunction(code: string): (inputs: readonly number[]) => readonly number[] {
  const tokens = code.match(/[{}]|[^\s{}]+/g) ?? [];
  let at = 0;
  const readBlock = (depth: number): readonly Step[] => {
    if (tokens[at++] !== "{" || depth > 32) throw functionFault("a block does not begin");
    const steps: Step[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined) throw functionFault("a block does not end");
      if (token === "{") steps.push(readBlock(depth + 1));
      else {
        at++;
        if (token === "}") return steps;
        const number = Number(token);
        steps.push(Number.isNaN(number) ? token : number);
      }
    }
  };
  const program = readBlock(0);
  return (inputs) => {
    const stack = [...inputs];
    run(program, stack);
    return stack;
  };
}

/** Truth is 1 and 0: the code that is written compares numbers alone. */
const ofTwo: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  exp: (a, b) => a ** b,
  atan: (a, b) => ((Math.atan2(a, b) * 180) / Math.PI + 360) % 360,
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  gt: (a, b) => Number(a > b),
  ge: (a, b) => Number(a >= b),
  lt: (a, b) => Number(a < b),
  le: (a, b) => Number(a <= b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const ofOne: Readonly<Record<string, (a: number) => number>> = {
  neg: (a) => -a,
  abs: Math.abs,
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  sin: (a) => Math.sin((a * Math.PI) / 180),
  cos: (a) => Math.cos((a * Math.PI) / 180),
  ln: Math.log,
  log: Math.log10,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  cvi: Math.trunc,
  cvr: (a) => a,
  not: (a) => Number(a === 0),
};

function run(steps: readonly Step[], stack: number[]): void {
  const pop = (): number => {
    const value = stack.pop();
    if (value === undefined) throw functionFault("it takes more than there is");
    return value;
  };
  for (const [index, step] of steps.entries()) {
    if (typeof step === "number") {
      stack.push(step);
      continue;
    }
    // A block is run by the `if` or `ifelse` behind it.
    if (typeof step !== "string") continue;
    const two = ofTwo[step];
    const one = ofOne[step];
    if (two !== undefined) {
      const second = pop();
      stack.push(two(pop(), second));
    } else if (one !== undefined) stack.push(one(pop()));
    else if (step === "if") {
      if (pop() !== 0) run(blockAt(steps, index - 1), stack);
    } else if (step === "ifelse") {
      run(blockAt(steps, pop() !== 0 ? index - 2 : index - 1), stack);
    } else arrange(step, stack, pop);
  }
}

function blockAt(steps: readonly Step[], index: number): readonly Step[] {
  const block = steps[index];
  if (typeof block !== "object") throw functionFault("a condition has no block");
  return block;
}

/** The operators that move what is on the stack. */
function arrange(operator: string, stack: number[], pop: () => number): void {
  switch (operator) {
    case "true":
      stack.push(1);
      return;
    case "false":
      stack.push(0);
      return;
    case "pop":
      pop();
      return;
    case "exch": {
      const [second, first] = [pop(), pop()];
      stack.push(second, first);
      return;
    }
    case "dup": {
      const value = pop();
      stack.push(value, value);
      return;
    }
    case "copy": {
      const count = pop();
      stack.push(...stack.slice(stack.length - count));
      return;
    }
    case "index": {
      const place = pop();
      const value = stack[stack.length - 1 - place];
      if (value === undefined) throw functionFault("it takes more than there is");
      stack.push(value);
      return;
    }
    case "roll": {
      const [places, count] = [pop(), pop()];
      if (count <= 0) return;
      const turned = stack.splice(stack.length - count);
      const shift = ((places % count) + count) % count;
      stack.push(...turned.slice(count - shift), ...turned.slice(0, count - shift));
      return;
    }
    default:
      throw functionFault(`it has an operator ${operator}`);
  }
}
