import { groupOf } from "@kit/kube";
import { environmentCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { targetOf } from "../../scale-target.ts";
import { orNearest } from "../../suggest.ts";

export const hpaTargetMissing = environmentCheck({
  id: "hpa-target-missing",
  group: "references",
  severity: "error",
  title: "a HorizontalPodAutoscaler scales something that does not exist",
  needs: ["objects"],
  run: (environment, report) => {
    const known = new Map(environment.objects.map((object) => [targetOf(object), object]));
    for (const hpa of environment.of("HorizontalPodAutoscaler")) {
      const { apiVersion = "", kind, name } = hpa.data.spec?.scaleTargetRef ?? {};
      const { namespace = "default" } = hpa;
      if (kind === undefined || name === undefined) continue;
      if (known.has(targetOf({ apiVersion, kind, namespace, name }))) continue;
      const alike = environment.objects.filter((object) => object.kind === kind && object.namespace === namespace);
      const other = alike.find((object) => object.name === name);
      const path = ["spec", "scaleTargetRef"];
      if (other !== undefined) {
        const message = `it scales ${kind} ${name} of the API group "${groupOf(apiVersion)}", which does not exist`;
        report(hpa, { message, fix: `write apiVersion ${other.apiVersion}`, path: [...path, "apiVersion"] });
        continue;
      }
      const names = alike.map((object) => object.name);
      const message = `it scales ${kind} ${name}, which does not exist in the namespace ${namespace}`;
      const said = { message, fix: orNearest(name, names, `add the ${kind}`), path: [...path, "name"] };
      report(hpa, saidOfMissing(environment, { kind, namespace }, said));
    }
  },
});
