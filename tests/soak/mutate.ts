/** Bytes with something wrong in them, as chance has it. Input: bytes; output: other bytes. Pure. */

/** Put into texts: what breaks parsers, and what attackers write. */
const TEXTS = [
  "\0",
  "\u202e",
  "\ufffe",
  "---\n",
  "{{ 7 * 7 }}",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "![a](../../../etc/passwd)",
  "[a](javascript:alert(1))",
  "&#x110000;",
  "title: [",
  "order: 1e309\n",
  "x".repeat(10_000),
  "[".repeat(1_000),
  "> ".repeat(500),
  "e\u0301".repeat(200),
];

export function mutateText(bytes: Uint8Array, random: () => number): Uint8Array {
  return mutate(bytes, random, TEXTS);
}

const PDF_TEXTS = [
  "endobj",
  "stream\n",
  "<< /Length 999999999 >>",
  "/Kids [1 0 R]",
  "/Parent 1 0 R",
  "99999 0 R",
  "-2147483649",
  "(".repeat(500),
  "[".repeat(500),
  "/FlateDecode",
];

export function mutatePdf(bytes: Uint8Array, random: () => number): Uint8Array {
  return mutate(bytes, random, PDF_TEXTS);
}

function mutate(bytes: Uint8Array, random: () => number, texts: readonly string[]): Uint8Array {
  let mutated = Buffer.from(bytes);
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) {
    const at = Math.floor(random() * mutated.length);
    const length = Math.floor(random() * 40);
    const [before, after] = [mutated.subarray(0, at), mutated.subarray(at)];
    const text = texts[Math.floor(random() * texts.length)] ?? "";
    switch (Math.floor(random() * 5)) {
      case 0:
        mutated = Buffer.concat([before, Buffer.from(text), after]);
        break;
      case 1:
        mutated = Buffer.concat([before, after.subarray(length)]);
        break;
      case 2:
        mutated = Buffer.concat([before, after.subarray(0, length), after]);
        break;
      case 3:
        mutated = Buffer.concat([
          before,
          Buffer.from([Math.floor(random() * 256)]),
          after.subarray(1),
        ]);
        break;
      default:
        mutated = random() < 0.2 ? Buffer.from(before) : Buffer.concat([before, after.subarray(1)]);
    }
  }
  return mutated;
}
