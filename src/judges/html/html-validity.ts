/**
 * The judge of HTML validity: html-validate's rules for the HTML standard and for whole documents.
 * Input: the text of HTML files; output: one finding for each fault, with file and line. It runs in
 * Node and knows nothing of accessibility beyond what the standard itself asks.
 */
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import type { ConfigData, Message } from "html-validate";
import type { RuleFinding } from "../verdict/judge-info.ts";
import { elementsByOffset } from "./element-at.ts";
import type { HtmlText } from "./html-text.ts";
import { HTML_VALIDITY } from "./html-validity-info.ts";
import { ignoredRulesOf } from "./ignored-rules.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";

const config: ConfigData = {
  root: true,
  extends: ["html-validate:standard", "html-validate:document"],
  rules: {
    // Integrity guards against another host's change; the edition's own files come from one host.
    "require-sri": ["error", { target: "crossorigin" }],
    ...Object.fromEntries([...ignoredRulesOf("html-validate")].map((rule) => [rule, "off"])),
  },
};

export const htmlValidityJudge: Judge<readonly HtmlText[]> = judgeBy(
  HTML_VALIDITY,
  async (texts, signal) => {
    const validator = new HtmlValidate(new StaticConfigLoader(config));
    const findings: RuleFinding[] = [];
    for (const { file, read } of texts) {
      signal.throwIfAborted();
      const html = await read();
      const { results } = await validator.validateString(html, file);
      const messages = results.flatMap((result) => result.messages);
      if (messages.length === 0) continue;
      const elementAt = elementsByOffset(file, html);
      for (const message of messages) {
        findings.push({ ...findingOf(file, message), element: elementAt(message.offset) });
      }
    }
    return { findings };
  },
);

function findingOf(file: string, message: Message): RuleFinding {
  const selector = message.selector === null ? "" : ` ${message.selector}`;
  return {
    rule: message.ruleId,
    impact: message.severity >= 2 ? "moderate" : "minor",
    wcag: [],
    where: `${file}:${message.line}:${message.column}${selector}`,
    message: message.message,
    help: message.ruleUrl ?? "https://html.spec.whatwg.org/multipage/",
  };
}
