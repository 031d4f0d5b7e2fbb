import { forMarkdown, forMarkdownCode, forMarkdownFence, forMarkdownHtml } from "@kit/text";
import type { ComparedObject, EnvironmentComparison } from "../../environments/compare-environments.ts";
import { firstThatFits } from "../comment-limit.ts";
import { fieldLines, objectLines, type Line } from "../field-lines.ts";
import { countsText, namespacesText, nothingText, saysText, sumsText, titleOf } from "./describe.ts";

/** How much is said: less in each step, until it fits. */
const steps = ["everything", "expected by name", "names", "sums"] as const;
type Step = (typeof steps)[number];

const omitted = {
  everything: "",
  "expected by name": "what is in the expected differences",
  names: "what is in the differences",
  sums: "the objects",
} as const;

/** What two environments deploy differently as Markdown, short enough for a comment. Ends with a line break. */
export function formatComparisonMarkdown(comparison: EnvironmentComparison): string {
  if (comparison.objects.length === 0) return nothingText(comparison, forMarkdown);
  return firstThatFits(steps, (step) => formatStep(comparison, step));
}

function formatStep(comparison: EnvironmentComparison, step: Step): string {
  const { base, head, objects } = comparison;
  const namespaces = namespacesText(comparison);
  const lines = [
    `### ${forMarkdown(base)} and ${forMarkdown(head)}: ${sumsText(comparison)}`,
    "",
    `${forMarkdown(countsText(comparison))}${namespaces === undefined ? "" : `; ${forMarkdown(namespaces)}`}.`,
    "",
  ];
  if (step !== "everything") {
    const command = forMarkdownCode(`pnpm review --envs ${base} ${head} --all`);
    lines.push(`A comment is not long enough for all of it: ${omitted[step]} are left out. ${command} shows them.`, "");
  }
  if (step === "sums") return `${lines.join("\n").trimEnd()}\n`;
  const [expected, others] = [true, false].map((is) => objects.filter((object) => object.isExpected === is));
  lines.push(...others!.map((object) => formatObject(object, comparison, step)));
  if (expected!.length > 0) {
    const own = expected!.map((object) => formatObject(object, comparison, step)).join("\n");
    lines.push(
      `<details>\n<summary>${forMarkdownHtml(`${expected!.length} expected`)}</summary>\n\n${own}\n</details>`,
    );
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function formatObject(object: ComparedObject, comparison: EnvironmentComparison, step: Step): string {
  const name = `- ${object.isExpected ? "" : "**unexpected** "}${forMarkdown(titleOf(object, comparison))}`;
  if (step === "names") return name;
  const head = `${name}: ${forMarkdown(saysText(object.says))}`;
  if (step === "expected by name" && object.isExpected) return head;
  const lines = bodyOf(object).map(({ sign, text }) => `${sign} ${text}`);
  return [head, "", ...forMarkdownFence("diff", lines).map((line) => `  ${line}`), ""].join("\n");
}

function bodyOf({ op, before, after, fields, says }: ComparedObject): Line[] {
  if (op === "added" && after !== undefined) return objectLines("+", after);
  if (op === "removed" && before !== undefined) return objectLines("-", before);
  return fields.flatMap((field) => {
    const own = saysText(field.says);
    const [first, ...rest] = fieldLines(field);
    const note = own === saysText(says) ? "" : `  # ${own}`;
    return [{ ...first!, text: `${first!.text}${note}` }, ...rest];
  });
}
