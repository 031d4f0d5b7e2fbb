import { describeIdentity, isOfServer } from "@kit/kube";
import type { RehearsalFinding } from "./rehearsal.ts";
import type { Manifest, ManifestData } from "./manifest.ts";
import { configReferences, type ConfigUse } from "./references.ts";

/** What is read of a Secret's contract: `defineSecret` makes it. */
export interface Contract {
  readonly name: string;
  readonly type?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, unknown>>;
}

/**
 * The Secrets and ConfigMaps that are read and that nothing brings: no object, and of Secrets no contract. The fake
 * kubelet does not look for them, the real one does not start such a pod.
 */
export function missingReferences(manifests: readonly Manifest[], contracts: readonly Contract[]): RehearsalFinding[] {
  const keysIn = new Map(manifests.flatMap(({ data }) => keysOf(data)));
  return manifests.flatMap(({ where, data }) =>
    configReferences(data).flatMap((reference): RehearsalFinding[] => {
      const message = missing(reference, keysIn, contracts);
      if (message === undefined) return [];
      return [{ severity: "hurts", code: "reference-missing", object: reference.reader, where, message }];
    }),
  );
}

function missing(
  { kind, namespace, name, key }: ConfigUse,
  keysIn: ReadonlyMap<string, ReadonlySet<string>>,
  contracts: readonly Contract[],
): string | undefined {
  if (isOfServer(kind, namespace ?? "default", name)) return undefined;
  const contract = kind === "Secret" ? contracts.find((one) => one.name === name) : undefined;
  const keys =
    keysIn.get(describeIdentity({ kind, namespace, name })) ?? (contract && new Set(Object.keys(contract.keys)));
  const lacks = kind === "Secret" ? "no contract names" : "no object brings";
  if (keys === undefined) return `reads the ${kind} ${name}, which ${lacks}`;
  return key === undefined || keys.has(key) ? undefined : `reads the key ${key} of the ${kind} ${name}, which ${lacks}`;
}

function keysOf(data: ManifestData): [string, Set<string>][] {
  if (data.kind !== "ConfigMap" && data.kind !== "Secret") return [];
  const { namespace = "default", name } = data.metadata;
  const parts = data as { data?: object; binaryData?: object; stringData?: object };
  const keys = Object.keys({ ...parts.data, ...parts.binaryData, ...parts.stringData });
  return [[describeIdentity({ kind: data.kind, namespace, name }), new Set(keys)]];
}
