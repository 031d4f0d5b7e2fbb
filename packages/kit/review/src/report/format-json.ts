import type { Identity } from "../input/identity.ts";
import type { FieldChange } from "../diff/change.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { Review } from "../review.ts";
import { countsOf } from "./counts.ts";
import { pageOf } from "./describe.ts";

/** The review as JSON for other programs; docs/review.md describes it. Ends with a line break. */
export function formatJson({ base, head, environments }: Review): string {
  const changes = environments.flatMap((one) => one.changes);
  const report = {
    base,
    head,
    ...sumsOf(changes),
    environments: environments.map(({ environment, changes: own }) => ({
      environment: environment ?? null,
      ...sumsOf(own),
      objects: own.map(objectOf),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
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
    ...identity(id),
    previous: previous === undefined ? null : identity(previous),
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
    fields: fields.map((field) => ({ ...fieldOf(field), class: field.class, origin: field.origin ?? null })),
    // Of others the fields say it all.
    object: op === "added" ? (after ?? null) : op === "removed" ? (before ?? null) : null,
  };
}

function identity({ group, kind, namespace, name }: Identity) {
  return { group, kind, namespace: namespace ?? null, name };
}

/** A value that is not there has no member: null is a value that YAML has. */
function fieldOf({ op, path, before, after, equal, inner }: FieldChange): object {
  return {
    path,
    change: op,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    equal: equal ?? null,
    inner: inner?.form === "data" ? { form: "data", fields: inner.fields.map(fieldOf) } : (inner ?? null),
  };
}
