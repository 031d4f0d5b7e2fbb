import { forTerminal } from "@kit/text";
import { classes, type RiskClass } from "../judge/classes.ts";
import type { JudgedChange, JudgedField } from "../judge/judge.ts";
import type { Review } from "../review.ts";
import type { SyncEffect } from "../sync/sync-effect.ts";
import { allot } from "../told/allot.ts";
import { leftOutText } from "../told/left-out.ts";
import { sectionsOf, type ReviewSection } from "../told/section.ts";
import type { Story } from "../told/story.ts";
import { environmentsText, sectionText, storyNames, storyTitle } from "../told/wording.ts";
import { classesText, countsOf, countsText } from "./counts.ts";
import { findingLines, nothingText, originText, pageOf } from "./describe.ts";
import { fieldLines, objectLines } from "./field-lines.ts";
import { syncLines } from "./sync-lines.ts";
import { bodyText, lineText, style } from "./text-lines.ts";

const colours = { breaks: "red", caution: "yellow", unclassified: "magenta", routine: "green" } as const;

/** Of so few objects nothing is left out. */
const fewObjects = 20;
/** Of more, what a screen has room for. */
const mostLines = 56;

/**
 * The review as text for people: the riskiest first, the same change of several objects or environments once, then the sums. Of
 * many objects as much as a screen has room for, and how much is left out. Ends with a line break.
 *
 * @param all Whether nothing is folded: each object for itself, routine changes and long values whole.
 */
export function formatText(review: Review, all: boolean): string {
  const sections = sectionsOf(review, all);
  if (sections.length === 0) return nothingText(review, forTerminal);
  const changes = review.environments.flatMap((one) => one.changes);
  const sums = `${countsText(countsOf(changes))}: ${classesText(changes)}`;
  const end = `${sums} (from ${forTerminal(review.base)} to ${forTerminal(review.head)})\n`;
  const isWhole = all || changes.length <= fewObjects;
  return `${isWhole ? sections.map((one) => wholeText(one, all)).join("") : foldedSections(sections)}${end}`;
}

function wholeText(section: ReviewSection, all: boolean): string {
  const stories = section.stories.map((story) => `${storyText(story, all)}\n`);
  return `${headOf(section)}${formatSync(section.sync, all)}${stories.join("")}`;
}

function headOf(section: ReviewSection): string {
  const name = environmentsText(section);
  return name === undefined ? "" : `${style("bold", forTerminal(name))}: ${forTerminal(sectionText(section))}\n\n`;
}

/** As many lines as a screen has: of each section the riskiest first, and how much more there is. */
function foldedSections(sections: readonly ReviewSection[]): string {
  const told = sections.map((section) => {
    const head = `${headOf(section)}${formatSync(section.sync, false)}`;
    const stories = section.stories.map((story) => [shortText(story), `${storyText(story, false)}\n`]);
    return { section, head, stories };
  });
  const entries = told.flatMap(({ section, head, stories }) => {
    const under = { size: linesIn(head) + 2 };
    // A deed of a sync, and that an environment is new or gone, is told before all else.
    const first = isTold(section) ? [{ class: classes[0], sizes: [0], isGroup: true, under }] : [];
    const own = section.stories.map((story, index) => {
      return { class: story.class, sizes: stories[index]!.map(linesIn), isGroup: story.members.length > 1, under };
    });
    return [...first, ...own];
  });
  const steps = allot(entries, mostLines);
  let at = 0;
  const left: Story[] = [];
  const texts = told.flatMap(({ section, head, stories }): string[] => {
    const isOpen = isTold(section) && steps[at++] === 1;
    const shown = stories.map((lengths) => (steps[at++] === 0 ? undefined : lengths[steps[at - 1]! - 1]!));
    const out = section.stories.filter((_, index) => shown[index] === undefined);
    if (!isOpen && out.length === shown.length) {
      left.push(...out);
      return [];
    }
    const note = out.length === 0 ? "" : `  ${style("dim", `… and ${leftOutText(out)} (--all shows them)`)}\n\n`;
    return [`${head}${shown.map((text) => text ?? "").join("")}${note}`];
  });
  const count = new Set(left.flatMap(({ members }) => members.map(({ environment }) => environment))).size;
  const places = count === 1 ? "1 more environment" : `${count} more environments`;
  const rest =
    left.length === 0 ? "" : `${style("dim", `… and ${places} with ${leftOutText(left)} (--all shows them)`)}\n\n`;
  return `${texts.join("")}${rest}`;
}

function isTold({ environments, sync }: ReviewSection): boolean {
  return sync.length > 0 || environments.some(({ became }) => became !== undefined);
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

/** What it is, and why: without its values. */
function shortText(story: Story): string {
  const { change } = story;
  if ((change.class === "routine" || change.class === "unclassified") && story.members.length === 1) {
    return shortLine(story);
  }
  const names = storyNames(story, false);
  const place = names === undefined ? "" : `    ${style("dim", forTerminal(names))}\n`;
  return `${titleLine(story)}${place}${findingsOf(change, change.class === "routine")}\n`;
}

/**
 * What a sync does, as text for people: nothing where there is nothing to say, else ends with an empty line.
 *
 * @param all Whether all objects are named.
 */
export function formatSync(sync: readonly SyncEffect[], all: boolean): string {
  if (sync.length === 0) return "";
  const lines = syncLines(sync, all).map(({ does, text, next }) => {
    const [first, ...more] = wrapped(forTerminal(`${does} ${text}`));
    const hand = next === undefined ? [] : wrapped(forTerminal(`→ ${next}`)).map((line) => `      ${line}\n`);
    const head = `    ${style("bold", does)}${first!.slice(does.length)}\n`;
    return [head, ...more.map((line) => `      ${line}\n`), ...hand].join("");
  });
  return `  a sync\n${lines.join("")}\n`;
}

const width = 110;

/** In lines that a terminal shows whole; words are not broken. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** With the reasons, or what differs first where nobody knows any. */
function shortLine(story: Story): string {
  const { findings, fields, class: own } = story.change;
  const reasons = findingLines(findings).map(({ finding: { risk }, reasons: all }) => `${risk}: ${all.join("; ")}`);
  const [first] = fields.slice(0, 1).flatMap((field) => fieldLines(field)[0]?.text ?? []);
  const said = reasons.length > 0 ? reasons.join("; ") : (first ?? "");
  return `  ${classText(own)} ${style("bold", forTerminal(storyTitle(story)))}  ${forTerminal(said)}\n`;
}

function storyText(story: Story, all: boolean): string {
  const { change } = story;
  const folded = change.class === "routine" && !all;
  return `${titleLine(story)}${placeText(story)}${findingsOf(change, folded)}${folded ? foldedText(change) : bodyOf(story, all)}`;
}

function titleLine(story: Story): string {
  const { change } = story;
  const effects = change.effects.length === 0 ? "" : `  ${forTerminal(change.effects.join("; "))}`;
  return `  ${classText(change.class)} ${style("bold", forTerminal(storyTitle(story)))}${effects}\n`;
}

/** Its file and who made it; of several objects their names. */
function placeText(story: Story): string {
  const { change, members } = story;
  const origin = originText(change);
  const place = members.length === 1 ? change.where : storyNames(story, false);
  const parts = [place, origin].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : `    ${style("dim", forTerminal(parts.join(", ")))}\n`;
}

function findingsOf({ findings }: JudgedChange, folded: boolean): string {
  return findingLines(findings)
    .map(({ finding, reasons }) => {
      const head = `    ${classText(finding.class)} ${finding.risk}: `;
      if (folded) return `${head}${forTerminal(reasons.join("; "))}\n`;
      const page = style("dim", pageOf(finding.risk));
      return `${head}${forTerminal(reasons.join("; "))}\n      → ${forTerminal(finding.consequence)}  ${page}\n`;
    })
    .join("");
}

function foldedText({ fields }: JudgedChange): string {
  if (fields.length === 0) return "";
  return `    ${style("dim", `${fields.length} field${fields.length === 1 ? "" : "s"} (--all shows them)`)}\n`;
}

function bodyOf({ change, members }: Story, all: boolean): string {
  const { op, before, after, fields } = change;
  if (members.length > 1 && op !== "changed" && op !== "renamed") {
    return `    ${style("dim", `${members.length} objects (--all shows them)`)}\n`;
  }
  if (op === "added" && after !== undefined) return bodyText(objectLines("+", after), all);
  if (op === "removed" && before !== undefined) return bodyText(objectLines("-", before), all);
  return fields.map((field) => fieldText(change, field, all)).join("");
}

/** Says who made a field's change where that is not who made the object's others. */
function fieldText(change: JudgedChange, field: JudgedField, all: boolean): string {
  const [first, ...rest] = fieldLines(field);
  const own = originText(field);
  const note = own === undefined || own === originText(change) ? "" : style("dim", `  ${forTerminal(own)}`);
  return `${lineText(first!)}${note}\n${bodyText(rest, all)}`;
}

function classText(risk: RiskClass): string {
  return style(colours[risk], risk);
}
