import { rollingTemplateOf } from "@kit/kube";
import { configReferences } from "../../config-references.ts";
import { overlayCheck } from "../../define-check.ts";
import type { EnvironmentView } from "../../view/index.ts";

// What the overlay changes is told by its declarations (`changedConfigMaps` of @kit/prove); here is only who reads it.
export const configMapPatched = overlayCheck({
  id: "config-map-patched",
  group: "kustomize",
  severity: "warning",
  title: "an overlay changes a ConfigMap, and the pods that read it do not roll",
  needs: ["objects"],
  run: (environment, report) => {
    for (const { name, namespace, file, place } of environment.overlay.changedConfigMaps) {
      const readers = readersOf(environment, name, namespace);
      if (readers.length === 0) continue;
      report(file, {
        message: `it changes the ConfigMap ${name}, and the pods of ${readers.join(", ")} go on with the old values: their checksum is made before the overlay`,
        fix: "set the values in the package of the environments, or bring them in a ConfigMap of the overlay's own `configMapGenerator`, whose name has a hash",
        path: place,
      });
    }
  },
});

function readersOf(environment: EnvironmentView<"objects">, name: string, namespace = "default"): string[] {
  const pods = environment.pods.filter(
    (pod) =>
      pod.namespace === namespace &&
      rollingTemplateOf(pod.object.raw) !== undefined &&
      configReferences(pod).some((reference) => reference.kind === "ConfigMap" && reference.name === name),
  );
  return pods.map(({ object }) => `${object.kind} ${object.name}`);
}
