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
}

/**
 * Gives every PersistentVolumeClaim a volume, as a cluster's provisioner does: without one its pods stay Pending. The
 * storage itself is unlimited, and the same on every node.
 *
 * @returns What ends it.
 */
export async function bindVolumes(cluster: Running): Promise<Disposable> {
  const controller = new AbortController();
  const signal = AbortSignal.any([cluster.signal, controller.signal]);
  const onClaim = ({ metadata: { uid, name, namespace }, spec }: Claim): void => {
    if (spec.volumeName !== undefined) return;
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
