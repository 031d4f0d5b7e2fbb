import { acrossCheck } from "../../define-check.ts";
import type { EnvironmentView, PodView } from "../../view/index.ts";

export const initOrder = acrossCheck({
  id: "init-order",
  group: "reliability",
  severity: "warning",
  title: "the init containers of a workload run in another order than in a different environment",
  needs: ["objects"],
  run: (environments, report) => {
    const made = environments.flatMap(({ id, pods, copies }: EnvironmentView<"objects">) =>
      // Files that belong to no environment have nothing beside them, and a preview is a copy.
      id === undefined || copies !== undefined ? [] : pods.map((pod) => ({ id, pod, order: initNames(pod) })),
    );
    for (const together of Map.groupBy(made, ({ pod }) => keyOf(pod)).values()) {
      for (const [index, { pod, order }] of together.entries()) {
        const other = together.slice(0, index).find((one) => !isSameOrder(one.order, order));
        if (other === undefined) continue;
        report(pod.object, {
          message: `its init containers run in the order ${order.join(", ")}, and in the environment ${other.id} in the order ${other.order.join(", ")}`,
          fix: "bring them into one order: what a patch adds to the list stands where kustomize puts it",
          path: [...pod.path, "initContainers"],
        });
      }
    }
  },
});

/** Environments have namespaces of their own: what is compared is of one package, kind and name. */
function keyOf({ object, path }: PodView): string {
  return [object.source, object.apiVersion, object.kind, object.name, ...path].join("\n");
}

function initNames({ containers }: PodView): string[] {
  return containers.filter(({ role }) => role === "init").map(({ name }) => name);
}

/** One may have more of them: those that both have count. */
function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  const ofOne = one.filter((name) => other.includes(name));
  const ofOther = other.filter((name) => one.includes(name));
  return ofOne.join("\n") === ofOther.join("\n");
}
