import type { AddedLabels } from "@kit/kube";
import type { Cluster, SecretContract, SecretKey } from "@kit/model";
import type { KindSchema, KubernetesMinor, Path } from "@kit/schema";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import type { Profile } from "../finding.ts";
import type { CheckOptions } from "../policy/options.ts";
import type { Delivery } from "./delivery.ts";
import { apiVersions, type KindName, type Kinds, type LooseKind } from "./kinds.ts";
import type { OverlayView } from "./overlay-view.ts";
import type { Selector } from "./selector.ts";

/** An object as checks read it. */
export interface View<Kind extends KindName = KindName> {
  readonly apiVersion: string;
  readonly kind: string;
  /** `""` where it has none. */
  readonly name: string;
  /** The namespace that it ends in: that of its environment where it names none; undefined for what is in no namespace. */
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Without what the schema says is wrong or unknown; of a kind without a schema, all that is there. */
  readonly data: LooseKind<Kinds[Kind]>;
  /** As it was read. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Undefined where the kind is not in the table. */
  readonly schema: KindSchema | undefined;
  /** The version of Kubernetes that its cluster is said to run; undefined where nobody says, and the pinned one counts. */
  readonly minor: KubernetesMinor | undefined;
  /** The API versions that a definition among the objects serves the kind in; undefined where there is none. */
  readonly definedVersions: readonly string[] | undefined;
  readonly where: string;
  readonly document: number;
  /** Where it stands in its document: empty where it is the whole of it. */
  readonly within: Path;
  readonly source: string | undefined;
  /** The pods that it makes, or is; undefined where it makes none, and of a custom resource. */
  readonly pod: PodView | undefined;
  /** The same, and of a custom resource the pods of each template that it has. */
  readonly pods: readonly PodView[];
  /** The same, or the pods of a PodTemplate, which nothing makes: the server judges them as it does others. */
  readonly describedPod: PodView | undefined;
}

/** The pods of a workload, or a bare pod. */
export interface PodView {
  readonly object: View;
  /** Where the pod's spec is in the object. */
  readonly path: Path;
  /** Where the pod's metadata is: its template's, or the Pod's own. */
  readonly metadataPath: Path;
  readonly spec: LooseKind<IPodSpec>;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The labels that controllers add. */
  readonly added: AddedLabels;
  readonly namespace: string;
  /** Init containers first, then containers, then ephemeral ones. */
  readonly containers: readonly ContainerView[];
}

/** One container of a pod. */
export interface ContainerView {
  readonly pod: PodView;
  readonly role: "container" | "init" | "ephemeral";
  readonly path: Path;
  readonly name: string;
  readonly container: LooseContainer;
}

export type LooseContainer = NonNullable<LooseKind<IPodSpec>["containers"]>[number];

/** The contract of a Secret that exists without being here. What its values look like is for others to say. */
export interface PromisedSecret extends Omit<SecretContract, "keys"> {
  readonly keys: Readonly<Record<string, Omit<SecretKey, "value">>>;
}

/** What is known of an environment beside its objects. */
export interface EnvironmentFacts {
  /** Undefined where files are judged that belong to no environment. */
  readonly id: string | undefined;
  /** Of its objects that say none. Default: `default`. */
  readonly namespace?: string | undefined;
  readonly profile: Profile;
  readonly cluster: Cluster | undefined;
  /** Where it is a preview, of which each pull request gets one: how many there may be at once. */
  readonly copies?: number | undefined;
  /** The Secrets that exist without being here. Undefined where nobody says which do. */
  readonly contracts: readonly PromisedSecret[] | undefined;
  readonly overlay: OverlayView | undefined;
  /** What its policies tell the checks. Default: nothing. */
  readonly options?: CheckOptions | undefined;
  /** The file that defines it, from the repository's root. Default: where it is rendered to. */
  readonly definition?: string | undefined;
  /** Values that look like secrets, and that its packages declare to be for everybody. Default: none. */
  readonly publicValues?: readonly string[] | undefined;
  /** How Argo CD or Flux follows it. Default: nobody says. */
  readonly delivery?: Delivery | undefined;
}

/** The objects of one environment, as a set. */
export interface ObjectsInView {
  readonly objects: readonly View[];
  /** Every pod that the objects make. */
  readonly pods: readonly PodView[];
  /** The objects of a kind. */
  of<Kind extends KindName>(kind: Kind): readonly View<Kind>[];
  /** One object by its kind and name; `namespace` is not read of what is in no namespace. */
  find<Kind extends KindName>(kind: Kind, namespace: string | undefined, name: string): View<Kind> | undefined;
  /** The pods of a namespace that a label selector takes, or may take by labels that controllers add. */
  podsOf(namespace: string | undefined, selector: Selector): readonly PodView[];
}

/** Whether an object is of a kind, in a version that the checks know. */
export function isKind<Kind extends KindName>(object: View, kind: Kind): object is View<Kind> {
  return object.kind === kind && Object.hasOwn(apiVersions, kind) && apiVersions[kind].includes(object.apiVersion);
}
