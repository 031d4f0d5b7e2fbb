import { environmentCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { selectedIn, selectorText, serviceSelector } from "../../selected.ts";

export const serviceSelectsNothing = environmentCheck({
  id: "service-selects-nothing",
  group: "references",
  severity: "error",
  title: "a Service selects no pod",
  needs: ["objects"],
  run: (environment, report) => {
    const isSelected = selectedIn(environment);
    for (const service of environment.of("Service")) {
      const selector = serviceSelector(service);
      if (selector === undefined || isSelected(service.namespace, selector)) continue;
      const { namespace = "default" } = service;
      const said = {
        message: `no pod of the namespace ${namespace} has the labels ${selectorText(selector)}`,
        fix: "write the labels of the pods that it is for",
        path: ["spec", "selector"],
      };
      report(service, saidOfMissing(environment, { kind: "Pod", namespace }, said));
    }
  },
});
