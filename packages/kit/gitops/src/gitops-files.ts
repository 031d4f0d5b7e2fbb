import { generatedFile, type JsonObject } from "@kit/emit";
import { environmentApplication } from "./argocd/application.ts";
import { applicationSet } from "./argocd/application-set.ts";
import { argocdBootstrap } from "./argocd/bootstrap.ts";
import { previewSet } from "./argocd/preview-set.ts";
import { previewObjects } from "./argocd/previews.ts";
import { environmentProject } from "./argocd/project.ts";
import { alerts } from "./flux/alerts.ts";
import { fluxBootstrap } from "./flux/bootstrap.ts";
import { automationSource, imageAutomation } from "./flux/image-automation.ts";
import { environmentKustomization } from "./flux/kustomization.ts";
import { previewResourceSet } from "./flux/preview-set.ts";
import {
  alertsFile,
  applicationSetFile,
  argocdDirectory,
  environmentFile,
  fluxDirectory,
  previewFolder,
  previewsFile,
  sourceFile,
} from "./file-names.ts";
import { isPlannedPreview, type SyncPlan, type PlannedEnvironment } from "./plan.ts";

/**
 * The objects of Argo CD and Flux that sync the environments, as text by path below `generated/`.
 *
 * @param where The package that defines it, for the first line of each file.
 */
export function gitopsFiles(plan: SyncPlan, where: string): Map<string, string> {
  const { engine } = plan.definition;
  const files = [...(engine === "flux" ? [] : argocdFiles(plan)), ...(engine === "argocd" ? [] : fluxFiles(plan))];
  return new Map([
    ...files
      .filter(([, objects]) => objects.length > 0)
      .map(([path, objects]): [string, string] => [path, fileOf(objects, where)]),
    ...plan.environments.filter(isPlannedPreview).flatMap(({ id, preview }): [string, string][] => [
      [`${previewFolder(id)}/kustomization.yaml`, generatedFile(previewKustomization, where)],
      [`${previewFolder(id)}/${sampleFile}`, preview.made!.sample],
    ]),
  ]);
}

type File = readonly [path: string, objects: readonly { toJSON(): unknown }[]];

const sampleFile = "sample.yaml";

/** What Argo CD and Flux write the patches of a pull request into. */
const previewKustomization = {
  apiVersion: "kustomize.config.k8s.io/v1beta1",
  kind: "Kustomization",
  resources: [sampleFile],
};

function argocdFiles(plan: SyncPlan): File[] {
  const { applicationSet: isSet = false, previews } = plan.definition.argocd ?? {};
  const [project, set] = previews === undefined ? [] : previewObjects(plan, previews);
  return [
    ["gitops/argocd/bootstrap.yaml", argocdBootstrap(plan)],
    ...plan.environments.map((one): File => [
      `${argocdDirectory}/${environmentFile(one.id)}`,
      isPlannedPreview(one)
        ? previewSet(plan, one)
        : [environmentProject(plan, one), ...(isSet ? [] : [environmentApplication(plan, one)])],
    ]),
    [`${argocdDirectory}/${applicationSetFile}`, isSet ? [applicationSet(plan)] : []],
    [`${argocdDirectory}/${previewsFile}`, project === undefined || set === undefined ? [] : [project, set]],
  ];
}

function fluxFiles(plan: SyncPlan): File[] {
  const clusters = Map.groupBy(plan.environments, ({ cluster }) => cluster.id);
  return [...clusters].flatMap(([cluster, environments]): File[] => [
    [`gitops/flux/${cluster}/bootstrap.yaml`, fluxBootstrap(plan, cluster)],
    ...environments.map((one): File => [
      `${fluxDirectory(cluster)}/${environmentFile(one.id)}`,
      isPlannedPreview(one)
        ? previewResourceSet(plan, one)
        : [environmentKustomization(plan, one), ...imageAutomation(plan, one)],
    ]),
    [`${fluxDirectory(cluster)}/${sourceFile}`, automationSource(plan, environments)],
    [`${fluxDirectory(cluster)}/${alertsFile}`, alerts(plan, environments.filter(isStanding))],
  ]);
}

function isStanding(environment: PlannedEnvironment): boolean {
  return environment.preview === undefined;
}

function fileOf(objects: File[1], where: string): string {
  return objects.map((object) => generatedFile(object.toJSON() as JsonObject, where)).join("---\n");
}
