import type { Problem } from "@kit/errors";
import { at, mapOf, rollingTemplateOf, statedReplicas, workloadKindOf, workloadOf } from "@kit/kube";
import * as v from "valibot";
import { countOrPercentage } from "./object-schema.ts";
import { podTemplate } from "./pod-schema.ts";
import { readAs, type ReadObject } from "./read-object.ts";
import { daemonSetSurge, deploymentRolling, noSurge } from "./surge.ts";
import type { CapacityWorkload, PodCount, Rolling, Surge } from "./workload.ts";

/** How many pods a workload asks for, and what they are. */
export type CustomWorkload = Pick<CapacityWorkload, "template" | "pods" | "selector">;

/**
 * The pods of a custom resource that is a workload; undefined of all others. Of a kind that nobody describes these are the pods
 * that it has a number of.
 *
 * @param problems Get what is malformed in a kind that is known.
 */
export function readCustom(object: ReadObject, problems: Problem[]): CustomWorkload | undefined {
  const { data } = object;
  const workload = workloadOf(data);
  const isKnown = workloadKindOf(String(data["apiVersion"]), object.kind) !== undefined;
  if (workload === undefined || (!isKnown && workload.replicas === undefined)) return undefined;
  const found = at(data, ...workload.template);
  // A Rollout may name a Deployment in the place of a template, and that has its pods.
  if (found === undefined) return undefined;
  const given = { ...object, data: mapOf(found) };
  const template = readAs(given, podTemplate, undefined, isKnown ? problems : []);
  if (template === undefined) return undefined;
  const selector = at(data, ...(workload.selector ?? ["spec", "selector"]), "matchLabels");
  return { template, pods: podsOf(data), selector: labelsOf(selector) };
}

function podsOf(data: ReadObject["data"]): PodCount {
  const { ends, template } = workloadOf(data)!;
  if (ends === true) {
    const parallelism = at(data, ...template.slice(0, -1), "parallelism");
    return { when: "at times", most: typeof parallelism === "number" ? parallelism : 1 };
  }
  const steady = statedReplicas(data);
  if (data["apiVersion"] === "apps.kruise.io/v1alpha1" && data["kind"] === "DaemonSet") {
    return {
      when: "on each node",
      surge: daemonSetSurge("RollingUpdate", boundsAt(data, "updateStrategy", "rollingUpdate").maxSurge),
    };
  }
  if (steady !== undefined) return { when: "always", steady, most: steady, ...rollingOf(data) };
  const [least, most] = ["min-scale", "max-scale"].map((name) => scaleOf(data, name));
  const asked = Math.max(1, least!);
  // A new revision has all its pods before the old one goes.
  return { when: "always", steady: asked, most: Math.max(asked, most!), ...allAnew };
}

/** Knative's annotation of a template, in its two spellings; 0 where there is none, as Knative has it. */
function scaleOf(data: ReadObject["data"], name: string): number {
  const annotations = mapOf(at(rollingTemplateOf(data)?.template, "metadata", "annotations"));
  const keys = [name, name.replace("-s", "S")].map((one) => `autoscaling.knative.dev/${one}`);
  const stated = Number(keys.map((key) => annotations[key]).find((one) => one !== undefined) ?? 0);
  return Number.isInteger(stated) ? stated : 0;
}

/** All new pods are there before an old one goes. */
const allAnew = {
  surge: (replicas: number) => replicas,
  rolling: { way: "step by step" as const, unavailable: () => 0 },
};

/** As Argo's Rollout has it; others are taken to roll as a Deployment does, or in place where their kind is called so. */
function rollingOf(data: ReadObject["data"]): { readonly surge: Surge; readonly rolling: Rolling } {
  if (at(data, "spec", "strategy", "blueGreen") !== undefined) return allAnew;
  if (String(data["kind"]).endsWith("StatefulSet")) return { surge: noSurge, rolling: { way: "in order" } };
  const isCanary = at(data, "spec", "strategy", "canary") !== undefined;
  return deploymentRolling(
    "RollingUpdate",
    isCanary ? boundsAt(data, "strategy", "canary") : boundsAt(data, "updateStrategy"),
  );
}

function boundsAt(data: ReadObject["data"], ...path: readonly string[]) {
  const [maxSurge, maxUnavailable] = ["maxSurge", "maxUnavailable"].map((bound) => {
    const result = v.safeParse(countOrPercentage, at(data, "spec", ...path, bound));
    return result.success ? result.output : undefined;
  });
  return { maxSurge, maxUnavailable };
}

function labelsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(mapOf(value)).filter(([, text]) => typeof text === "string");
  return Object.fromEntries(entries) as Record<string, string>;
}
