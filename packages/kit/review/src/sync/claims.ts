import { isMap, at, type Loose } from "@kit/kube";
import { dataAt, listAt, textAt } from "../data.ts";
import type { ObjectId } from "../input/identity.ts";
import { replicasOf } from "../judge/effects.ts";

/** The claims that a StatefulSet has made of its templates, by their names; none of anything else. */
export function claimsOf({ group, kind, name }: ObjectId, object: Loose): string[] {
  if (group !== "apps" || kind !== "StatefulSet") return [];
  const start = at(object, "spec", "ordinals", "start");
  const first = typeof start === "number" ? start : 0;
  const ordinals = Array.from({ length: replicasOf(object) }, (_, index) => first + index);
  const templates = listAt(object, "spec", "volumeClaimTemplates").filter(isMap);
  return templates.flatMap((template) =>
    ordinals.map((ordinal) => `${textAt(template, "metadata", "name") ?? ""}-${name}-${ordinal}`),
  );
}

/** Whether the claims of a StatefulSet are deleted with it. Kubernetes' own default is that they stay. */
export function losesClaims(object: Loose): boolean {
  return textAt(dataAt(object, "spec", "persistentVolumeClaimRetentionPolicy"), "whenDeleted") === "Delete";
}
