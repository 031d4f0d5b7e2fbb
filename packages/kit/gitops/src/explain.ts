import { forTerminal, inLines } from "@kit/text";
import type { EnvironmentSync } from "./define-gitops.ts";
import { explainPreview } from "./explain-preview.ts";
import { fluxNamespace } from "./flux/flux-namespace.ts";
import { namespaceOf } from "./argocd/namespace-of.ts";
import { policyName, tagOf } from "./object-names.ts";
import { isPlannedPreview, type SyncPlan, type PlannedEnvironment } from "./plan.ts";

/** In words: what is synced from where to where, and what somebody has to do for it once. */
export function explainSync(plan: SyncPlan): string {
  const { repository, branch, engine, sync = "rendered", directory } = plan.definition;
  const engines = { argocd: "Argo CD", flux: "Flux", both: "Argo CD and Flux" }[engine];
  const what = { rendered: "what is committed as rendered", overlay: "the overlays, built where it runs" }[sync];
  return [
    forTerminal(
      `${engines} ${engine === "both" ? "follow" : "follows"} the branch ${branch} of ${repository}` +
        `${directory === undefined ? "" : `, folder ${directory}`}: ${what}.`,
    ),
    ...plan.environments.map((one) =>
      isPlannedPreview(one) ? explainPreview(plan, one) : explainEnvironment(plan, one),
    ),
    explainPreviews(plan),
    explainBeginning(plan),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function explainEnvironment(plan: SyncPlan, environment: PlannedEnvironment): string {
  const { id, name, objects, path, sync, namespaces, byHand } = environment;
  const { engine } = plan.definition;
  return [
    id,
    `  from     ${path}, ${objects.length} ${objects.length === 1 ? "object" : "objects"}`,
    `  to       cluster ${sync.destination}, ${listed("namespace", namespaces)}`,
    ...(engine === "flux" ? [] : [[`  Argo CD  Application ${name}: `, ...argocdPolicy(sync)]]),
    ...(engine === "argocd" ? [] : [[`  Flux     Kustomization ${name}: `, ...fluxPolicy(plan, environment)]]),
    ...explainImages(plan, environment),
    ...(byHand.length === 0 ? [] : [`  first    pnpm secrets apply ${id}: ${listed("Secret", byHand)}`]),
  ]
    .map((line) => (typeof line === "string" ? forTerminal(line) : policyLine(line.map(forTerminal))))
    .join("\n");
}

/** What an engine is told goes on below itself, where it is wide. */
function policyLine([lead = "", ...words]: readonly string[]): string {
  return inLines(lead, words, ", ", "  Argo CD  ".length);
}

function argocdPolicy({ policy }: EnvironmentSync): string[] {
  const windows = policy.windows.map(
    ({ kind, schedule, duration, timeZone = "UTC" }) =>
      `${kind === "allow" ? "only" : "not"} for ${duration} from ${schedule} (${timeZone})`,
  );
  return [
    policy.type === "automatic" ? "syncs each commit" : "syncs when a person starts it",
    policy.prune ? "prunes" : "does not prune",
    ...(policy.selfHeal ? ["heals what is changed by hand"] : []),
    ...windows,
  ];
}

function fluxPolicy({ definition }: SyncPlan, { sync, sops }: PlannedEnvironment): string[] {
  const { policy, after = [], controllers = [] } = sync;
  return [
    policy.type === "automatic" ? "syncs each commit" : "suspended until a person resumes it",
    policy.prune ? "prunes" : "does not prune",
    "heals what is changed by hand",
    ...(policy.windows.length === 0 ? [] : ["at any time: Flux has no windows"]),
    ...[...after, ...controllers].map((name) => `after ${name}`),
    ...(sops ? [`decrypts with the Secret ${definition.flux?.decryption ?? "sops-keys"}`] : []),
  ];
}

function explainImages(plan: SyncPlan, environment: PlannedEnvironment): string[] {
  return Object.entries(environment.sync.images ?? {}).flatMap(([image, { repository, semver }]) => [
    `  images   ${image}: tags ${semver} of ${repository}`,
    ...(plan.definition.engine === "argocd"
      ? []
      : [
          `           needs beside its tag: # {"$imagepolicy": "${fluxNamespace(plan)}:${policyName(environment, image)}:tag"}`,
        ]),
  ]);
}

function explainPreviews(plan: SyncPlan): string {
  const previews = plan.definition.argocd?.previews;
  if (previews === undefined) return "";
  const { byHand } = plan.environments.find(({ id }) => id === previews.environment)!;
  return [
    "pull requests",
    `  from     overlays/${previews.environment} of those with the ${listed("label", previews.labels)}`,
    `  to       a namespace ${plan.root}-preview-<number> each, without node ports and Ingresses; removed when closed`,
    ...(byHand.length === 0 ? [] : [`  first    in each namespace the ${listed("Secret", byHand)}`]),
  ]
    .map(forTerminal)
    .join("\n");
}

function explainBeginning(plan: SyncPlan): string {
  const { engine, flux } = plan.definition;
  const clusters = [...new Set(plan.environments.map(({ cluster }) => cluster.id))];
  const names = [...new Set(plan.environments.map(({ sync }) => sync.destination))];
  const oci = flux?.oci;
  return [
    "to begin, once",
    ...(engine === "flux"
      ? []
      : [
          `  Argo CD  register the ${listed("cluster", names)}; then, where it runs:`,
          `           kubectl apply --namespace ${namespaceOf(plan)} --filename generated/gitops/argocd/bootstrap.yaml`,
        ]),
    ...(engine === "argocd"
      ? []
      : [
          ...(oci === undefined
            ? []
            : [`  Flux     CI pushes the Git repository to ${oci.url}, tag ${tagOf(plan.definition)}`]),
          ...(plan.environments.some(isPlannedPreview)
            ? ["  Flux     install Flux Operator beside it: Flux itself knows no pull requests"]
            : []),
          ...clusters.map(
            (cluster) =>
              `  Flux     in ${cluster}: kubectl apply --filename generated/gitops/flux/${cluster}/bootstrap.yaml`,
          ),
        ]),
  ]
    .map(forTerminal)
    .join("\n");
}

function listed(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `no ${noun}`;
  return `${noun}${names.length === 1 ? "" : "s"} ${names.join(", ")}`;
}
