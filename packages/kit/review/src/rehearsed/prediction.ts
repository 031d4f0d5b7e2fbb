import { describeIdentity } from "@kit/kube";
import type { ObjectId } from "../input/identity.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { EnvironmentReview } from "../review.ts";

/** What a review says of an object that a control plane can be asked for. */
export interface Prediction {
  /** As a review names it: `Deployment shop/web`. */
  readonly object: string;
  /** `stays` is what the API server reads as what it has. */
  readonly what: "created" | "changed" | "stays" | "refused" | "pruned" | "kept";
  /** The rule that says so; undefined where it is what became of the object. */
  readonly risk: string | undefined;
}

/** What a review says of an environment, and what of it no rehearsal tells. */
export interface Predictions {
  readonly environment: string;
  readonly predictions: readonly Prediction[];
  /** Rules that found something risky that does not show in a control plane without programs, with how often. */
  readonly untold: ReadonlyMap<string, number>;
}

/** What a control plane shows of: what it refuses, what it prunes, and what its controllers do. */
const shown = new Set([
  "endpoints-lost",
  "immutable-field",
  "kept-object",
  "moved-environment",
  "pods-unselected",
  "refused",
  "removed-definition",
  "removed-namespace",
  "removed-stateful-set",
  "removed-volume-claim",
  "removed-workload",
  "renamed",
]);

const refusing = ["immutable-field", "refused"];

/** What of a review a rehearsal can confirm or refute. */
export function predictionsOf({ environment = "", changes }: EnvironmentReview): Predictions {
  const risky = changes.flatMap(({ findings }) => findings.filter((one) => one.class !== "routine"));
  const untold = Map.groupBy(
    risky.filter(({ risk }) => !shown.has(risk)),
    ({ risk }) => risk,
  );
  return {
    environment,
    predictions: changes.flatMap(ofChange),
    untold: new Map([...untold].map(([risk, found]) => [risk, found.length])),
  };
}

function ofChange(change: JudgedChange): Prediction[] {
  const { op, id, previous, findings, fields } = change;
  const refused = findings.find(({ risk }) => refusing.includes(risk))?.risk;
  const isKept = findings.some(({ risk }) => risk === "kept-object");
  const gone = (object: ObjectId): Prediction => ({
    object: describeIdentity(object),
    what: isKept ? "kept" : "pruned",
    risk: isKept ? "kept-object" : undefined,
  });
  const object = describeIdentity(id);
  if (op === "removed") return [gone(id)];
  const come: Prediction =
    refused === undefined ? { object, what: "created", risk: undefined } : { object, what: "refused", risk: refused };
  if (op === "added") return [come];
  if (op === "renamed") return [gone(previous ?? id), come];
  if (refused !== undefined) return [come];
  const isEqual = fields.every(({ equal, op: own }) => equal !== undefined && own !== "moved");
  return [{ object, what: isEqual ? "stays" : "changed", risk: undefined }];
}
