import { setTimeout } from "node:timers/promises";
import type { ApiRequest } from "@kit/control-plane";
import { applyManifest } from "./apply-manifest.ts";
import type { ApiPaths } from "./api-paths.ts";
import { keyOf } from "@kit/kube";
import { describeManifest, type Manifest, type ManifestData } from "./manifest.ts";

/** What is taken only where the cluster has something that the objects do not bring. */
export interface Note {
  /** Such as `PersistentVolumeClaim shop/uploads`. */
  readonly object: string;
  /** The object's file, from the repository's root. */
  readonly where: string;
  readonly message: string;
}

interface Server {
  readonly request: ApiRequest;
  readonly paths: ApiPaths;
}

interface Claim extends ManifestData {
  readonly spec: {
    readonly accessModes?: readonly string[];
    readonly resources?: { readonly requests?: { readonly storage?: string | number } };
    readonly storageClassName?: string;
    readonly volumeName?: string;
  };
  readonly status?: { readonly phase?: string };
}

interface StorageClass extends ManifestData {
  readonly metadata: ManifestData["metadata"] & { readonly annotations?: Readonly<Record<string, string>> };
  readonly allowVolumeExpansion?: boolean;
}

// Of claims that name none, where no object is the cluster's default class.
const defaultClass = "verify-default";
const defaultAnnotation = "storageclass.kubernetes.io/is-default-class";
const momentMilliseconds = 5000;

export interface GrowthOptions {
  readonly base: readonly Manifest[];
  readonly manifests: readonly Manifest[];
  /** Of the other environments of the cluster: their StorageClasses are there too. */
  readonly beside: readonly Manifest[];
  /** Whether claims without a class are to get the stand-in of the cluster's default when they are made. */
  readonly asDefault?: boolean;
}

/** What has to be known of the claims that another size is asked for, before the base is applied. */
export interface Growth {
  /** Binds the claims of the base: the API judges another size of bound claims alone. */
  bindClaims(): Promise<void>;
  /** Instead of that, where a controller binds them: takes note of their sizes. */
  seeClaims(): Promise<void>;
  /** Of the claims that the server took only because a stand-in of their class may expand. */
  notesOf(isTaken: (manifest: Manifest) => boolean): Promise<readonly Note[]>;
  /** Takes the stand-ins away. */
  remove(): Promise<void>;
}

/**
 * Gives the claims that another size is asked for a StorageClass: where no object brings it, a stand-in that may expand,
 * because a size that shrinks is refused in any case.
 */
export async function prepareGrowth(
  server: Server,
  { base, manifests, beside, asDefault = false }: GrowthOptions,
): Promise<Growth> {
  const classes = [...manifests, ...base].flatMap(({ data }) => (isClass(data) ? [data] : []));
  const others = beside.flatMap(({ data }) => (isClass(data) ? [data] : []));
  const fallback = [...classes, ...others].find(isDefault)?.metadata.name ?? defaultClass;
  const resized = resizedClaims(base, manifests);
  const classOf = ({ spec: { storageClassName = fallback } }: Claim): string => storageClassName;
  const isUnknown = (name: string): boolean => ![...classes, ...others].some(({ metadata }) => metadata.name === name);
  const missing = new Set(resized.map(({ before }) => classOf(before)));
  for (const { metadata } of classes) missing.delete(metadata.name);
  // A claim of the class "" has none, and never grows.
  missing.delete("");
  const standIns = [...missing].map((name) => {
    const known = others.find(({ metadata }) => metadata.name === name);
    const annotations = asDefault && name === defaultClass ? { [defaultAnnotation]: "true" } : {};
    return {
      ...standIn,
      metadata: { name, annotations },
      allowVolumeExpansion: known?.allowVolumeExpansion ?? isUnknown(name),
    };
  });
  const path = "/apis/storage.k8s.io/v1/storageclasses";
  await Promise.all(standIns.map((one) => server.request("POST", path, one)));
  const bound = new Map<string, string>();
  return {
    async bindClaims() {
      const unnamed = new Set(
        resized.flatMap(({ key, after }) => (after.spec.storageClassName === undefined ? key : [])),
      );
      await Promise.all(
        base.map(async ({ data }) => {
          if (!isClaim(data)) return;
          const key = keyOf(data);
          bound.set(key, await bind(server, data, unnamed.has(key) ? fallback : undefined));
        }),
      );
    },
    async seeClaims() {
      await Promise.all(
        resized.map(async ({ key, before }) => {
          const live = await liveClaim(server, before);
          bound.set(key, live === undefined ? "" : sizeOf(live));
        }),
      );
    },
    async notesOf(isTaken) {
      const notes = resized.map(async ({ key, manifest, before }): Promise<Note[]> => {
        const name = classOf(before);
        if (name === "" || !isUnknown(name) || !isTaken(manifest)) return [];
        // The server writes sizes in one way, so that 1024Mi is 1Gi.
        const live = await liveClaim(server, manifest.data);
        const [old, size] = [bound.get(key)!, live === undefined ? "" : sizeOf(live)];
        if (old === size) return [];
        const which =
          before.spec.storageClassName === undefined ? "the cluster's default StorageClass" : `StorageClass ${name}`;
        const message = `grows from ${old} to ${size}: only if ${which} has allowVolumeExpansion: true; it is not among the objects`;
        return [{ object: describeManifest(manifest.data), where: manifest.where, message }];
      });
      return (await Promise.all(notes)).flat();
    },
    async remove() {
      await Promise.all(standIns.map(({ metadata: { name } }) => server.request("DELETE", `${path}/${name}`)));
    },
  };
}

/**
 * Waits until admission, which reads StorageClasses a moment after they are written, judges a bound claim's other size
 * by the class as it is now.
 */
export async function untilClassIsSeen(server: Server, manifest: Manifest): Promise<void> {
  const live = await liveClaim(server, manifest.data);
  if (live?.status?.phase !== "Bound" || sizeOf(live) === sizeOf(manifest.data as Claim)) return;
  const path = `/apis/storage.k8s.io/v1/storageclasses/${live.spec.storageClassName ?? ""}`;
  const expands = (await server.request<StorageClass>("GET", path)).body.allowVolumeExpansion === true;
  const deadline = performance.now() + momentMilliseconds;
  for (;;) {
    const tried = await applyManifest(server, manifest, "dry run");
    const forbids = tried.refused && tried.message.includes("must support resize");
    // 1024Mi and 1Gi are one size, of which admission says nothing.
    const isSame = !tried.refused && sizeOf(JSON.parse(tried.content) as Claim) === sizeOf(live);
    const isSeen = isSame || (expands ? !forbids : tried.refused);
    if (isSeen || performance.now() > deadline) return;
    await setTimeout(20);
  }
}

const standIn = { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", provisioner: "kubernetes.io/no-provisioner" };

function resizedClaims(base: readonly Manifest[], manifests: readonly Manifest[]) {
  const deployed = new Map(base.map(({ data }) => [keyOf(data), data]));
  return manifests.flatMap((manifest) => {
    const key = keyOf(manifest.data);
    const before = deployed.get(key);
    if (before === undefined || !isClaim(before) || !isClaim(manifest.data)) return [];
    return sizeOf(before) === sizeOf(manifest.data) ? [] : [{ key, manifest, before, after: manifest.data }];
  });
}

/** As the controllers do where a provisioner has made the volume. Returns its size. */
async function bind(server: Server, data: ManifestData, fallback: string | undefined): Promise<string> {
  const live = await liveClaim(server, data);
  const found = await server.paths.pathsOf(data);
  if (live === undefined || found === undefined) return "";
  const { accessModes, resources, volumeName, storageClassName = fallback } = live.spec;
  const patch = "application/merge-patch+json";
  const spec = {
    volumeName: volumeName ?? `verify-${data.metadata.name}`,
    ...(storageClassName === undefined ? {} : { storageClassName }),
  };
  await server.request("PATCH", found.object, { spec }, patch);
  const status = { phase: "Bound", accessModes, capacity: resources?.requests };
  await server.request("PATCH", `${found.object}/status`, { status }, patch);
  return sizeOf(live);
}

async function liveClaim({ request, paths }: Server, data: ManifestData): Promise<Claim | undefined> {
  const found = await paths.pathsOf(data);
  if (found === undefined) return undefined;
  const { status, body } = await request<Claim>("GET", found.object);
  return status === 200 ? body : undefined;
}

function isClaim(data: ManifestData): data is Claim {
  return data.kind === "PersistentVolumeClaim" && data.apiVersion === "v1" && data.spec !== undefined;
}

function isClass(data: ManifestData): data is StorageClass {
  return data.kind === "StorageClass" && data.apiVersion.startsWith("storage.k8s.io/");
}

function isDefault({ metadata: { annotations = {} } }: StorageClass): boolean {
  return annotations[defaultAnnotation] === "true";
}

function sizeOf({ spec: { resources } }: Claim): string {
  return String(resources?.requests?.storage ?? "no size");
}
