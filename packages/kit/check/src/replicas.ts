import { statedReplicas } from "@kit/kube";
import { perEnvironment } from "./per-environment.ts";
import { scaledIn, targetOf } from "./scale-target.ts";
import { serviceSelector } from "./selected.ts";
import type { EnvironmentView, PodView, View } from "./view/index.ts";

/**
 * How many such pods run, or at least run where an autoscaler decides; undefined where the pod's object is not one that
 * has replicas.
 */
export function replicasOf({ object }: PodView, environment: EnvironmentView<"objects">): number | undefined {
  const stated = statedReplicas(object.raw);
  if (stated === undefined) return undefined;
  const scaler = scalerOf(object, environment);
  return scaler === undefined ? stated : (scaler.data.spec?.minReplicas ?? 1);
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
