import { isMap, podTemplatesOf, type Loose } from "@kit/kube";
import type { Path } from "@kit/schema";
import { dataAt, listAt, textAt } from "../data.ts";

/**
 * The way to the pod template of an object; that of a Pod is empty. Templates in lists, which custom resources may have, are
 * not followed from side to side.
 */
export function templateOf(data: Loose | undefined): readonly string[] | undefined {
  return data === undefined ? undefined : partsOf(data).template;
}

/** Where the pods of an object are, and their containers: every rule asks for them. */
interface PodParts {
  readonly template: readonly string[] | undefined;
  containers?: readonly ReviewedContainer[];
}

const partsByObject = new WeakMap<Loose, PodParts>();

function partsOf(data: Loose): PodParts {
  const paths = (): (readonly string[])[] =>
    podTemplatesOf(data)
      .map(({ path }) => path)
      .filter(isNamed);
  const parts = partsByObject.get(data) ?? { template: paths()[0] };
  partsByObject.set(data, parts);
  return parts;
}

function isNamed(path: Path): path is readonly string[] {
  return path.every((step) => typeof step === "string");
}

/** The path of what is below the pod's spec, such as `spec.template.spec.volumes`. */
export function podPath(data: Loose | undefined, ...fields: readonly string[]): string {
  return [...(templateOf(data) ?? []), "spec", ...fields].join(".");
}

/** The pod's spec of a workload or Pod; empty where there is none. */
export function podSpecOf(data: Loose | undefined): Loose {
  const template = templateOf(data);
  return template === undefined ? {} : dataAt(data, ...template, "spec");
}

/** A container of a pod. */
export interface ReviewedContainer {
  readonly name: string;
  /** As a field change has it, such as `spec.template.spec.containers[name=web]`. */
  readonly path: string;
  readonly data: Loose;
}

/** The containers of a workload or Pod, init containers too. */
function containersOf(data: Loose | undefined): readonly ReviewedContainer[] {
  if (data === undefined) return [];
  return (partsOf(data).containers ??= containersIn(data));
}

function containersIn(data: Loose): ReviewedContainer[] {
  return ["initContainers", "containers"].flatMap((list) =>
    listAt(podSpecOf(data), list)
      .filter(isMap)
      .map((container) => {
        const name = textAt(container, "name") ?? "";
        return { name, path: podPath(data, `${list}[name=${name}]`), data: container };
      }),
  );
}

/** The containers that both sides have. */
export function sameContainers(before: Loose | undefined, after: Loose | undefined) {
  const others = new Map(containersOf(after).map((container) => [container.path, container]));
  return containersOf(before).flatMap((container) => {
    const other = others.get(container.path);
    return other === undefined
      ? []
      : [{ path: container.path, name: container.name, before: container.data, after: other.data }];
  });
}

/** The containers that only the later side has. */
export function newContainers(before: Loose | undefined, after: Loose | undefined): ReviewedContainer[] {
  const known = new Set(containersOf(before).map(({ path }) => path));
  return containersOf(after).filter(({ path }) => !known.has(path));
}
