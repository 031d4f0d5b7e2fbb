import type { ObjectChange } from "../compare-objects.ts";
import type { FieldChange } from "../diff/change.ts";
import { registry, type RiskId } from "../risks/registry.ts";
import { worstOf, type RiskClass } from "./classes.ts";
import type { Risk, RiskContext } from "./define-risk.ts";
import { effectsOf } from "./effects.ts";
import { isBelow } from "./fields.ts";
import { originsOf, type Origin, type OverlayChange } from "./origins.ts";

/** What a rule found. */
export interface RiskFinding {
  readonly risk: RiskId;
  readonly class: RiskClass;
  readonly reason: string;
  readonly consequence: string;
  /** The fields that it speaks of; none is the object as a whole. */
  readonly paths: readonly string[];
}

/** A field's change, and what the rules say of it. */
export interface JudgedField extends FieldChange {
  readonly class: RiskClass;
  readonly origin: Origin | undefined;
}

/** What became of an object, and what may come of that. */
export interface JudgedChange extends Omit<ObjectChange, "fields"> {
  readonly class: RiskClass;
  /** The worst first. */
  readonly findings: readonly RiskFinding[];
  /** What happens to what runs, in words. */
  readonly effects: readonly string[];
  readonly fields: readonly JudgedField[];
  readonly origin: Origin | undefined;
}

/** Judges a change by every rule. What no rule knows is unclassified. */
export function judge(change: ObjectChange, context: RiskContext, overlay: OverlayChange | undefined): JudgedChange {
  const effects = effectsOf(change, context);
  const rules: readonly Risk[] = registry;
  const gone = change.previous ?? change.id;
  const isKept =
    (change.op === "removed" || change.op === "renamed") && context.keeps(gone, change.before) !== undefined;
  const own = rules.filter(({ isOfGone = false }) => !isOfGone || !isKept);
  const all = own.flatMap((risk) =>
    risk.run(change, context).map(({ reason, paths = [], consequence }): RiskFinding => {
      const fields = covered(change, paths);
      const effect = fields.length === 0 ? effects : effectsOf({ ...change, fields }, context);
      return {
        risk: risk.id as RiskId,
        class: risk.class,
        reason,
        consequence: consequence ?? effect.join("; "),
        paths: [...new Set(fields.map(({ path }) => path))],
      };
    }),
  );
  const findings = all.length > 1 ? all.filter(({ risk }) => risk !== "added-object") : all;
  const { field: originOf, object: origin } = originsOf(change, overlay);
  const fields = change.fields.map((field) => ({ ...field, class: classOf(field, findings), origin: originOf(field) }));
  const known = findings.map((finding) => finding.class);
  return {
    ...change,
    class: worstOf([...known, ...fields.map((field) => field.class)]) ?? "unclassified",
    findings,
    effects,
    fields,
    origin,
  };
}

/** The changes that a rule speaks of. */
function covered({ fields }: ObjectChange, paths: readonly string[]): readonly FieldChange[] {
  return fields.filter(({ path }) => paths.some((one) => isBelow(path, one) || isBelow(one, path)));
}

/** What is read as the same is of no other class, whatever is said of what is around it. */
function classOf({ path, equal }: FieldChange, findings: readonly RiskFinding[]): RiskClass {
  const own = findings.filter(
    ({ paths, risk }) => paths.includes(path) && (equal === undefined || risk === "equal-value"),
  );
  return worstOf(own.map((finding) => finding.class)) ?? "unclassified";
}
