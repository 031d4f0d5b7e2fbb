import { forMarkdown, forMarkdownCode, forMarkdownFence, forMarkdownHtml } from "@kit/text";
import { classes, worstOf } from "../judge/classes.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { EnvironmentReview, Review } from "../review.ts";
import type { SyncEffect } from "../sync/sync-effect.ts";
import { allot } from "../told/allot.ts";
import { leftOutText } from "../told/left-out.ts";
import { sectionsOf, type ReviewSection } from "../told/section.ts";
import type { Story } from "../told/story.ts";
import { environmentsText, sectionText, storyNames, storyTitle } from "../told/wording.ts";
import { commentLimit, commentMarker } from "./comment-limit.ts";
import { classesText, countsOf, countsText } from "./counts.ts";
import { findingLines, nothingText, originText } from "./describe.ts";
import { fieldLines, objectLines, type Line } from "./field-lines.ts";
import { syncLines } from "./sync-lines.ts";

/** Of more environments the others are counted; of fewer where their names are long. */
const mostRows = [100, 20, 5];
/** Of an object with more lines the others are counted, so that none takes the room of all. */
const mostLines = 200;
/** Of more objects that came or went alike, the names say it all. */
const mostWhole = 3;
/** What a note of what is left out may take, for each of the places that have one. */
const noteRoom = 800;

/**
 * The review as Markdown for a comment on a pull request, and always short enough for one: what is riskiest is told first, by
 * its reasons, then with its values; then the rest. What there is no room for is counted. Ends with a line break.
 */
export function formatMarkdown(review: Review): string {
  const sections = sectionsOf(review, false);
  if (sections.length === 0) return nothingText(review, forMarkdown);
  const { base, head } = review;
  const environments = review.environments.filter(({ changes }) => changes.length > 0);
  const changes = environments.flatMap((one) => one.changes);
  const compared = `${countsText(countsOf(changes))} from ${forMarkdownCode(base)} to ${forMarkdownCode(head)}.`;
  const title = `### Review: ${classesText(changes)}`;
  const tops = mostRows
    .values()
    .map((rows) => [commentMarker, title, "", compared, "", tableOf(environments, rows), ""].join("\n"));
  // Names of environments may be long.
  const top =
    tops.find((text) => text.length < commentLimit / 2) ?? [commentMarker, title, "", compared, ""].join("\n");
  const { notes, parts } = told(sections, commentLimit - top.length - noteRoom);
  return `${[top, ...(notes === undefined ? [] : [notes, ""]), ...parts].join("\n").trimEnd()}\n`;
}

/** As much of the sections as there is room for, and what is left out. */
function told(
  sections: readonly ReviewSection[],
  budget: number,
): { readonly notes: string | undefined; readonly parts: string[] } {
  const drafts = sections.map(draftOf);
  const entries = drafts.flatMap(({ stories, under, sync, isTold }) => [
    ...(isTold ? [{ class: classes[0], sizes: [sync.length], isGroup: true, under }] : []),
    ...stories.map(({ story, texts }) => {
      const sizes = texts.map(({ length }) => length + 1);
      return { class: story.class, sizes, isGroup: story.members.length > 1, under };
    }),
  ]);
  const steps = allot(entries, budget);
  let at = 0;
  let [fieldless, syncless] = [0, 0];
  const left: Story[] = [];
  const parts = drafts.flatMap(({ head, stories, sync, isTold }): string[] => {
    const isOpen = isTold && steps[at++] === 1;
    if (sync !== "" && !isOpen) syncless++;
    const own = stories.map(({ story, texts }) => {
      const step = steps[at++]!;
      if (step === 0) left.push(story);
      else if (step < texts.length) fieldless++;
      return texts[step - 1];
    });
    const shown = own.filter((text) => text !== undefined);
    if (shown.length === 0 && !isOpen) return [];
    const out = stories.filter((_, index) => own[index] === undefined).map(({ story }) => story);
    const note = out.length === 0 ? [] : ["", `… and ${forMarkdown(leftOutText(out))}`];
    return [`${head}${isOpen ? sync : ""}${[...shown, ...note].join("\n")}\n</details>\n`];
  });
  return { notes: notesOf(left, fieldless, syncless), parts };
}

function notesOf(left: readonly Story[], fieldless: number, syncless: number): string | undefined {
  const what = [
    ...(fieldless === 0 ? [] : [`values of ${fieldless === 1 ? "1 change" : `${fieldless} changes`}`]),
    ...(syncless === 0 ? [] : ["what a sync does"]),
    ...(left.length === 0 ? [] : [leftOutText(left).replace(" more:", " objects:")]),
  ];
  if (what.length === 0) return undefined;
  const text = `A comment is not long enough for all of it. Left out: ${forMarkdown(what.join("; "))}.`;
  return `${text} ${forMarkdownCode("pnpm review --all")} shows them.`;
}

interface Draft {
  readonly head: string;
  readonly sync: string;
  /** Whether it is told before all else: a deed of a sync, and that an environment is new or gone. */
  readonly isTold: boolean;
  /** Each story at all its lengths, the shortest first. */
  readonly stories: readonly { readonly story: Story; readonly texts: readonly string[] }[];
  readonly under: { readonly size: number };
}

function draftOf(section: ReviewSection): Draft {
  const { environments, stories } = section;
  const name = forMarkdownHtml(environmentsText(section) ?? "all objects");
  const became = environments.length === 1 && environments[0]!.became === undefined ? undefined : sectionText(section);
  const all = stories.flatMap(({ members, class: own }) => members.map(({ change }) => ({ ...change, class: own })));
  const said = [
    became === undefined ? undefined : forMarkdownHtml(became),
    all.length === 0 ? undefined : classesText(all),
  ];
  const summary = `<summary><b>${name}</b>: ${said.filter((text) => text !== undefined).join("; ")}</summary>`;
  const head = `<details>\n${summary}\n\n`;
  return {
    head,
    sync: syncText(section.sync),
    isTold: section.sync.length > 0 || environments.some((one) => one.became !== undefined),
    stories: stories.map((story) => ({ story, texts: textsOf(story) })),
    under: { size: head.length + "\n</details>\n\n".length + noteRoom },
  };
}

function tableOf(all: readonly EnvironmentReview[], most: number): string {
  const isMany = all.length > most;
  const ranked = isMany ? all.toSorted((one, other) => rankOf(one) - rankOf(other)) : all;
  const rows = ranked
    .slice(0, most)
    .map(({ environment, changes }) => rowOf(forMarkdown(environment ?? "all"), changes));
  const rest = ranked.slice(most);
  const more = isMany
    ? [
        rowOf(
          `${rest.length} more`,
          rest.flatMap(({ changes }) => changes),
        ),
      ]
    : [];
  const head = "| environment | added | changed | removed | renamed | worst |";
  return [head, "| --- | --: | --: | --: | --: | --- |", ...rows, ...more].join("\n");
}

function rowOf(name: string, changes: readonly JudgedChange[]): string {
  const { added, changed, removed, renamed, worst } = countsOf(changes);
  return `| ${name} | ${added} | ${changed} | ${removed} | ${renamed} | ${worst} |`;
}

function rankOf({ changes }: EnvironmentReview): number {
  return classes.indexOf(worstOf(changes.map((change) => change.class)) ?? "routine");
}

function syncText(sync: readonly SyncEffect[]): string {
  const lines = syncLines(sync, false).map(({ does, text, next }) => {
    return `- **${does}** ${forMarkdown(text)}${next === undefined ? "" : ` → ${forMarkdown(next)}`}`;
  });
  return lines.length === 0 ? "" : `A sync\n\n${lines.join("\n")}\n\nThe objects\n\n`;
}

/** By name; with what comes of it and why; with its values. */
function textsOf(story: Story): string[] {
  const { change } = story;
  const origin = originText(change);
  const name = `- **${change.class}** ${forMarkdown(storyTitle(story))}`;
  const head = origin === undefined ? name : `${name}, ${forMarkdown(origin)}`;
  const names = storyNames(story, false);
  const findings = findingLines(change.findings).map(({ finding: { risk, consequence }, reasons }) => {
    return `  - ${forMarkdownCode(risk)}: ${forMarkdown(reasons.join("; "))} → ${forMarkdown(consequence)}`;
  });
  // What comes of a reason says mostly what happens.
  const effect = change.effects.join("; ");
  const isSaid = effect === "" || change.findings.some(({ consequence }) => consequence === effect);
  const last = isSaid ? [] : [`  - → ${forMarkdown(effect)}`];
  const reasoned = [head, ...(names === undefined ? [] : [`  ${forMarkdown(names)}`]), ...findings, ...last].join("\n");
  const lines = bodyOf(story);
  const short = change.class === "breaks" || change.class === "caution" ? [] : [name];
  if (lines.length === 0) return [...short, reasoned];
  const fence = forMarkdownFence("diff", lines.map(diffLine)).map((line) => `  ${line}`);
  return [...short, reasoned, [reasoned, "", ...fence, ""].join("\n")];
}

function bodyOf({ members, change }: Story): Line[] {
  const isWhole = change.op === "added" || change.op === "removed";
  if (isWhole && members.length > mostWhole) return [];
  const lines =
    change.op === "added" || change.op === "removed"
      ? members.flatMap((one) => wholeObject(one.change))
      : changedLines(change);
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), { sign: " ", text: `… ${lines.length - mostLines} more lines` }];
}

function wholeObject({ op, before, after }: JudgedChange): Line[] {
  if (op === "added") return after === undefined ? [] : objectLines("+", after);
  return before === undefined ? [] : objectLines("-", before);
}

function changedLines(change: JudgedChange): Line[] {
  return change.fields.flatMap((field) => {
    const own = originText(field);
    const [first, ...rest] = fieldLines(field);
    const note = own === undefined || own === originText(change) ? "" : `  # ${own}`;
    return [{ ...first!, text: `${first!.text}${note}` }, ...rest];
  });
}

function diffLine({ sign, text }: Line): string {
  return `${sign} ${text}`;
}
