import { isOfServer } from "@kit/kube";
import { configReferences } from "../../config-references.ts";
import { podCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";

export const configMapMissing = podCheck({
  id: "config-map-missing",
  group: "references",
  severity: "error",
  title: "a pod reads a ConfigMap that does not exist",
  needs: ["objects"],
  run: (pod, report, environment) => {
    for (const { kind, name, by, optional, namePath } of configReferences(pod)) {
      if (kind !== "ConfigMap" || optional || isOfServer(kind, pod.namespace, name)) continue;
      if (environment.find("ConfigMap", pod.namespace, name) !== undefined) continue;
      const known = environment
        .of("ConfigMap")
        .filter(({ namespace }) => namespace === pod.namespace)
        .map((object) => object.name);
      const message = `${by} reads the ConfigMap ${name}, which does not exist in the namespace ${pod.namespace}`;
      const said = { message, fix: orNearest(name, known, "add the ConfigMap"), path: namePath };
      report(saidOfMissing(environment, { kind, namespace: pod.namespace }, said));
    }
  },
});
