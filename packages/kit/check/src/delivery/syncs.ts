import { describeIdentity, groupOf, mapOf, textOf } from "@kit/kube";
import type { Path } from "@kit/schema";
import { perEnvironment } from "../per-environment.ts";
import type { EnvironmentView, SourceObject, SyncEngine } from "../view/index.ts";
import { expandApplicationSet } from "./application-set.ts";

/** An object of Argo CD or Flux, as it stands in a file. */
export interface DeliveryObject {
  /** `Application argocd/manifests-dev`. */
  readonly object: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly where: string;
  readonly document: number;
  readonly source: string | undefined;
  /** Where a place of `data` is in the file: of an Application that an ApplicationSet makes, in its element. */
  readonly placeOf: (path: Path) => Path;
}

/** What makes a cluster follow a folder: an Application of Argo CD, or a Kustomization of Flux. */
export interface Sync extends DeliveryObject {
  readonly engine: SyncEngine;
  /** Whether it is what syncs this environment; else the environment brings it. */
  readonly isOwn: boolean;
  /** Its AppProject, where generated/gitops has it. */
  readonly project: DeliveryObject | undefined;
}

/** What syncs an environment, and what it has of the same kinds itself: an overlay may bring Applications. */
export const syncsOf = perEnvironment((environment: EnvironmentView<"delivery" | "objects">): readonly Sync[] => {
  const { delivery, objects } = environment;
  const own = (delivery?.objects ?? []).map((object) => deliveryObject(object));
  const projects = new Map(
    own.filter(({ data }) => isOf(data, "argoproj.io", "AppProject")).map((one) => [nameOf(one), one]),
  );
  const rendered = objects.map(({ raw, where, document, source }) =>
    deliveryObject({ data: raw, where, document, source }),
  );
  // An ApplicationSet has elements for every environment.
  const isOfThis = (one: DeliveryObject): boolean =>
    one.data["kind"] !== undefined || projects.has(projectOf(one.data));
  return [
    ...own
      .flatMap(applicationsOf)
      .filter(isOfThis)
      .map((one) => ({ ...one, isOwn: true, project: projects.get(projectOf(one.data)) })),
    ...rendered.flatMap(applicationsOf).map((one) => ({ ...one, isOwn: false, project: undefined })),
  ];
});

function deliveryObject({ data, where, document = 0, source }: SourceObject) {
  const object = mapOf(data);
  const { name, namespace } = mapOf(object["metadata"]);
  const title = describeIdentity({
    kind: textOf(object["kind"]) ?? "",
    name: textOf(name) ?? "",
    namespace: textOf(namespace),
  });
  return { object: title, data: object, where, document, source, placeOf: (path: Path) => path };
}

/** The Applications and Kustomizations that an object is or makes. */
function applicationsOf(one: DeliveryObject): (DeliveryObject & Pick<Sync, "engine">)[] {
  if (isOf(one.data, "argoproj.io", "Application")) return [{ ...one, engine: "argocd" }];
  if (isOf(one.data, "kustomize.toolkit.fluxcd.io", "Kustomization")) return [{ ...one, engine: "flux" }];
  if (!isOf(one.data, "argoproj.io", "ApplicationSet")) return [];
  return expandApplicationSet(one.data).map(({ data, path }) => ({
    ...one,
    data,
    placeOf: () => path,
    engine: "argocd",
  }));
}

function isOf(data: DeliveryObject["data"], group: string, kind: string): boolean {
  return data["kind"] === kind && groupOf(textOf(data["apiVersion"]) ?? "") === group;
}

function nameOf({ data }: DeliveryObject): string {
  return textOf(mapOf(data["metadata"])["name"]) ?? "";
}

function projectOf(data: DeliveryObject["data"]): string {
  return textOf(mapOf(data["spec"])["project"]) ?? "default";
}
