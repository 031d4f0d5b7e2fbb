import { clashes, otherText } from "../../clashes.ts";
import { clusterCheck } from "../../define-check.ts";
import { targetOf } from "../../scale-target.ts";

export const objectClash = clusterCheck({
  id: "object-clash",
  group: "clusters",
  severity: "error",
  title: "two environments of one cluster bring the same object",
  needs: ["objects"],
  run: ({ environments }, report) => {
    const claims = environments.flatMap(({ id: environment, objects }) =>
      objects
        .filter(({ name }) => name !== "")
        .map((object) => ({
          key: `${object.namespace === undefined ? "cluster" : "namespace"}\n${targetOf(object)}`,
          object,
          environment,
        })),
    );
    for (const { claim, other } of clashes(claims)) {
      report(claim.object, {
        message: `the same object is ${otherText(claim, other)}, and each overwrites the other`,
        fix: "give the environments namespaces or names of their own, or leave one of the two out",
        path: ["metadata", "name"],
      });
    }
  },
});
