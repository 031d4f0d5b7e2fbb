import { defaulted, type Loose } from "@kit/kube";
import { textAt } from "../../data.ts";
import { defineRisk } from "../../judge/define-risk.ts";

/** Where a kind says what becomes of data when its owner goes. */
const policies: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "/PersistentVolume": [["spec", "persistentVolumeReclaimPolicy"]],
  "storage.k8s.io/StorageClass": [["reclaimPolicy"]],
  "snapshot.storage.k8s.io/VolumeSnapshotClass": [["deletionPolicy"]],
  "snapshot.storage.k8s.io/VolumeSnapshotContent": [["spec", "deletionPolicy"]],
  "apps/StatefulSet": [
    ["spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted"],
    ["spec", "persistentVolumeClaimRetentionPolicy", "whenScaled"],
  ],
  "external-secrets.io/ExternalSecret": [["spec", "target", "deletionPolicy"]],
};

const when: Readonly<Record<string, string>> = {
  persistentVolumeReclaimPolicy: "when its claim goes, the volume and what is on it are deleted",
  whenDeleted: "when the StatefulSet is deleted, its claims and what is on them are deleted",
  whenScaled: "when the StatefulSet gets fewer replicas, the claims of the others are deleted",
};

export const dataDeleted = defineRisk({
  id: "data-deleted",
  class: "caution",
  title: "data is deleted that was kept before",
  run({ op, id, before, after }) {
    if ((op !== "changed" && op !== "renamed") || before === undefined || after === undefined) return [];
    return (policies[`${id.group}/${id.kind}`] ?? []).flatMap((path) => {
      const [own, other] = [before, after].map((side: Loose) => textAt(defaulted(side), ...path));
      if (own === other || other !== "Delete") return [];
      const field = path.at(-1)!;
      return [
        {
          paths: [path.join(".")],
          reason: `${field} was ${own ?? "not set"}, and is Delete`,
          consequence: when[field] ?? "what was kept is deleted with its owner",
        },
      ];
    });
  },
});
