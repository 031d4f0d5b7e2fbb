import { objectCheck } from "../../define-check.ts";
import type { EnvironmentView, View } from "../../view/index.ts";

export const podPriority = objectCheck({
  id: "pod-priority",
  group: "api-validity",
  severity: "error",
  title: "a Pod sets a priority or an overhead itself that only its class sets",
  kinds: ["Pod"],
  needs: ["objects"],
  run: (pod, report, environment) => {
    const { priority, preemptionPolicy, overhead, runtimeClassName } = pod.data.spec ?? {};
    const expected = classOf(pod, environment);
    if (expected !== undefined && priority !== undefined && priority !== expected.priority) {
      const message = `priority is ${priority}, and the Pod's class gives it ${expected.priority}`;
      report({ path: ["spec", "priority"], message, fix: "leave it out, and name a PriorityClass" });
    }
    if (expected !== undefined && preemptionPolicy !== undefined && preemptionPolicy !== expected.preemption) {
      const message = `preemptionPolicy is ${preemptionPolicy}, and the Pod's class gives it ${expected.preemption}`;
      report({ path: ["spec", "preemptionPolicy"], message, fix: "leave it out, and name a PriorityClass" });
    }
    if (overhead === undefined || runtimeClassName !== undefined) return;
    const message = "overhead is set, and no RuntimeClass is named that defines it";
    report({ path: ["spec", "overhead"], message, fix: "leave it out, or name the RuntimeClass" });
  },
});

const built: Readonly<Record<string, number>> = {
  "system-cluster-critical": 2_000_000_000,
  "system-node-critical": 2_000_001_000,
};

/** What the class of a Pod gives it, or the default without one; undefined where the class is not known here. */
function classOf(
  { data }: View<"Pod">,
  environment: EnvironmentView<"objects">,
): { priority: number; preemption: string } | undefined {
  const name = data.spec?.priorityClassName ?? "";
  const known = built[name];
  if (known !== undefined) return { priority: known, preemption: "PreemptLowerPriority" };
  const classes = environment.of("PriorityClass");
  const found = classes.find(({ name: one, data: { globalDefault } }) => (name === "" ? globalDefault : one === name));
  if (found === undefined) return name === "" ? { priority: 0, preemption: "PreemptLowerPriority" } : undefined;
  const { value = 0, preemptionPolicy = "PreemptLowerPriority" } = found.data;
  return { priority: value, preemption: preemptionPolicy };
}
