import { inNamespace, type SyncedObject } from "../rendered-object.ts";

interface PreviewPatch {
  readonly target: { readonly kind: string; readonly name: string };
  readonly patch: string;
}

/**
 * What previews cannot have beside each other and beside the environment itself: a port of the nodes, a host name, an
 * object outside their namespace. The Services stay, reached inside the cluster or by `kubectl port-forward`.
 */
export function previewPatches(objects: readonly SyncedObject[]): PreviewPatch[] {
  const isNamespaced = inNamespace(objects);
  return objects.flatMap((object): PreviewPatch[] => {
    const { kind, name, apiVersion } = object;
    const target = { kind, name };
    if (!isNamespaced(object) || kind === "Ingress") {
      return [
        { target, patch: `$patch: delete\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n` },
      ];
    }
    const patch = kind === "Service" ? insideOnly(object) : undefined;
    return patch === undefined ? [] : [{ target, patch }];
  });
}

function insideOnly({ data }: SyncedObject): string | undefined {
  const { spec } = data as { spec?: { type?: string; ports?: readonly { nodePort?: number }[] } };
  if (spec?.type !== "NodePort" && spec?.type !== "LoadBalancer") return undefined;
  const removed = (spec.ports ?? []).flatMap(({ nodePort }, index) =>
    nodePort === undefined ? [] : [`- op: remove\n  path: /spec/ports/${index}/nodePort\n`],
  );
  return ["- op: replace\n  path: /spec/type\n  value: ClusterIP\n", ...removed].join("");
}
