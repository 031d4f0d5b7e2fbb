import { at, listOf, mapOf, podTemplatesOf, type Loose } from "@kit/kube";

/** The pods that an object makes, or is. */
export interface OrderedPod {
  readonly spec: Loose;
  readonly labels: Loose;
}

/** A custom resource may make pods of several kinds. */
export function podsOf(object: unknown): OrderedPod[] {
  return podTemplatesOf(object).flatMap(({ template: { metadata, spec } }) =>
    listOf(at(spec, "containers")).length === 0 ? [] : [{ spec: mapOf(spec), labels: mapOf(at(metadata, "labels")) }],
  );
}
