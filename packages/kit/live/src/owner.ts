import { groupOf } from "@kit/kube";
import type { ClusterObject } from "./object.ts";

const trackingId = "argocd.argoproj.io/tracking-id";
const flux = "kustomize.toolkit.fluxcd.io";

/** The labels and annotations that say it. */
export const ownerMarks: readonly string[] = [trackingId, `${flux}/name`, `${flux}/namespace`];

/** Who deploys an object by its own mark: an Application of Argo CD, or a Kustomization of Flux. */
export interface SyncOwner {
  readonly engine: "Argo CD" | "Flux";
  /** The Application; or the namespace and name of the Kustomization. */
  readonly name: string;
}

/** Undefined where nobody has marked it, or its mark was copied from another object, as that of a Service is. */
export function ownerOf({ apiVersion, kind, metadata }: ClusterObject): SyncOwner | undefined {
  const { name, namespace, annotations = {}, labels = {} } = metadata;
  // https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
  const [, application, marked] = /^([^:]+):(.*)$/.exec(annotations[trackingId] ?? "") ?? [];
  const place = (of: string): string => `${groupOf(apiVersion)}/${kind}:${of}/${name}`;
  if (application !== undefined && (marked === place(namespace ?? "") || (namespace === undefined && isOf(marked!)))) {
    return { engine: "Argo CD", name: application };
  }
  const [of, by] = [labels[`${flux}/namespace`], labels[`${flux}/name`]];
  return of === undefined || by === undefined ? undefined : { engine: "Flux", name: `${of}/${by}` };

  // Of what is in no namespace, Argo CD writes the Application's.
  function isOf(text: string): boolean {
    return text.startsWith(`${groupOf(apiVersion)}/${kind}:`) && text.endsWith(`/${name}`);
  }
}

/** By what kubectl finds those of an owner: Flux marks with labels, Argo CD with an annotation, which none asks for. */
export function selectorOf({ engine, name }: SyncOwner): string[] {
  if (engine === "Argo CD") return [];
  const [namespace, own] = name.split("/");
  return [`--selector=${flux}/namespace=${namespace},${flux}/name=${own}`];
}
