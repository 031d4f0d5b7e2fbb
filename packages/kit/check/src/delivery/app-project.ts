import { listOf, mapOf, textOf } from "@kit/kube";
import { globTakes } from "./glob.ts";
import { normalUrl } from "./repository-url.ts";

/** The spec of an AppProject, as somebody wrote it. */
type ProjectSpec = Readonly<Record<string, unknown>>;

/** Whether a project lets its Applications follow a repository. A pattern that begins with ! denies. */
export function allowsRepository(spec: ProjectSpec, url: string): boolean {
  const taken = textsOf(spec["sourceRepos"]).map((pattern) => ({
    isDeny: isDeny(pattern),
    takes: taking(pattern, (plain) => globTakes(normalUrl(plain), normalUrl(url), "/")),
  }));
  return taken.some(({ takes }) => takes) && !taken.some((one) => one.isDeny && !one.takes);
}

/** An object, as far as a project judges it. */
export interface JudgedObject {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly isNamespaced: boolean;
}

/** The list of a project that does not allow an object; undefined where it does. */
export function refusingList(spec: ProjectSpec, { group, kind, name, isNamespaced }: JudgedObject): string | undefined {
  const field = isNamespaced ? "namespaceResource" : "clusterResource";
  const isIn = (list: unknown): boolean =>
    listOf(list)
      .map(mapOf)
      .some((item) => {
        const pattern = isNamespaced ? undefined : textOf(item["name"]);
        const isKind = globTakes(textOf(item["kind"]) ?? "", kind) && globTakes(textOf(item["group"]) ?? "", group);
        return isKind && (pattern === undefined || globTakes(pattern, name));
      });
  if (isIn(spec[`${field}Blacklist`])) return `${field}Blacklist`;
  // Namespaced kinds are allowed where no list says which; others only where one names them.
  const isAllowed = (isNamespaced && spec[`${field}Whitelist`] === undefined) || isIn(spec[`${field}Whitelist`]);
  return isAllowed ? undefined : `${field}Whitelist`;
}

/** Where an Application deploys to: a cluster, by the one of its two identities that is written. */
export interface SyncDestination {
  readonly by: "name" | "server";
  readonly cluster: string;
  readonly namespace: string;
}

/** Whether a project lets its Applications deploy there; undefined where it names clusters by what is not known here. */
export function allowsDestination(spec: ProjectSpec, { by, cluster, namespace }: SyncDestination): boolean | undefined {
  const items = listOf(spec["destinations"]).map((item) => {
    const written = mapOf(item);
    return { cluster: textOf(written[by]), namespace: textOf(written["namespace"]) ?? "" };
  });
  if (items.some((item) => item.cluster === undefined)) return undefined;
  const judged = items.map((item) => ({
    ofCluster: taking(item.cluster ?? "", (plain) => globTakes(plain, cluster)),
    ofNamespace: taking(item.namespace, (plain) => globTakes(plain, namespace)),
    denies: { cluster: isDeny(item.cluster ?? ""), namespace: isDeny(item.namespace) },
  }));
  const isDenied = judged.some(
    ({ ofCluster, ofNamespace, denies }) =>
      (denies.cluster && !ofCluster && ofNamespace) || (denies.namespace && !ofNamespace && ofCluster),
  );
  return !isDenied && judged.some(({ ofCluster, ofNamespace }) => ofCluster && ofNamespace);
}

function isDeny(pattern: string): boolean {
  return pattern.startsWith("!");
}

function taking(pattern: string, takes: (plain: string) => boolean): boolean {
  return isDeny(pattern) ? !takes(pattern.slice(1)) : takes(pattern);
}

function textsOf(list: unknown): string[] {
  return listOf(list).flatMap((one) => textOf(one) ?? []);
}
