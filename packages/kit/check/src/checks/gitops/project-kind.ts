import { groupOf, mapOf, textOf } from "@kit/kube";
import { deliveryCheck, type FindingDraft } from "../../define-check.ts";
import { allowsDestination, allowsRepository, refusingList } from "../../delivery/app-project.ts";
import { foldersOf } from "../../delivery/sources.ts";
import type { View } from "../../view/index.ts";

type Written = Readonly<Record<string, unknown>>;

export const projectKind = deliveryCheck({
  id: "project-kind",
  group: "gitops",
  severity: "error",
  title: "a project of Argo CD does not allow what the environment deploys",
  run: (application, report, environment) => {
    const { project, data } = application;
    if (project === undefined) return;
    const spec = mapOf(project.data["spec"]);
    if (
      foldersOf(application, environment.delivery).some(({ repository = "" }) => !allowsRepository(spec, repository))
    ) {
      const message = "it does not allow the repository that the Application follows";
      report(project, { message, fix: "add the repository to sourceRepos", path: ["spec", "sourceRepos"] });
    }
    const destination = mapOf(mapOf(data["spec"])["destination"]);
    const refused = environment.objects.flatMap(
      (object) => kindProblem(spec, object) ?? destinationProblem(spec, destination, object) ?? [],
    );
    // One finding for all objects of a kind or a namespace.
    for (const said of new Map(refused.map((one) => [one.message, one])).values()) report(project, said);
  },
});

const byBuild = "by `pnpm build` where packages/gitops makes the project";

function kindProblem(spec: Written, { apiVersion, kind, name, namespace, schema }: View): FindingDraft | undefined {
  // Of a kind without a schema that names no namespace nobody knows here whether it has one.
  if (schema === undefined && namespace === undefined) return undefined;
  const isNamespaced = namespace !== undefined;
  const group = groupOf(apiVersion);
  const list = refusingList(spec, { group, kind, name, isNamespaced });
  if (list === undefined) return undefined;
  const what = `the ${isNamespaced ? `kind ${kind}` : `${kind} ${name}`}${group === "" ? "" : ` of ${group}`}`;
  return {
    message: `it does not allow ${what}, which the environment deploys`,
    fix: list.endsWith("Blacklist") ? `take it out of ${list}` : `add it to ${list}, ${byBuild}`,
    path: ["spec", list],
  };
}

function destinationProblem(spec: Written, destination: Written, { namespace, raw }: View): FindingDraft | undefined {
  const to = textOf(mapOf(raw["metadata"])["namespace"]) ?? textOf(destination["namespace"]);
  const by = (["name", "server"] as const).find((field) => textOf(destination[field]) !== undefined);
  if (namespace === undefined || to === undefined || by === undefined) return undefined;
  const cluster = textOf(destination[by]) ?? "";
  if (allowsDestination(spec, { by, cluster, namespace: to }) !== false) return undefined;
  return {
    message: `it does not allow the namespace ${to} of the cluster ${cluster}, which the environment deploys to`,
    fix: `add it to destinations, ${byBuild}`,
    path: ["spec", "destinations"],
  };
}
