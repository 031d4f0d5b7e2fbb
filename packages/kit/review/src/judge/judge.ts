import type { ObjectChange } from "../compare-objects.ts";
import type { FieldChange } from "../diff/change.ts";
import { registry, type RiskId } from "../risks/registry.ts";
import { worstOf, type RiskClass } from "./classes.ts";
import type { Risk, RiskContext, RiskReason } from "./define-risk.ts";
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
  const found = (risks: readonly Risk[], part: ObjectChange): RiskFinding[] =>
    risks.flatMap((risk) => risk.run(part, context).map((reason) => findingOf(risk, reason, change, context, effects)));
  const known = found(
    own.filter(({ isOfRest = false }) => !isOfRest),
    change,
  );
  const rest = change.fields.filter((field) => classOf(field, known) === "unclassified");
  const ofRest = own.filter(({ isOfRest = false }) => isOfRest);
  const all = rest.length === 0 ? known : [...known, ...found(ofRest, { ...change, fields: rest })];
  const findings = all.length > 1 ? all.filter(({ risk }) => risk !== "added-object") : all;
  const { field: originOf, object: origin } = originsOf(change, overlay);
  const fields = change.fields.map((field) => ({ ...field, class: classOf(field, findings), origin: originOf(field) }));
  return {
    ...change,
    class:
      worstOf([...findings.map((finding) => finding.class), ...fields.map((field) => field.class)]) ?? "unclassified",
    findings,
    effects,
    fields,
    origin,
  };
}

function findingOf(
  risk: Risk,
  { reason, paths = [], consequence }: RiskReason,
  change: ObjectChange,
  context: RiskContext,
  effects: readonly string[],
): RiskFinding {
  const fields = covered(change, paths);
  const effect = fields.length === 0 ? effects : effectsOf({ ...change, fields }, context);
  return {
    risk: risk.id as RiskId,
    class: risk.class,
    reason,
    consequence: consequence ?? effect.join("; "),
    paths: [...new Set(fields.map(({ path }) => path))],
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
