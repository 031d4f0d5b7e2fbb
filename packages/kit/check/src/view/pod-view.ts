import { addedLabels, at, isBuiltIn, mapOf, podTemplatePath, podTemplatesOf } from "@kit/kube";
import { checkStructure, findKind, type Path } from "@kit/schema";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import type { KindName, LooseKind } from "./kinds.ts";
import { isKind, type ContainerView, type PodView, type View } from "./view.ts";

interface Template {
  readonly metadata?: LooseKind<{ labels: Record<string, string>; annotations: Record<string, string> }> | undefined;
  readonly spec?: LooseKind<IPodSpec> | undefined;
}

/** The pods that an object makes, or is; undefined where it makes none. */
export function podOf(object: View): PodView | undefined {
  const found = templateOf(object);
  return found === undefined ? undefined : podFrom(object, found);
}

/** The same, and the pods of a custom resource that has pod templates, such as Argo's Rollout. */
export function podsOf(object: View): PodView[] {
  if (isBuiltIn(object.apiVersion)) return object.pod === undefined ? [] : [object.pod];
  return podTemplatesOf(object.raw).map(({ path, template }) => podFrom(object, { template: cleaned(template), path }));
}

/** A template as a Deployment could have it: what is of a wrong type is left out. */
function cleaned(template: object): Template {
  const { clean } = checkStructure(findKind("apps/v1", "Deployment")!, { spec: { template } });
  return mapOf(at(clean, "spec", "template"));
}

/** The pods of a PodTemplate. Others have `podOf`. */
export function unusedPodOf(object: View): PodView | undefined {
  if (!isKind(object, "PodTemplate")) return undefined;
  return podFrom(object, { template: mapOf(object.data.template), path: ["template"] });
}

function podFrom(object: View, { template, path }: { template: Template; path: Path }): PodView {
  const spec = template.spec ?? {};
  const pod = {
    object,
    path: [...path, "spec"],
    metadataPath: [...path, "metadata"],
    spec,
    labels: strings(template.metadata?.labels),
    annotations: strings(template.metadata?.annotations),
    added: addedLabels({ ...object, data: object.data }),
    namespace: object.namespace ?? "default",
    containers: [] as ContainerView[],
  };
  for (const [role, field] of roles) {
    const list = spec[field] ?? [];
    list.forEach((container, index) => {
      const name = container.name ?? `${field}[${index}]`;
      pod.containers.push({ pod, role, name, container, path: [...pod.path, field, index] });
    });
  }
  return pod;
}

const roles = [
  ["init", "initContainers"],
  ["container", "containers"],
  ["ephemeral", "ephemeralContainers"],
] as const;

function templateOf(object: View): { template: Template; path: Path } | undefined {
  const path = podTemplatePath(object.apiVersion, object.kind);
  if (path === undefined || !isKind(object, object.kind as KindName)) return undefined;
  return { template: mapOf(at(object.data, ...path)), path };
}

function strings(map: object | undefined): Record<string, string> {
  return (map ?? {}) as Record<string, string>;
}
