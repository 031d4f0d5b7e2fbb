import { configReferences } from "../../config-references.ts";
import { podCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";
import type { View } from "../../view/index.ts";

export const configMapKeyMissing = podCheck({
  id: "config-map-key-missing",
  group: "references",
  severity: "error",
  title: "a pod reads a key that its ConfigMap does not have",
  needs: ["objects"],
  run: (pod, report, environment) => {
    for (const { kind, name, key, by, optional, path } of configReferences(pod)) {
      if (kind !== "ConfigMap" || key === undefined || optional) continue;
      const found = environment.find("ConfigMap", pod.namespace, name);
      if (found === undefined) continue;
      const keys = [...Object.keys(found.data.data ?? {}), ...Object.keys(found.data.binaryData ?? {})];
      if (keys.includes(key) || isFilledIn(found)) continue;
      const message = `${by} reads the key ${key}, which the ConfigMap ${name} does not have`;
      const said = { message, fix: orNearest(key, keys, `add ${key} to the ConfigMap`), path };
      report(saidOfMissing(environment, { kind: "ConfigMap", namespace: pod.namespace }, said));
    }
  },
});

/** Whether OpenShift puts certificates into it. */
function isFilledIn({ labels, annotations }: View): boolean {
  const trusted = labels["config.openshift.io/inject-trusted-cabundle"];
  return trusted === "true" || annotations["service.beta.openshift.io/inject-cabundle"] === "true";
}
