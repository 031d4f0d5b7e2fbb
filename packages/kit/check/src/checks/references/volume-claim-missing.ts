import { environmentCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";
import type { EnvironmentView } from "../../view/index.ts";

export const volumeClaimMissing = environmentCheck({
  id: "volume-claim-missing",
  group: "references",
  severity: "error",
  title: "a pod mounts a PersistentVolumeClaim that does not exist",
  needs: ["objects"],
  run: (environment, report) => {
    const templates = templatesOf(environment);
    for (const pod of environment.pods) {
      const own = ownTemplates(pod.object.data);
      (pod.spec.volumes ?? []).forEach(({ name: volume = "", persistentVolumeClaim = {} }, index) => {
        const { claimName } = persistentVolumeClaim;
        // A StatefulSet's own template takes the place of a volume of the same name.
        if (claimName === undefined || claimName === "" || own.includes(volume)) return;
        if (environment.find("PersistentVolumeClaim", pod.namespace, claimName) !== undefined) return;
        if (templates.has(`${pod.namespace}/${claimName.replace(/-\d+$/, "")}`)) return;
        const known = environment
          .of("PersistentVolumeClaim")
          .filter(({ namespace }) => namespace === pod.namespace)
          .map(({ name }) => name);
        const said = {
          message: `the volume ${volume} claims ${claimName}, which does not exist in the namespace ${pod.namespace}`,
          fix: orNearest(claimName, known, "add the PersistentVolumeClaim"),
          path: [...pod.path, "volumes", index, "persistentVolumeClaim", "claimName"],
        };
        const missing = { kind: "PersistentVolumeClaim", namespace: pod.namespace };
        report(pod.object, saidOfMissing(environment, missing, said));
      });
    }
  },
});

/** The claims that StatefulSets make are named `<template>-<StatefulSet>-<number>`. */
function templatesOf(environment: EnvironmentView<"objects">): ReadonlySet<string> {
  return new Set(
    environment
      .of("StatefulSet")
      .flatMap(({ namespace, name, data }) =>
        ownTemplates(data).map((template) => `${namespace ?? "default"}/${template}-${name}`),
      ),
  );
}

function ownTemplates(data: object): string[] {
  const { spec = {} } = data as {
    readonly spec?: { readonly volumeClaimTemplates?: readonly { readonly metadata?: { readonly name?: string } }[] };
  };
  return (spec.volumeClaimTemplates ?? []).flatMap(({ metadata }) => metadata?.name ?? []);
}
