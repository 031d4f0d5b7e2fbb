import { quantityOf } from "@kit/kube";
import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { PodView } from "../view/index.ts";

/** A map of resources as somebody wrote it. */
export type LooseResources = Readonly<Record<string, string | number | undefined>>;

/** Requests and limits of a container, of the pod, or the pod's overhead. */
export interface ResourceList {
  /** `requests`, `limits`, `overhead`. */
  readonly name: string;
  /** Whose names are taken: those of a container, or the fewer of a pod. */
  readonly of: "container" | "pod";
  readonly resources: LooseResources;
  readonly path: Path;
}

/** Every map of resources in a pod. */
export function resourceListsOf(pod: PodView): ResourceList[] {
  const places = [
    ...pod.containers.map(({ container, path }) => ({
      of: "container" as const,
      resources: container.resources,
      path,
    })),
    { of: "pod" as const, resources: pod.spec.resources, path: pod.path },
  ];
  const lists = places.flatMap(({ of, resources, path }) =>
    (["limits", "requests"] as const).flatMap((name): ResourceList[] => {
      const list = resources?.[name];
      return list === undefined ? [] : [{ name, of, resources: list, path: [...path, "resources", name] }];
    }),
  );
  const { overhead } = pod.spec;
  if (overhead === undefined) return lists;
  const path = [...pod.path, "overhead"];
  return [...lists, { name: "overhead", of: "container", resources: overhead, path }];
}

/** A quantity in billionths, rounded up to thousandths as the server does; undefined where it is invalid. */
export function amountOf(quantity: string | number | undefined): bigint | undefined {
  const nanos = quantityOf(quantity);
  return nanos === undefined ? undefined : roundUp(nanos, 1_000_000n);
}

export function roundUp(value: bigint, to: bigint): bigint {
  const rest = value % to;
  return rest === 0n ? value : value - rest + (value > 0n ? to : -to);
}

export function isHugePages(name: string): boolean {
  return name.startsWith("hugepages-");
}

/** Whether a resource is Kubernetes' own: its name has no domain, or that of Kubernetes. */
export function isNative(name: string): boolean {
  return !name.includes("/") || name.includes("kubernetes.io/");
}

/** Whether a resource is one that nodes announce by a name with a domain, such as `nvidia.com/gpu`. */
export function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith("requests.") && qualifiedNameProblem(`requests.${name}`) === undefined;
}

/** Whether requests may be below limits. */
export function mayOvercommit(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}
