import { forMarkdown, forMarkdownCode, forMarkdownFence, forMarkdownHtml } from "@kit/text";
import type { JudgedChange } from "../judge/judge.ts";
import type { EnvironmentReview, Review } from "../review.ts";
import type { SyncEffect } from "../sync/sync-effect.ts";
import { commentMarker, firstThatFits } from "./comment-limit.ts";
import { classesText, countsOf, countsText } from "./counts.ts";
import { findingLines, nothingText, originText, titleOf } from "./describe.ts";
import { fieldLines, objectLines, type Line } from "./field-lines.ts";
import { syncLines } from "./sync-lines.ts";

/** How much is said: less in each step, until it fits. */
const steps = ["everything", "routine without fields", "routine by name", "names", "summary", "sums"] as const;
type Step = (typeof steps)[number];

/** The review as Markdown for a comment on a pull request: whole, and always short enough. Ends with a line break. */
export function formatMarkdown(review: Review): string {
  const environments = review.environments.filter(({ changes }) => changes.length > 0);
  if (environments.length === 0) return nothingText(review, forMarkdown);
  return firstThatFits(steps, (step) => formatStep({ ...review, environments }, step));
}

function formatStep({ base, head, environments }: Review, step: Step): string {
  const changes = environments.flatMap((one) => one.changes);
  const title = `### Review: ${classesText(changes)}`;
  const compared = `${countsText(countsOf(changes))} from ${forMarkdownCode(base)} to ${forMarkdownCode(head)}.`;
  if (step === "sums") return `${[commentMarker, title, "", compared, "", omitted(step)].join("\n")}\n`;
  const details = step === "summary" ? [] : environments.map((one) => formatEnvironment(one, step));
  const note = step === "everything" ? [] : [omitted(step), ""];
  return `${[commentMarker, title, "", compared, "", tableOf(environments), "", ...note, ...details].join("\n").trimEnd()}\n`;
}

function omitted(step: Step): string {
  const what = {
    everything: "",
    "routine without fields": "the fields of routine changes",
    "routine by name": "what is in routine changes",
    names: "what is in the changes",
    summary: "the objects",
    sums: "the environments",
  }[step];
  return `A comment is not long enough for all of it: ${what} are left out. ${forMarkdownCode("pnpm review")} shows them.`;
}

function tableOf(environments: readonly EnvironmentReview[]): string {
  const rows = environments.map(({ environment, changes }) => {
    const { added, changed, removed, renamed, worst } = countsOf(changes);
    return `| ${forMarkdown(environment ?? "all")} | ${added} | ${changed} | ${removed} | ${renamed} | ${worst} |`;
  });
  const head = "| environment | added | changed | removed | renamed | worst |";
  return [head, "| --- | --: | --: | --: | --: | --- |", ...rows].join("\n");
}

function formatEnvironment({ environment, changes, sync }: EnvironmentReview, step: Step): string {
  const summary = `<summary><b>${forMarkdownHtml(environment ?? "all objects")}</b>: ${classesText(changes)}</summary>`;
  const objects = changes.map((change) => formatChange(change, step)).join("\n");
  return `<details>\n${summary}\n\n${syncText(sync, step)}${objects}\n</details>\n`;
}

function syncText(sync: readonly SyncEffect[], step: Step): string {
  const lines = syncLines(sync, step === "everything").map(({ does, text, next }) => {
    return `- **${does}** ${forMarkdown(text)}${next === undefined ? "" : ` → ${forMarkdown(next)}`}`;
  });
  return lines.length === 0 ? "" : `A sync\n\n${lines.join("\n")}\n\nThe objects\n\n`;
}

function formatChange(change: JudgedChange, step: Step): string {
  const isRoutine = change.class === "routine";
  const name = `- **${change.class}** ${forMarkdown(titleOf(change))}`;
  if (step === "names" || (step === "routine by name" && isRoutine)) return name;
  const origin = originText(change);
  const head = [forMarkdown(change.effects.join("; ")), ...(origin === undefined ? [] : [forMarkdown(origin)])].join(
    ", ",
  );
  const findings = findingLines(change.findings).map(({ finding: { risk, consequence }, reasons }) => {
    return `  - ${forMarkdownCode(risk)}: ${forMarkdown(reasons.join("; "))} → ${forMarkdown(consequence)}`;
  });
  const lines = step === "routine without fields" && isRoutine ? [] : bodyOf(change);
  const body =
    lines.length === 0 ? [] : ["", ...forMarkdownFence("diff", lines.map(diffLine)).map((line) => `  ${line}`), ""];
  return [`${name}: ${head}`, ...findings, ...body].join("\n");
}

function bodyOf(change: JudgedChange): Line[] {
  const { op, before, after, fields } = change;
  if (op === "added" && after !== undefined) return objectLines("+", after);
  if (op === "removed" && before !== undefined) return objectLines("-", before);
  return fields.flatMap((field) => {
    const own = originText(field);
    const [first, ...rest] = fieldLines(field);
    const note = own === undefined || own === originText(change) ? "" : `  # ${own}`;
    return [{ ...first!, text: `${first!.text}${note}` }, ...rest];
  });
}

function diffLine({ sign, text }: Line): string {
  return `${sign} ${text}`;
}
