import type { Live } from "./live.ts";
import type { Running } from "./observer.ts";
import { watch } from "./watch.ts";

interface Claim extends Live {
  readonly spec: {
    readonly storageClassName?: string;
    readonly accessModes: readonly string[];
    readonly volumeMode?: string;
    readonly resources: { readonly requests: Readonly<Record<string, string>> };
    readonly volumeName?: string;
  };
  readonly status?: { readonly phase?: string; readonly capacity?: Readonly<Record<string, string>> };
}

/**
 * Gives every PersistentVolumeClaim a volume, as a cluster's provisioner does: without one its pods stay Pending. A volume
 * grows with its claim, and from then on the server refuses that it shrinks. The
 * storage itself is unlimited, and the same on every node.
 *
 * @returns What ends it.
 */
export async function bindVolumes(cluster: Running): Promise<Disposable> {
  const controller = new AbortController();
  const signal = AbortSignal.any([cluster.signal, controller.signal]);
  const onClaim = (claim: Claim): void => {
    const { metadata, spec } = claim;
    const { uid, name, namespace } = metadata;
    if (spec.volumeName !== undefined) return void grow(cluster, claim).catch(() => {});
    const { storageClassName = "", accessModes, volumeMode = "Filesystem" } = spec;
    const volume = {
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name: `volume-${uid}` },
      spec: {
        storageClassName,
        accessModes,
        volumeMode,
        capacity: spec.resources.requests,
        claimRef: { kind: "PersistentVolumeClaim", name, namespace, uid },
        persistentVolumeReclaimPolicy: "Retain",
        hostPath: { path: "/volume" },
      },
    };
    // Why it fails is said by whoever waits for the pods; that it exists already, it says again for each event.
    cluster.request("POST", "/api/v1/persistentvolumes", volume).catch(() => {});
  };
  await watch(
    { ...cluster, signal },
    "/api/v1/persistentvolumeclaims",
    ({ type, object }) => {
      if (type !== "DELETED") onClaim(object as Claim);
    },
    () => {},
  );
  return { [Symbol.dispose]: () => controller.abort() };
}

async function grow({ request }: Running, { metadata, spec, status = {} }: Claim): Promise<void> {
  const { name, namespace } = metadata;
  const capacity = spec.resources.requests;
  // Both as the server writes amounts.
  if (status.phase !== "Bound" || capacity["storage"] === status.capacity?.["storage"]) return;
  const patch = "application/merge-patch+json";
  await request("PATCH", `/api/v1/persistentvolumes/${spec.volumeName}`, { spec: { capacity } }, patch);
  const path = `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}/status`;
  await request("PATCH", path, { status: { capacity } }, patch);
}
