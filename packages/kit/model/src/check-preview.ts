import { shown, type Problem } from "@kit/errors";
import { isAsProduction } from "./as-production.ts";
import type { Environment } from "./environment.ts";
import { triedRequests, type Preview, type PreviewRequest } from "./preview.ts";
import { secretSourceOf } from "./secret-source.ts";

type Said = Pick<Problem, "what" | "next">;

/** No cluster has more, and what is meant is mostly far less. */
const most = 1000;

/**
 * What is wrong with a preview: what could not be there once for each pull request, or not be removed with it.
 *
 * @param where The file or package that defines the environment.
 */
export function checkPreview(environment: Environment, where: string): Problem[] {
  const { id, preview } = environment;
  if (preview === undefined) return [];
  const said = [
    ...checkMax(preview),
    ...checkStage(environment),
    ...checkImages(preview),
    ...checkPlace(environment, preview),
    ...checkNamespaceObject(environment),
    ...checkSources(environment),
  ];
  return said.map(({ what, next }) => ({
    code: "preview-value",
    what: `the preview ${shown(id)} ${what}`,
    where,
    next,
  }));
}

function checkMax({ max }: Preview): Said[] {
  if (Number.isInteger(max) && max >= 1 && max <= most) return [];
  const what = `may be there ${shown(max)} times at once, which is not a whole number from 1 to ${most}`;
  return [{ what, next: "write how many the cluster is to have room for, such as max: 5" }];
}

function checkStage(environment: Environment): Said[] {
  if (!isAsProduction(environment)) return [];
  const what = `is built as production is: its environment is ${shown(environment.environment)}`;
  return [{ what, next: 'write environment: "development"; it runs what nobody has merged' }];
}

function checkImages({ images }: Preview): Said[] {
  const names = Object.keys(images);
  if (names.length === 0) {
    const what = "has no images, so all pull requests would run the same";
    return [{ what, next: 'write images: { "<name of the overlay\'s entry>": ({ number }) => `pr-${number}` }' }];
  }
  return names.flatMap((name): Said[] => {
    const [one, other] = triedRequests.map((request) => tagOf(images[name]!, request));
    const next =
      "write a function that gives the tag under which your CI pushes it, such as ({ number }) => `pr-${number}`";
    if (typeof one !== "string" || !/^\w[\w.-]{0,127}$/.test(one)) {
      return [{ what: `gives ${name} the tag ${shown(one)}, which no image can have`, next }];
    }
    if (one !== other) return [];
    return [{ what: `gives ${name} the tag ${shown(one)} whatever the pull request`, next }];
  });
}

function tagOf(tag: unknown, request: PreviewRequest): unknown {
  return typeof tag === "function" ? (tag as (request: PreviewRequest) => unknown)(request) : tag;
}

function checkPlace({ id, namespace }: Environment, { of }: Preview): Said[] {
  const [one, other] = triedRequests.map((request) => (of(request) ?? {}) as Partial<Environment>);
  const ids = [...new Set([id, one!.id, other!.id])];
  return [
    ...(ids.length === 1
      ? []
      : [
          {
            what: `has an id that depends on the pull request: ${ids.map(shown).join(", ")}`,
            next: "write one id: it is the path of its overlay, which all pull requests share",
          },
        ]),
    ...(one!.namespace !== other!.namespace && (one!.namespace ?? "").search(/\d/) > 0
      ? []
      : [
          {
            what: `has the namespace ${shown(namespace)}, and each pull request needs its own, which begins with a name`,
            next: "write namespace: `<name>-pr-${number}`",
          },
        ]),
  ];
}

function checkNamespaceObject({ namespace, objects = [] }: Environment): Said[] {
  const own = objects.find(({ kind, metadata }) => kind === "Namespace" && metadata?.name === namespace);
  if (own === undefined) {
    const what = `has no object for its namespace ${shown(namespace)}, which would stay when the pull request is closed`;
    return [{ what, next: "write objects: [previewNamespace(`<the same namespace>`)]" }];
  }
  const annotations = own.metadata?.annotations ?? {};
  const kept = [
    ["argocd.argoproj.io/sync-options", /(Prune|Delete)=(false|confirm)/],
    ["kustomize.toolkit.fluxcd.io/prune", /^disabled$/i],
  ] as const;
  return kept
    .filter(([annotation, value]) => value.test(annotations[annotation] ?? ""))
    .map(([annotation]) => ({
      what: `would leave its namespace behind: the Namespace has the annotation ${annotation}: ${annotations[annotation]}`,
      next: "write previewNamespace(…) in its place: what is made for a pull request goes with it",
    }));
}

/** Nobody can make a Secret by hand, seal it or sign it for a namespace that does not exist yet. */
function checkSources(environment: Environment): Said[] {
  return (environment.secrets ?? []).flatMap((contract): Said[] => {
    const source = secretSourceOf(environment, contract);
    const next = 'write secretSource: externalSecrets({ store: { kind: "ClusterSecretStore", name: "…" } })';
    if (source === undefined) return [];
    if (source.type !== "external") {
      const how = { "by-hand": "made by hand", sealed: "sealed", sops: "encrypted by SOPS" }[source.type];
      return [
        { what: `has the Secret ${contract.name} ${how}, which each new namespace would wait for in vain`, next },
      ];
    }
    if (source.store.kind === "ClusterSecretStore") return [];
    const what = `has the Secret ${contract.name} from the SecretStore ${source.store.name}, which no new namespace has`;
    return [{ what, next }];
  });
}
