import { applicationSetFile, argocdDirectory, environmentFile } from "@kit/gitops/file-names";
import { at, listOf, mapOf, textOf } from "@kit/kube";
import type { AllowedObjects, Syncer, Syncers } from "@kit/review";
import { readAsKustomize } from "@kit/yaml";
import type { Snapshot } from "../snapshots/snapshot.ts";

/** What syncs an environment on two sides, by what the build has written to generated/gitops. */
export function reviewSyncers(environment: string, before: Snapshot, after: Snapshot): Syncers {
  return { before: syncersIn(environment, before), after: syncersIn(environment, after) };
}

function syncersIn(environment: string, { files }: Snapshot): Syncer[] {
  const name = environmentFile(environment);
  const own = objectsIn(files.get(`generated/${argocdDirectory}/${name}`));
  const set = objectsIn(files.get(`generated/${argocdDirectory}/${applicationSetFile}`));
  const flux = [...files.keys()].filter((path) => isFlux(path, name));
  const project = own.find(({ kind }) => kind === "AppProject");
  return [
    ...own.filter(({ kind }) => kind === "Application").map((one) => ofApplication(one, project)),
    ...set.flatMap((one) => ofSet(one, environment, project)),
    ...flux.flatMap((path) =>
      objectsIn(files.get(path))
        .filter(isKustomization)
        .map((one) => ofKustomization(one, path)),
    ),
  ];
}

type Data = ReturnType<typeof mapOf>;

function objectsIn(text: string | undefined): Data[] {
  return text === undefined ? [] : readAsKustomize(text).map(({ data }) => mapOf(data));
}

function isFlux(path: string, name: string): boolean {
  return /^generated\/gitops\/flux\/[^/]+\/environments\//.test(path) && path.endsWith(`/environments/${name}`);
}

function isKustomization({ apiVersion, kind }: Data): boolean {
  return kind === "Kustomization" && (textOf(apiVersion) ?? "").startsWith("kustomize.toolkit.fluxcd.io/");
}

function ofApplication(application: Data, project: Data | undefined): Syncer {
  const { destination, syncPolicy } = mapOf(application["spec"]);
  return {
    ...argo(textOf(at(application, "metadata", "name")) ?? "", mapOf(syncPolicy), project),
    destination: textOf(at(destination, "name")) ?? "",
    cascades: listOf(at(application, "metadata", "finalizers")).some((one) =>
      String(one).startsWith("resources-finalizer."),
    ),
    outlives: false,
  };
}

/** Of a set that lists the environments: what is the same of all is in its template. */
function ofSet(set: Data, environment: string, project: Data | undefined): Syncer[] {
  const elements = listOf(at(set, "spec", "generators")).flatMap((one) => listOf(at(one, "list", "elements")));
  const own = elements
    .map(mapOf)
    .find(({ path }) =>
      [`generated/rendered/${environment}`, `overlays/${environment}`].some((end) =>
        (textOf(path) ?? "").endsWith(end),
      ),
    );
  if (own === undefined) return [];
  const policy = { ...mapOf(at(set, "spec", "template", "spec", "syncPolicy")), automated: own["automated"] };
  const { destination, name } = own;
  return [
    {
      ...argo(textOf(name) ?? "", policy, project),
      destination: textOf(destination) ?? "",
      cascades: false,
      outlives: true,
    },
  ];
}

function argo(
  name: string,
  policy: Data,
  project: Data | undefined,
): Omit<Syncer, "destination" | "cascades" | "outlives"> {
  const { automated, syncOptions } = policy;
  return {
    engine: "Argo CD",
    name: `Application ${name}`,
    prunes: mapOf(automated)["prune"] === true,
    isManual: automated === undefined,
    refusesShared: listOf(syncOptions).includes("FailOnSharedResource=true"),
    allowed: project === undefined ? undefined : allowedBy(project),
  };
}

function allowedBy(project: Data): AllowedObjects {
  const listed = (list: string): AllowedObjects["ofCluster"] =>
    listOf(at(project, "spec", list))
      .map(mapOf)
      .map(({ group, kind, name }) => ({ group: textOf(group) ?? "", kind: textOf(kind) ?? "", name: textOf(name) }));
  return { ofCluster: listed("clusterResourceWhitelist"), inNamespaces: listed("namespaceResourceWhitelist") };
}

function ofKustomization(kustomization: Data, path: string): Syncer {
  const { prune, suspend, deletionPolicy } = mapOf(kustomization["spec"]);
  return {
    engine: "Flux",
    name: `Kustomization ${textOf(at(kustomization, "metadata", "name")) ?? ""}`,
    destination: path.split("/")[3] ?? "",
    prunes: prune === true,
    isManual: suspend === true,
    cascades: deletionPolicy === "Delete" || (deletionPolicy !== "Orphan" && prune === true),
    outlives: false,
    refusesShared: false,
    allowed: undefined,
  };
}
