import { podSecurityCheck } from "../../pod-security.ts";

/** Volumes that reach nothing but what the cluster has given to this pod. `baseline` forbids hostPath already. */
const allowed: ReadonlySet<string> = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "hostPath",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);

export const pssVolumeTypes = podSecurityCheck({
  id: "pss-volume-types",
  title: "a volume of a kind that pods should not name themselves",
  level: "restricted",
  run: (pod, report) => {
    pod.spec.volumes?.forEach((volume, index) => {
      const type = Object.keys(volume).find((field) => field !== "name" && !allowed.has(field));
      if (type === undefined) return;
      const message = `volume ${volume.name} is of the type ${type}`;
      const fix = "describe it as a PersistentVolume, and use that by a persistentVolumeClaim";
      report({ path: [...pod.path, "volumes", index, type], message, fix });
    });
  },
});
