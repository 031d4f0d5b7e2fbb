import { dataAt, isData, listAt, textAt, type Data } from "../data.ts";

const templates: Readonly<Record<string, readonly string[]>> = {
  CronJob: ["spec", "jobTemplate", "spec", "template"],
  DaemonSet: ["spec", "template"],
  Deployment: ["spec", "template"],
  Job: ["spec", "template"],
  Pod: [],
  PodTemplate: ["template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  StatefulSet: ["spec", "template"],
};

/** The way to the pod template of a kind of workload; that of a Pod is empty. */
export function templateOf(kind: string): readonly string[] | undefined {
  return Object.hasOwn(templates, kind) ? templates[kind] : undefined;
}

/** The path of what is below the pod's spec, such as `spec.template.spec.volumes`. */
export function podPath(kind: string, ...fields: readonly string[]): string {
  return [...(templateOf(kind) ?? []), "spec", ...fields].join(".");
}

/** The pod's spec of a workload or Pod; empty where there is none. */
export function podSpecOf(data: Data | undefined): Data {
  const template = templateOf(textAt(data, "kind") ?? "");
  return template === undefined ? {} : dataAt(data, ...template, "spec");
}

/** A container of a pod. */
export interface ContainerView {
  readonly name: string;
  /** As a field change has it, such as `spec.template.spec.containers[name=web]`. */
  readonly path: string;
  readonly data: Data;
}

/** The containers of a workload or Pod, init containers too. */
export function containersOf(data: Data | undefined): ContainerView[] {
  const kind = textAt(data, "kind") ?? "";
  return ["initContainers", "containers"].flatMap((list) =>
    listAt(podSpecOf(data), list)
      .filter(isData)
      .map((container) => {
        const name = textAt(container, "name") ?? "";
        return { name, path: podPath(kind, `${list}[name=${name}]`), data: container };
      }),
  );
}

/** The containers that both sides have. */
export function sameContainers(before: Data | undefined, after: Data | undefined) {
  const others = new Map(containersOf(after).map((container) => [container.path, container]));
  return containersOf(before).flatMap((container) => {
    const other = others.get(container.path);
    return other === undefined
      ? []
      : [{ path: container.path, name: container.name, before: container.data, after: other.data }];
  });
}
