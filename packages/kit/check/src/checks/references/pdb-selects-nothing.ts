import { environmentCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { selectedIn, selectorText, takesAll } from "../../selected.ts";

export const pdbSelectsNothing = environmentCheck({
  id: "pdb-selects-nothing",
  group: "references",
  severity: "error",
  title: "a PodDisruptionBudget selects no pod",
  needs: ["objects"],
  run: (environment, report) => {
    const isSelected = selectedIn(environment);
    for (const budget of environment.of("PodDisruptionBudget")) {
      const { selector } = budget.data.spec ?? {};
      const { namespace = "default" } = budget;
      if (selector === undefined) {
        const message = "without a selector it takes no pod, and protects nothing";
        report(budget, { message, fix: "write the labels of the pods that it is for", path: ["spec"] });
        continue;
      }
      if (takesAll(selector) || isSelected(namespace, selector)) continue;
      const said = {
        message: `no pod of the namespace ${namespace} has the labels ${selectorText(selector)}, so it protects nothing`,
        fix: "write the labels of the pods that it is for",
        path: ["spec", "selector"],
      };
      report(budget, saidOfMissing(environment, { kind: "Pod", namespace }, said));
    }
  },
});
