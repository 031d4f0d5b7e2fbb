import { generatedFile, type JsonObject } from "@kit/emit";
import type { KubeObject } from "@kit/model";
import { environmentApplication } from "./argocd/application.ts";
import { applicationSet } from "./argocd/application-set.ts";
import { argocdBootstrap } from "./argocd/bootstrap.ts";
import { previewObjects } from "./argocd/previews.ts";
import { environmentProject } from "./argocd/project.ts";
import { alerts } from "./flux/alerts.ts";
import { fluxBootstrap } from "./flux/bootstrap.ts";
import { automationSource, imageAutomation } from "./flux/image-automation.ts";
import { environmentKustomization } from "./flux/kustomization.ts";
import {
  alertsFile,
  applicationSetFile,
  argocdDirectory,
  environmentFile,
  fluxDirectory,
  previewsFile,
  sourceFile,
} from "./file-names.ts";
import type { SyncPlan } from "./plan.ts";

/**
 * The objects of Argo CD and Flux that sync the environments, as text by path below `generated/`.
 *
 * @param where The package that defines it, for the first line of each file.
 */
export function gitopsFiles(plan: SyncPlan, where: string): Map<string, string> {
  const { engine } = plan.definition;
  const files = [...(engine === "flux" ? [] : argocdFiles(plan)), ...(engine === "argocd" ? [] : fluxFiles(plan))];
  return new Map(
    files.filter(([, objects]) => objects.length > 0).map(([path, objects]) => [path, fileOf(objects, where)]),
  );
}

type File = readonly [path: string, objects: readonly KubeObject[]];

function argocdFiles(plan: SyncPlan): File[] {
  const { applicationSet: isSet = false, previews } = plan.definition.argocd ?? {};
  const [project, set] = previews === undefined ? [] : previewObjects(plan, previews);
  return [
    ["gitops/argocd/bootstrap.yaml", argocdBootstrap(plan)],
    ...plan.environments.map((one): File => [
      `${argocdDirectory}/${environmentFile(one.id)}`,
      [environmentProject(plan, one), ...(isSet ? [] : [environmentApplication(plan, one)])],
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
      [environmentKustomization(plan, one), ...imageAutomation(plan, one)],
    ]),
    [`${fluxDirectory(cluster)}/${sourceFile}`, automationSource(plan, environments)],
    [`${fluxDirectory(cluster)}/${alertsFile}`, alerts(plan, environments)],
  ]);
}

function fileOf(objects: readonly KubeObject[], where: string): string {
  return objects.map((object) => generatedFile(object.toJSON() as JsonObject, where)).join("---\n");
}
