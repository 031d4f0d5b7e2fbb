import { forJson } from "@kit/text";
import type { JudgedChange, RiskFinding } from "../judge/judge.ts";
import type { Became, Review } from "../review.ts";
import { sectionsOf } from "../told/section.ts";
import type { Story } from "../told/story.ts";
import { storyTitle } from "../told/wording.ts";
import { countsOf } from "./counts.ts";
import { pageOf } from "./describe.ts";
import { digits, fieldJson, identityJson } from "./json-parts.ts";

/** The review as JSON for other programs; docs/review.md describes it. Ends with a line break. */
export function formatJson({ base, head, environments }: Review): string {
  const changes = environments.flatMap((one) => one.changes);
  const report = {
    base,
    head,
    ...sumsOf(changes),
    groups: sectionsOf({ base, head, environments }, false)
      .flatMap(({ stories }) => stories)
      .filter(({ members }) => members.length > 1)
      .map(groupOf),
    environments: environments.map(({ environment, changes: own, sync, became }) => ({
      environment: environment ?? null,
      became: became === undefined ? null : becameOf(became),
      ...sumsOf(own),
      sync: sync.map(({ next, ...effect }) => ({ ...effect, next: next ?? null })),
      objects: own.map(objectOf),
    })),
  };
  return `${forJson(report, digits)}\n`;
}

function sumsOf(changes: readonly JudgedChange[]) {
  const { worst, ...counts } = countsOf(changes);
  return { ...counts, worst: worst ?? null };
}

/** The same change of several objects: with `<name>` where each has its own. */
function groupOf(story: Story) {
  const { members, change } = story;
  const { op, findings, effects, fields } = change;
  return {
    change: op,
    class: story.class,
    title: storyTitle(story),
    kinds: [...new Set(members.map(({ change: own }) => own.id.kind))],
    effects,
    risks: findings.map(riskOf),
    fields: fields.map((field) => ({ ...fieldJson(field), class: field.class })),
    objects: members.map(({ environment: { environment }, change: own }) => ({
      environment: environment ?? null,
      ...identityJson(own.id),
    })),
  };
}

function becameOf(became: Became) {
  const { how } = became;
  const other = how === "renamed" ? became.from : how === "left" ? became.to : null;
  return { how, other, changes: how === "renamed" ? became.changes.map(objectOf) : null };
}

function riskOf({ risk, class: own, reason, consequence, paths }: RiskFinding) {
  return { risk, class: own, reason, consequence, paths, page: pageOf(risk) };
}

function objectOf(change: JudgedChange) {
  const { op, id, previous, where, findings, effects, fields, origin, before, after } = change;
  return {
    change: op,
    class: change.class,
    ...identityJson(id),
    previous: previous === undefined ? null : identityJson(previous),
    file: where,
    origin: origin ?? null,
    effects,
    risks: findings.map(riskOf),
    fields: fields.map((field) => ({ ...fieldJson(field), class: field.class, origin: field.origin ?? null })),
    // Of others the fields say it all.
    object: op === "added" ? (after ?? null) : op === "removed" ? (before ?? null) : null,
  };
}
