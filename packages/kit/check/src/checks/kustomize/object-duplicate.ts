import { isDeepStrictEqual } from "node:util";
import { environmentCheck } from "../../define-check.ts";
import { targetOf } from "../../scale-target.ts";

export const objectDuplicate = environmentCheck({
  id: "object-duplicate",
  group: "kustomize",
  severity: "error",
  title: "one object is there twice: the last one wins with kubectl, and kustomize refuses it",
  needs: ["objects"],
  run: (environment, report) => {
    const named = environment.objects.filter(({ name }) => name !== "");
    const groups = Map.groupBy(named, (object) => `${object.namespace === undefined}\n${targetOf(object)}`);
    for (const [first, ...others] of groups.values()) {
      for (const object of others) {
        const isSame = isDeepStrictEqual(object.raw, first!.raw);
        // Files of a folder may be for several clusters.
        const isCertain = !isSame && (environment.id !== undefined || object.where === first!.where);
        report(object, {
          message: `it is in ${first!.where} before, ${isSame ? "just the same" : "with other values, and overwrites them"}`,
          fix: "keep one of them, or give them names of their own",
          path: ["metadata", "name"],
          severity: isCertain ? "error" : "warning",
        });
      }
    }
  },
});
