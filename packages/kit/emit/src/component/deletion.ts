import type { Identity, JsonObject } from "@kit/kube";
import { toYaml } from "../to-yaml.ts";

/** The entry of a kustomization's `patches` that takes an object out, or fails where it is not there. */
export function deletion({ apiVersion, kind, name, namespace }: Identity): JsonObject {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { patch: toYaml({ apiVersion, kind, metadata, $patch: "delete" }) };
}
