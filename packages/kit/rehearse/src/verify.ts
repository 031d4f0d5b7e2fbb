import { installDefinitions, untilServed, type ControlPlane, type Definition } from "@kit/control-plane";
import { apiPaths, type ApiPaths } from "./api-paths.ts";
import { applyManifest } from "./apply-manifest.ts";
import { claimOf, claimTemplatesOf } from "./claims-of.ts";
import { prepareGrowth, untilClassIsSeen, type Note } from "./claim-growth.ts";
import { describeManifest, type Manifest } from "./manifest.ts";
import { podOf } from "./pod-of.ts";
import { setQuotas } from "./set-quotas.ts";

/** One thing that the API server does not take. */
export interface VerifyRefusal {
  /** Such as `Deployment default/backend`. */
  readonly object: string;
  /** The object's file, from the repository's root. */
  readonly where: string;
  /** What was tried: `apply`, `apply over REF`, `apply again`, `its claims`, `its pods`. */
  readonly step: string;
  /** The server's own words. */
  readonly message: string;
}

export interface VerifyOptions {
  readonly cluster: Pick<ControlPlane, "request" | "signal">;
  readonly manifests: readonly Manifest[];
  /** Of custom resources that the objects do not define themselves: the server knows them first. */
  readonly definitions?: readonly Definition[];
  /** What is deployed now, such as the merge base's result: it is applied first. */
  readonly base?: { readonly ref: string; readonly manifests: readonly Manifest[] } | undefined;
  /** Objects of the cluster's other environments. */
  readonly beside?: readonly Manifest[];
  /** Told of what is taken only where the cluster has something that the objects do not bring. */
  readonly onNote?: (note: Note) => void;
}

/**
 * Whether a fresh API server takes the objects: each is applied with strict validation, over the base where there
 * is one, whose claims are bound by then; applied again, which must change nothing; and the claims and pods that each
 * workload's controller makes must be admitted.
 *
 * @returns What it refuses, in the order of the objects. What it refuses of the base is not said again.
 */
export async function verify({
  cluster,
  manifests,
  definitions = [],
  base,
  beside = [],
  onNote = () => {},
}: VerifyOptions): Promise<VerifyRefusal[]> {
  const { request } = cluster;
  const server: Server = {
    request,
    paths: apiPaths(request),
    untilServed: (names) => untilServed(cluster, names, 5000),
  };
  await installDefinitions(cluster, definitions);
  await createNamespaces(server, [...manifests, ...(base?.manifests ?? [])]);
  const growth = await prepareGrowth(server, { base: base?.manifests ?? [], manifests, beside });
  if (base !== undefined) await applyAll(server, base.manifests);
  await growth.bindClaims();
  const step = base === undefined ? "apply" : `apply over ${base.ref}`;
  const first = await applyAll(server, manifests);
  const second = await applyAll(server, manifests);
  const pods = await Promise.all(manifests.map((manifest) => admitPods(server, manifest)));
  const refusals = manifests.flatMap((manifest, index): VerifyRefusal[] => {
    const [before, after] = [first[index]!, second[index]!];
    const refuse = (tried: string, message: string): VerifyRefusal[] => [
      { object: describeManifest(manifest.data), where: manifest.where, step: tried, message },
    ];
    if (before.refused) return refuse(step, before.message);
    const again = after.refused
      ? refuse("apply again", after.message)
      : before.content === after.content
        ? []
        : refuse("apply again", "the second time changes the object, so a sync would never come to rest");
    return [...again, ...pods[index]!.flatMap(({ step: tried, message }) => refuse(tried, message))];
  });
  const refused = new Set(refusals.map(({ where }) => where));
  (await growth.notesOf(({ where }) => !refused.has(where))).forEach(onNote);
  await growth.remove();
  return refusals;
}

interface Server {
  readonly request: ControlPlane["request"];
  readonly paths: ApiPaths;
  /** Waits for the kinds of definitions; those that the server refused have none. */
  readonly untilServed: (names: readonly string[]) => Promise<unknown>;
}

type Outcome = Awaited<ReturnType<typeof applyManifest>>;

/** Applies in the order of the files; those of one kind at once. */
async function applyAll(server: Server, manifests: readonly Manifest[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < manifests.length;) {
    const { kind } = manifests[start]!.data;
    const end = manifests.findIndex(({ data }, index) => index > start && data.kind !== kind);
    const group = manifests.slice(start, end === -1 ? undefined : end);
    if (kind === "PersistentVolumeClaim") await Promise.all(group.map((one) => untilClassIsSeen(server, one)));
    const applied = await Promise.all(group.map((manifest) => applyManifest(server, manifest)));
    outcomes.push(...applied);
    if (kind === "Namespace") await Promise.all(group.map(({ data }) => createAccount(server, data.metadata.name)));
    if (kind === "ResourceQuota") await setQuotas(server, group);
    if (kind === "CustomResourceDefinition") {
      const taken = group.filter((_, index) => !applied[index]!.refused);
      await server.untilServed(taken.map(({ data }) => data.metadata.name));
    }
    start += group.length;
  }
  return outcomes;
}

/** The namespaces that the objects are in and do not bring themselves. */
async function createNamespaces(server: Server, manifests: readonly Manifest[]): Promise<void> {
  const own = manifests.filter(({ data }) => data.kind === "Namespace").map(({ data }) => data.metadata.name);
  const used = manifests.map(({ data }) => data.metadata.namespace ?? "default");
  const missing = [...new Set(used)].filter((name) => !own.includes(name));
  await Promise.all(
    missing.map(async (name) => {
      const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name } };
      await server.request("POST", "/api/v1/namespaces", namespace);
      await createAccount(server, name);
    }),
  );
}

/** Every Pod is refused as long as its namespace has no `default` ServiceAccount, and no controller runs here. */
async function createAccount({ request }: Server, namespace: string): Promise<void> {
  const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
  await request("POST", `/api/v1/namespaces/${namespace}/serviceaccounts`, account);
}

/** What of the pods of a workload, and of their claims, is not admitted. */
async function admitPods({ request }: Server, { data }: Manifest): Promise<Pick<VerifyRefusal, "step" | "message">[]> {
  const pod = podOf(data);
  if (pod === undefined) return [];
  const path = `/api/v1/namespaces/${data.metadata.namespace ?? "default"}`;
  const tried = [
    ...claimTemplatesOf(data).map((template) => {
      const claim = claimOf(template, data, pod.metadata.name);
      return { step: "its claims", path: `${path}/persistentvolumeclaims`, object: claim };
    }),
    { step: "its pods", path: `${path}/pods`, object: pod },
  ];
  const refused = await Promise.all(
    tried.map(async ({ step, path: collection, object }) => {
      const query = "dryRun=All&fieldValidation=Strict";
      const { status, body } = await request<{ message?: string }>("POST", `${collection}?${query}`, object);
      // A claim of that name is taken as it is.
      const isTaken = status < 300 || (status === 409 && step === "its claims");
      return isTaken ? [] : [{ step, message: body.message ?? `the API server answered ${status}` }];
    }),
  );
  return refused.flat();
}
