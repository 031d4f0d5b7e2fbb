import { definedKinds, isMap, type JsonObject } from "@kit/kube";
import { withNamespace } from "./with-namespace.ts";
import type { EnvironmentObject } from "./environment.ts";
import type { ExpectedObject } from "./expected-object.ts";
import { withWave } from "./add-checksum-and-wave.ts";
import type { WavesToWrite } from "../sync-waves.ts";

/**
 * Each object of an environment as it is to be in the cluster.
 *
 * @param where The package of the environments.
 * @param inBase The waves that are in the bases.
 */
export function expectedObjects(
  objects: readonly EnvironmentObject[],
  { namespace, where: environments }: { readonly namespace: string; readonly where: string },
  inBase: WavesToWrite,
): ExpectedObject[] {
  const defined = definedKinds(objects.map(({ data }) => data));
  return objects.map(({ object, data, origins, isOfBase }) => {
    const { apiVersion, kind, name, where } = object;
    const placed = withNamespace(data, namespace, defined);
    if (namespaceOf(placed) !== namespaceOf(data)) {
      origins.field("metadata").field("namespace").give({ type: "kit", rule: "namespace" });
    }
    const base = isOfBase ? baseOf(object.data, inBase.get(object)) : undefined;
    const isChanged = !isOfBase || data !== object.data;
    return {
      apiVersion,
      kind,
      name,
      namespace: namespaceOf(placed),
      data: placed,
      base,
      where: isChanged && where !== environments ? `${where} and ${environments}` : where,
      origins,
    };
  });
}

export function baseOf(data: JsonObject, wave: number | undefined): JsonObject {
  return wave === undefined ? data : withWave(data, wave);
}

function namespaceOf({ metadata }: JsonObject): string | undefined {
  const namespace = isMap(metadata) ? metadata["namespace"] : undefined;
  return typeof namespace === "string" ? namespace : undefined;
}
