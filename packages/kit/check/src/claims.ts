import type { Path } from "@kit/schema";
import { isKind, type View } from "./view/index.ts";

/** What a claim of a volume asks for, and where that is in the object. */
export interface ClaimSpec {
  readonly path: Path;
  readonly spec: NonNullable<View<"PersistentVolumeClaim">["data"]["spec"]>;
}

/** The claim that an object is, or those that are made for its pods. */
export function claimSpecsOf(object: View): ClaimSpec[] {
  if (isKind(object, "PersistentVolumeClaim")) return [{ path: ["spec"], spec: object.data.spec ?? {} }];
  const { describedPod: pod } = object;
  if (pod === undefined) return [];
  const ofVolumes = (pod.spec.volumes ?? []).flatMap(({ ephemeral }, index): ClaimSpec[] => {
    const template = ephemeral?.volumeClaimTemplate;
    if (template === undefined) return [];
    return [{ path: [...pod.path, "volumes", index, ...inVolume], spec: template.spec ?? {} }];
  });
  return [...ofTemplates(object), ...ofVolumes];
}

const inVolume = ["ephemeral", "volumeClaimTemplate", "spec"];

function ofTemplates(object: View): ClaimSpec[] {
  if (!isKind(object, "StatefulSet")) return [];
  return (object.data.spec?.volumeClaimTemplates ?? []).map(({ spec = {} }, index) => ({
    path: ["spec", "volumeClaimTemplates", index, "spec"],
    spec,
  }));
}
