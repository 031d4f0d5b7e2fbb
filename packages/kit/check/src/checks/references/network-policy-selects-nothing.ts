import { environmentCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { selectedIn, selectorText, takesAll } from "../../selected.ts";

export const networkPolicySelectsNothing = environmentCheck({
  id: "network-policy-selects-nothing",
  group: "references",
  severity: "warning",
  title: "a NetworkPolicy selects no pod",
  needs: ["objects"],
  run: (environment, report) => {
    const isSelected = selectedIn(environment);
    for (const policy of environment.of("NetworkPolicy")) {
      const { podSelector = {} } = policy.data.spec ?? {};
      const { namespace = "default" } = policy;
      if (takesAll(podSelector) || isSelected(namespace, podSelector)) continue;
      const said = {
        message: `no pod of the namespace ${namespace} has the labels ${selectorText(podSelector)}, so it isolates nothing`,
        fix: "write the labels of the pods that it is for",
        path: ["spec", "podSelector"],
      };
      report(policy, saidOfMissing(environment, { kind: "Pod", namespace }, said));
    }
  },
});
