import { podReferences, podTemplatesOf, type JsonObject } from "@kit/kube";
import type { SecretReader } from "@kit/model";

interface Read {
  /** The package that has the object. */
  readonly where: string;
  readonly data: JsonObject;
}

/**
 * Which services read which Secrets, by the pods that their objects make: what a container has, by a variable, `envFrom` or a
 * volume. A Secret that a driver or the kubelet signs in with is not read by the service.
 *
 * @param services The names of the services by their packages; objects of other packages are nobody's.
 */
export function secretReaders(objects: readonly Read[], services: ReadonlyMap<string, string>): SecretReader[] {
  const found = new Map<string, SecretReader>();
  for (const { where, data } of objects) {
    const service = services.get(where);
    if (service === undefined) continue;
    for (const { kind, name, key, by } of podTemplatesOf(data).flatMap(({ template }) =>
      podReferences(template["spec"]),
    )) {
      if (kind !== "Secret" || by.type === "driver" || by.type === "pod") continue;
      found.set(JSON.stringify([service, name, key]), { service, secret: name, key });
    }
  }
  return [...found.values()];
}
