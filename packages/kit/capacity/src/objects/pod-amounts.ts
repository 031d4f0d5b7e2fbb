import { add, greatest, judged, sumOf, type Amounts, type Sum } from "../amounts.ts";
import type { Container, PodSpec, Resources } from "./pod-schema.ts";

// What the scheduler's scores take a container to use that requests nothing: pkg/scheduler/util/pod_resources.go.
const assumed: Amounts = { cpu: 100, memory: 200 * 1024 * 1024 };

/**
 * What the scheduler reserves for a pod: `PodRequests` of k8s.io/component-helpers/resource, after the API server's
 * defaults (a limit without a request is the request).
 */
export function podRequests(spec: PodSpec): Amounts {
  return add([{ ...aggregate(spec, requestsOf), ...podLevelRequests(spec) }, spec.overhead]);
}

/** What the scheduler's scores count for a pod: as its requests, with an assumption where a container has none. */
export function scoredRequests(spec: PodSpec): Sum {
  const containers = aggregate(spec, (container) => ({ ...assumed, ...requestsOf(container) }));
  return sumOf(add([{ ...containers, ...podLevelRequests(spec) }, spec.overhead]));
}

/**
 * What a pod may use at most, by Kubernetes' own rule. Where a container has no limit, there is no such amount: its
 * request counts in the limit's place, and `unlimited` names the resource.
 */
export function podLimits(spec: PodSpec): { readonly limits: Sum; readonly unlimited: readonly (keyof Sum)[] } {
  const own = podLevel(spec.resources.limits);
  const longRunning = [...spec.containers, ...spec.initContainers.filter(isSidecar)];
  const unlimited = judged.filter(
    (name) => own[name] === undefined && longRunning.some(({ resources }) => resources.limits?.[name] === undefined),
  );
  const stated = { ...aggregate(spec, ({ resources }) => ({ ...resources.requests, ...resources.limits })), ...own };
  const overhead = Object.entries(spec.overhead).filter(([name]) => (stated[name] ?? 0) > 0);
  const requests = podRequests(spec);
  const atLeast = Object.fromEntries(unlimited.map((name) => [name, requests[name] ?? 0]));
  return { limits: sumOf(greatest([add([stated, Object.fromEntries(overhead)]), atLeast])), unlimited };
}

/** All containers at once, or, where it is more, an init container beside the sidecars that are started before it. */
function aggregate(spec: PodSpec, amountsOf: (container: Container) => Amounts): Amounts {
  const running = add([...spec.containers, ...spec.initContainers.filter(isSidecar)].map(amountsOf));
  const starting = spec.initContainers.map((container, index) => {
    const sidecars = spec.initContainers.slice(0, index).filter(isSidecar);
    return add([...sidecars, container].map(amountsOf));
  });
  return greatest([running, ...starting]);
}

/** What is requested for the pod as a whole, after `defaultPodRequests` of pkg/apis/core/v1. */
function podLevelRequests(spec: PodSpec): Amounts {
  const requests = podLevel(spec.resources.requests);
  const limits = podLevel(spec.resources.limits);
  if (Object.keys(limits).length === 0) return requests;
  return { ...limits, ...podLevel(aggregate(spec, requestsOf)), ...requests };
}

function podLevel(amounts: Amounts = {}): Amounts {
  const supported = Object.entries(amounts).filter(([name]) => /^(cpu|memory|hugepages-.*)$/.test(name));
  return Object.fromEntries(supported);
}

function requestsOf({ resources }: { readonly resources: Resources }): Amounts {
  return { ...resources.limits, ...resources.requests };
}

function isSidecar({ restartPolicy }: Container): boolean {
  return restartPolicy === "Always";
}
