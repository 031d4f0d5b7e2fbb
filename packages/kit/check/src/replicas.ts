import { at, mapOf, statedReplicas, workloadOf } from "@kit/kube";
import { perEnvironment } from "./per-environment.ts";
import { scaledIn, targetOf } from "./scale-target.ts";
import { serviceSelector } from "./selected.ts";
import type { EnvironmentView, PodView, View } from "./view/index.ts";

/**
 * How many such pods run, or at least run where an autoscaler decides; undefined where the pod's object is not one that
 * has replicas.
 */
export function replicasOf(pod: PodView, environment: EnvironmentView<"objects">): number | undefined {
  return boundsOf(pod, environment)?.least;
}

/** That there are several such pods at a time. */
export interface SeveralPods {
  /** How many there are at least; undefined where there are several only when something scales them up. */
  readonly atLeast: number | undefined;
}

/**
 * Whether there are several such pods at a time. Where nobody writes `replicas`, something that is not among the objects may
 * set it.
 */
export function severalOf(pod: PodView, environment: EnvironmentView<"objects">): SeveralPods | undefined {
  const { least, most } = boundsOf(pod, environment) ?? { least: 0, most: 0 };
  if (least > 1) return { atLeast: least };
  return most > 1 ? { atLeast: undefined } : undefined;
}

function boundsOf(
  { object }: PodView,
  environment: EnvironmentView<"objects">,
): { readonly least: number; readonly most: number } | undefined {
  const stated = statedReplicas(mapOf(object.data));
  if (stated === undefined) return undefined;
  const scaler = scalerOf(object, environment);
  if (scaler === undefined) return { least: stated, most: isWritten(object) ? stated : Infinity };
  const { minReplicas: least = 1, maxReplicas: most = least } = scaler.data.spec ?? {};
  return { least, most };
}

function isWritten({ data }: View): boolean {
  const path = workloadOf(mapOf(data))?.replicas;
  return path !== undefined && typeof at(data, ...path) === "number";
}

/** Whether a Service sends requests to a pod: then somebody waits for an answer. */
export function isServed(pod: PodView, environment: EnvironmentView<"objects">): boolean {
  return servedPods(environment).has(pod);
}

const servedPods = perEnvironment(
  (environment: EnvironmentView<"objects">) =>
    new Set(
      environment.of("Service").flatMap((service) => {
        const selector = serviceSelector(service);
        return selector === undefined ? [] : environment.podsOf(service.namespace, selector);
      }),
    ),
);

function scalerOf(object: View, environment: EnvironmentView<"objects">): View<"HorizontalPodAutoscaler"> | undefined {
  const name = scaledIn(environment).get(targetOf(object));
  return name === undefined ? undefined : environment.find("HorizontalPodAutoscaler", object.namespace, name);
}
