import { forJson } from "@kit/text";
import type { JudgedChange } from "../judge/judge.ts";
import type { Review } from "../review.ts";
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
    environments: environments.map(({ environment, changes: own, sync }) => ({
      environment: environment ?? null,
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
    risks: findings.map(({ risk, class: own, reason, consequence, paths }) => ({
      risk,
      class: own,
      reason,
      consequence,
      paths,
      page: pageOf(risk),
    })),
    fields: fields.map((field) => ({ ...fieldJson(field), class: field.class, origin: field.origin ?? null })),
    // Of others the fields say it all.
    object: op === "added" ? (after ?? null) : op === "removed" ? (before ?? null) : null,
  };
}
