import { describeIdentity, type SyncMarks } from "@kit/kube";

/** A rendered object, as it would be deployed. */
export interface Manifest {
  /** Its file, from the repository's root. */
  readonly where: string;
  /** The file's text: what is sent, so that the server itself reads it. */
  readonly text: string;
  readonly data: ManifestData;
}

/** What is read of an object before it is sent. */
export interface ManifestData {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string } & SyncMarks;
  readonly spec?: object;
  readonly [field: string]: unknown;
}

/** `Deployment default/backend`: how a finding names an object. */
export function describeManifest({ kind, metadata }: Pick<ManifestData, "kind" | "metadata">): string {
  return describeIdentity({ kind, ...metadata });
}
