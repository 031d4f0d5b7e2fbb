import { containerCheck, type Check, type CheckFacts } from "./define-check.ts";
import { describeContainer } from "./describe-container.ts";
import { perEnvironment } from "./per-environment.ts";
import { keepsRunning } from "./pods/handlers.ts";
import type { ContainerView, EnvironmentView } from "./view/index.ts";

type List = "requests" | "limits";
type Resources = Readonly<Record<string, unknown>>;

/** A check that containers which keep running have a request or a limit. Others share what the pod has. */
export function resourceCheck<const Id extends string>(
  check: Pick<CheckFacts<Id>, "id" | "title" | "severity"> & {
    readonly list: List;
    readonly resource: "cpu" | "memory";
  },
): Check<Id> {
  const { list, resource, ...facts } = check;
  return containerCheck({
    ...facts,
    group: "reliability",
    needs: ["objects"],
    run: (container, report, environment) => {
      if (!keepsRunning(container) || hasResource(container, environment, list, resource)) return;
      const message = `${describeContainer(container)} has no ${resource} ${list.slice(0, -1)}`;
      report({ path: [...container.path, "resources", list, resource], message, fix: `set ${list}.${resource}` });
    },
  });
}

/** Also by the pod, or by the namespace's LimitRange; and a limit is the request where there is none. */
export function hasResource(
  { container, pod }: ContainerView,
  environment: EnvironmentView<"objects">,
  list: List,
  resource: string,
): boolean {
  const range = limitRanges(environment).get(pod.namespace);
  const fields: readonly List[] = list === "requests" ? ["requests", "limits"] : ["limits"];
  const defaults = { requests: range?.requests, limits: range?.limits };
  return [container.resources, pod.spec.resources, defaults].some((resources) =>
    fields.some((field) => resources?.[field]?.[resource] !== undefined),
  );
}

/** What LimitRanges give to containers that ask for nothing, by namespace. */
const limitRanges = perEnvironment((environment: EnvironmentView<"objects">) => {
  const byNamespace = new Map<string, Record<List, Resources>>();
  for (const { namespace = "", data } of environment.of("LimitRange")) {
    for (const { type, default: limits, defaultRequest: requests } of data.spec?.limits ?? []) {
      if (type !== "Container") continue;
      const known = byNamespace.get(namespace);
      byNamespace.set(namespace, {
        requests: { ...known?.requests, ...requests },
        limits: { ...known?.limits, ...limits },
      });
    }
  }
  return byNamespace;
});
