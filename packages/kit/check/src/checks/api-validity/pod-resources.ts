import { podCheck, type ReportFinding } from "../../define-check.ts";
import { isBarePod } from "../../pods/bare-pod.ts";
import { amountOf, isHugePages, mayOvercommit, type LooseResources } from "../../pods/resources.ts";
import type { ContainerView, PodView } from "../../view/index.ts";

export const podResources = podCheck({
  id: "pod-resources",
  group: "api-validity",
  severity: "error",
  title: "the resources of a pod as a whole do not hold those of its containers",
  run: (pod, report) => {
    const { resources, os } = pod.spec;
    if (resources === undefined) return;
    const path = [...pod.path, "resources"];
    if (os?.name === "windows") {
      report({ path, message: "a pod for Windows has resources as a whole", fix: "set those of its containers" });
      return;
    }
    if (resources.claims !== undefined) {
      const message = "the pod as a whole has claims";
      report({ path: [...path, "claims"], message, fix: "set the claims of its containers" });
    }
    judgeRequests(pod, report);
    judgeLimits(pod, report);
  },
});

function judgeRequests(pod: PodView, report: ReportFinding): void {
  const bare = isBarePod(pod);
  const { requests = {}, limits = {} } = pod.spec.resources as Resources;
  for (const [name, sum] of together(pod, (container) => requestsOf(container, bare))) {
    const asked = amountOf(requests[name]);
    const most = amountOf(limits[name]);
    if (asked !== undefined && sum > asked) {
      const message = `the containers together request ${amountText(sum)} of ${name}, and the pod ${requests[name]}`;
      const fix = "raise the pod's request, or lower those of the containers";
      report({ path: [...pod.path, "resources", "requests", name], message, fix });
    }
    // A Pod without the request gets the sum of its containers'.
    if (!bare || name in requests || most === undefined || sum <= most || !mayOvercommit(name)) continue;
    const message = `the containers together request ${amountText(sum)} of ${name}, and the pod's limit is ${limits[name]}`;
    const fix = "raise the pod's limit, or lower the requests of the containers";
    report({ path: [...pod.path, "resources", "limits", name], message, fix });
  }
}

function judgeLimits(pod: PodView, report: ReportFinding): void {
  const { limits = {} } = pod.spec.resources as Resources;
  const fix = "raise the pod's limit, or lower those of the containers";
  for (const [name, sum] of together(pod, ({ container }) => container.resources?.limits)) {
    const most = amountOf(limits[name]);
    if (!isHugePages(name) || most === undefined || sum <= most) continue;
    const message = `the containers together have ${amountText(sum)} of ${name}, and the pod ${limits[name]}`;
    report({ path: [...pod.path, "resources", "limits", name], message, fix });
  }
  for (const { role, container, path } of pod.containers) {
    if (role !== "container") continue;
    for (const [name, limit] of Object.entries((container.resources?.limits ?? {}) as LooseResources)) {
      const [own, most] = [amountOf(limit), amountOf(limits[name])];
      if (own === undefined || most === undefined || own <= most) continue;
      const message = `the container's limit of ${name} is ${limit}, and the pod's ${limits[name]}`;
      report({ path: [...path, "resources", "limits", name], message, fix });
    }
  }
}

interface Resources {
  readonly requests?: LooseResources;
  readonly limits?: LooseResources;
}

/** A Pod's container without a request gets its limit; a template's does not. */
function requestsOf({ role, container }: ContainerView, bare: boolean): LooseResources {
  const { requests, limits } = (container.resources ?? {}) as Resources;
  return bare && role !== "ephemeral" ? { ...limits, ...requests } : { ...requests };
}

/**
 * What the containers take together at the worst time: init containers run before, each beside the sidecars before it.
 *
 * https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
function together(
  { containers }: PodView,
  amountsOf: (container: ContainerView) => LooseResources | undefined,
): Map<string, bigint> {
  const sum = new Map<string, bigint>();
  const sidecars = new Map<string, bigint>();
  const starting = new Map<string, bigint>();
  for (const view of containers) {
    const sidecar = view.role === "init" && view.container.restartPolicy === "Always";
    for (const [name, quantity] of Object.entries(amountsOf(view) ?? {})) {
      const amount = amountOf(quantity) ?? 0n;
      if (view.role === "container" || sidecar) sum.set(name, (sum.get(name) ?? 0n) + amount);
      if (view.role !== "init") continue;
      const before = sidecars.get(name) ?? 0n;
      if (sidecar) sidecars.set(name, before + amount);
      starting.set(name, max(starting.get(name), before + amount));
    }
  }
  for (const [name, amount] of starting) sum.set(name, max(sum.get(name), amount));
  return sum;
}

function max(one: bigint | undefined, other: bigint): bigint {
  return one === undefined || other > one ? other : one;
}

/** Billionths as Kubernetes writes them: `1500m`, `2`. */
function amountText(nanos: bigint): string {
  return nanos % 1_000_000_000n === 0n ? `${nanos / 1_000_000_000n}` : `${nanos / 1_000_000n}m`;
}
