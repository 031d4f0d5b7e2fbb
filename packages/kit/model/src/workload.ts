import { UserError } from "@kit/errors";
import type { CronJob } from "kubernetes-models/batch/v1/CronJob";
import type { DaemonSet } from "kubernetes-models/apps/v1/DaemonSet";
import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import type { Job } from "kubernetes-models/batch/v1/Job";
import type { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import type { INetworkPolicyPort } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort";
import { describeObject } from "./kube-object.ts";
import type { Labels } from "./labels.ts";

/** What makes pods. */
export type Workload = Deployment | StatefulSet | DaemonSet | Job | CronJob;

type Template = NonNullable<Deployment["spec"]>["template"];
type Selector = NonNullable<Deployment["spec"]>["selector"];

/** The labels of a workload's pods. */
export function podLabelsOf(workload: Workload): Labels {
  return templateOf(workload).metadata?.labels ?? {};
}

/**
 * A selector of a workload's own pods: its own, and of a Job or CronJob, whose selector the cluster makes, the labels of its
 * pods.
 *
 * @throws UserError where the pods of a Job have no labels: an empty selector takes all pods.
 */
export function selectorOf(workload: Workload): Selector {
  if (workload.kind !== "Job" && workload.kind !== "CronJob") return specOf(workload).selector;
  const matchLabels = podLabelsOf(workload);
  if (Object.keys(matchLabels).length > 0) return { matchLabels };
  throw invalid(workload, "has no labels on its pods", "give its pod template labels: nothing else names its pods");
}

/** The ports that a workload's containers open, in their order. */
export function openPortsOf(workload: Workload): INetworkPolicyPort[] {
  const { containers = [], initContainers = [] } = templateOf(workload).spec ?? {};
  // A sidecar is an init container that keeps running.
  const opened = [...containers, ...initContainers].flatMap(({ ports = [] }) => ports);
  return opened.map(({ containerPort, protocol = "TCP" }) => ({ protocol, port: containerPort }));
}

/**
 * The same, where there has to be one.
 *
 * @throws UserError where there is none: to a network policy, no ports are all ports.
 */
export function someOpenPortsOf(workload: Workload): INetworkPolicyPort[] {
  const opened = openPortsOf(workload);
  if (opened.length > 0) return opened;
  throw invalid(
    workload,
    "lets pods connect, but its containers open no port",
    "give its container `ports`, or leave out `from`",
  );
}

function templateOf(workload: Workload): Template {
  if (workload.kind !== "CronJob") return specOf(workload).template;
  const { spec } = specOf(workload).jobTemplate;
  if (spec !== undefined) return spec.template;
  throw invalid(workload, "has no spec in its jobTemplate", "give it a template");
}

function specOf<W extends Workload>(workload: W): NonNullable<W["spec"]> {
  if (workload.spec !== undefined) return workload.spec;
  throw invalid(workload, "has no spec", "give it a selector and a template");
}

function invalid(workload: Workload, problem: string, next: string): UserError {
  const where = describeObject(workload);
  return new UserError({ code: "object-invalid", what: `${where} ${problem}`, where, next });
}
