import { configReferences } from "../../config-references.ts";
import { podCheck } from "../../define-check.ts";
import { orNearest } from "../../suggest.ts";

/** The control plane puts it into every namespace. */
const builtIn = "kube-root-ca.crt";

export const configMapMissing = podCheck({
  id: "config-map-missing",
  group: "references",
  severity: "error",
  title: "a pod reads a ConfigMap that does not exist",
  needs: ["objects"],
  run: (pod, report, environment) => {
    for (const { kind, name, by, optional, namePath } of configReferences(pod)) {
      if (kind !== "ConfigMap" || optional || name === builtIn) continue;
      if (environment.find("ConfigMap", pod.namespace, name) !== undefined) continue;
      const known = environment
        .of("ConfigMap")
        .filter(({ namespace }) => namespace === pod.namespace)
        .map((object) => object.name);
      const message = `${by} reads the ConfigMap ${name}, which does not exist in the namespace ${pod.namespace}`;
      report({ message, fix: orNearest(name, known, "add the ConfigMap"), path: namePath });
    }
  },
});
