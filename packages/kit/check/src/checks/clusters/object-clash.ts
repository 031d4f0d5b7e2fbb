import { clashes, otherText } from "../../clashes.ts";
import { clusterCheck } from "../../define-check.ts";
import { targetOf } from "../../scale-target.ts";

export const objectClash = clusterCheck({
  id: "object-clash",
  group: "clusters",
  severity: "error",
  title: "two environments of one cluster bring the same object",
  run: ({ environments }, report) => {
    const objects = environments.flatMap((environment) => environment.objects.filter(({ name }) => name !== ""));
    const claims = objects.map((object) => ({
      key: `${object.namespace === undefined ? "cluster" : "namespace"}\n${targetOf(object)}`,
      object,
    }));
    for (const { claim, other } of clashes(claims)) {
      report(claim.object, {
        message: `the same object is ${otherText(claim.object, other.object)}, and each overwrites the other`,
        fix: "give the environments namespaces or names of their own, or leave one of the two out",
        path: ["metadata", "name"],
      });
    }
  },
});
