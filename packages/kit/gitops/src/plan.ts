import { posix } from "node:path";
import type { EnvironmentSync, GitOps } from "./define-gitops.ts";
import { definitionsFirst } from "./definitions-first.ts";
import { previewFolder } from "./file-names.ts";
import { objectNames } from "./object-names.ts";
import type { PreviewTemplate } from "./preview/preview-template.ts";
import { inNamespace, type SyncedObject } from "./rendered-object.ts";

/** An environment with what is rendered for it. */
export interface SyncedEnvironment {
  readonly id: string;
  /** Of its objects that say none. */
  readonly namespace: string;
  readonly cluster: { readonly id: string };
  readonly objects: readonly SyncedObject[];
  /** The directories that its overlay builds on, such as `generated/bases/shop/cart`. */
  readonly builtFrom: readonly string[];
  /** Whether a Secret of it is a SOPS file. */
  readonly sops: boolean;
  /** The Secrets that somebody has to create before. */
  readonly byHand: readonly string[];
  /** Where it is a preview. */
  readonly preview?: SyncedPreview | undefined;
}

/** What there is to a preview, whose objects are those of its sample. */
export interface SyncedPreview {
  /** How many there may be at once. */
  readonly max: number;
  /** Its namespace, with marks. */
  readonly namespace: string;
  /** By the `name` of the overlay's image entry: the tag, with marks. */
  readonly images: Readonly<Record<string, string>>;
  /** What a build makes of it; who only explains does without. */
  readonly made?: MadePreview | undefined;
}

/** What makes the environment of a pull request: the sample, and what is changed in it. */
export interface MadePreview extends PreviewTemplate {
  /** What kustomize rendered, as it is. */
  readonly sample: string;
}

/** What is synced of one environment, from where to where. */
export interface PlannedEnvironment extends SyncedEnvironment {
  /** Of its Application, its project and its Kustomization. */
  readonly name: string;
  readonly sync: EnvironmentSync;
  /** What is synced, from the Git repository's root. */
  readonly path: string;
  /** What a change has to touch for Argo CD to render again, from the Git repository's root. */
  readonly inputs: readonly string[];
  /** Its own namespace and those that its objects say, in order. */
  readonly namespaces: readonly string[];
}

export interface SyncPlan {
  readonly definition: GitOps;
  readonly root: string;
  readonly environments: readonly PlannedEnvironment[];
  /** A path of this repository, from the Git repository's root. */
  readonly inGit: (path: string) => string;
}

/** An environment that is a preview. */
export type PlannedPreview = PlannedEnvironment & { readonly preview: SyncedPreview };

export function isPlannedPreview(environment: PlannedEnvironment): environment is PlannedPreview {
  return environment.preview !== undefined;
}

/** Says for each environment what is synced from where to where. */
export function plan(definition: GitOps, environments: readonly SyncedEnvironment[]): SyncPlan {
  const names = objectNames(definition);
  const syncs = definitionsFirst(definition, environments);
  const inGit = (path: string): string => posix.join(definition.directory ?? "", path);
  return {
    definition,
    root: names.root,
    inGit,
    environments: environments.map((environment) => {
      const { id, namespace: own, builtFrom, objects } = environment;
      const namespaces = objects.filter(inNamespace(objects)).map(({ namespace = own }) => namespace);
      const isOverlay = definition.sync === "overlay" && environment.preview === undefined;
      const rendered =
        environment.preview === undefined ? `generated/rendered/${id}` : `generated/${previewFolder(id)}`;
      const path = isOverlay ? `overlays/${id}` : rendered;
      const inputs = isOverlay ? [path, ...builtFrom.toSorted()] : [path];
      return {
        ...environment,
        name: names.environment(id),
        sync: syncs.get(id)!,
        path: inGit(path),
        inputs: inputs.map(inGit),
        namespaces: [...new Set([own, ...namespaces])].toSorted(),
      };
    }),
  };
}
