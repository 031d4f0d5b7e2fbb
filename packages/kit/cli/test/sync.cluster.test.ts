// Needs the sync engine and the control plane's programs: `pnpm test:cluster`.
import { describeIdentity } from "@kit/kube";
import { isDeepStrictEqual } from "node:util";
import {
  preparePrograms,
  prepareSyncEngine,
  type ControlPlane,
  type SyncEngineProgram,
  type SyncReport,
} from "@kit/control-plane";
import { findKustomize } from "@kit/render";
import { documentsIn, review } from "@kit/review";
import {
  exampleRepository,
  exampleRoot,
  filesBelow,
  gitRepository,
  temporaryDirectory,
  type GitRepository,
} from "@kit/testing";
import { load } from "js-yaml";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readRenderedEnvironments } from "@kit/repository";
import { kubectl, output } from "./kubectl.ts";
import { comparable, objectsAtRest, objectsIn, versionsOf } from "./live-objects.ts";
import { components, describeStandIns, namespaceOf, syncCluster } from "./sync-cluster.ts";
import { outcomesOf, stateOf } from "./sync-outcomes.ts";

const { env } = process;
const environments = await readExample();

let engine: SyncEngineProgram;
beforeAll(async () => {
  engine = await prepareSyncEngine({ env, onProgress: console.error });
  await preparePrograms({ components, env, onProgress: console.error });
});

describe.each(environments.map((one) => [one.environment.id, one] as const))("%s", (id, rendered) => {
  const path = `generated/rendered/${id}`;
  const namespace = namespaceOf(rendered);
  const files = filesBelow(exampleRoot, path);
  let repository: GitRepository;
  let cluster: ControlPlane;
  let first: SyncReport;

  beforeAll(async () => {
    repository = gitRepository(Object.fromEntries(files));
    repository.git("tag", "start");
    cluster = await syncCluster(rendered);
    // As long a pause between two waves as Argo CD makes.
    first = await sync(2);
  });
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]();
    repository[Symbol.dispose]();
  });
  beforeEach(async () => {
    repository.git("reset", "--quiet", "--hard", "start");
    await sync();
  });

  const sync = (waveDelaySeconds = 0): Promise<SyncReport> => {
    const application = id.replaceAll("/", "-");
    return engine.sync(cluster, { application, repository: repository.path, path, namespace, waveDelaySeconds });
  };
  const live = async (): Promise<Record<string, unknown>> => comparable(await objectsAtRest(cluster, namespace));
  /** The file of the first object of a kind. */
  const fileOf = (kind: string): string => rendered.objects.find(({ data }) => data.kind === kind)!.where;

  const objectOf = (kind: string): Data => dataOf(files.get(fileOf(kind))!);

  test("the first sync makes everything, and it becomes healthy", () => {
    console.info(describeStandIns(rendered));
    expect([first.before.health, first.operation.phase, ...stateOf(first.after)]).toEqual([
      "Missing",
      "Succeeded",
      "Healthy",
    ]);
    const made = rendered.objects.map(({ data }) => `${describeIdentity(idOf(data))}: Synced`);
    expect(outcomesOf(first)).toEqual(made.toSorted());
  });

  test("the second sync changes nothing", async () => {
    const before = await objectsAtRest(cluster, namespace);
    const { before: compared, operation } = await sync();
    expect([stateOf(compared), operation.phase]).toEqual([["Healthy"], "Succeeded"]);
    expect(versionsOf(await objectsAtRest(cluster, namespace))).toEqual(versionsOf(before));
  });

  test("an object that the commit has not any more is pruned, and nothing else is", async () => {
    const before = await objectsAtRest(cluster, namespace);
    const service = idOf(objectOf("Service"));
    repository.commit({ [fileOf("Service")]: null });
    const report = await sync();
    expect(outcomesOf(report).filter((one) => !one.endsWith(": Synced"))).toEqual([
      `${describeIdentity(service)}: Pruned`,
    ]);
    const after = await objectsAtRest(cluster, namespace);
    const gone = [...before.keys()].filter((key) => !after.has(key) && !/^(discovery|Endpoints)/.test(key));
    expect(gone).toEqual([`Service ${service.name}`]);
    const others = [...after].filter(([key, { metadata }]) => before.get(key)?.metadata.uid !== metadata.uid);
    expect(others).toEqual([]);
  });

  test("a field that cannot be changed fails on the object that the review names", async () => {
    const file = fileOf("Deployment");
    const edited = withSelector(files.get(file)!);
    const documents = (text: string) => documentsIn(file, text);
    const both = { before: documents(files.get(file)!), after: documents(edited) };
    const sides = [{ environment: id, overlay: undefined, ...both }];
    const changes = review({ base: "start", head: "HEAD", sides }).environments.flatMap((one) => one.changes);
    expect(changes.map((one) => one.class)).toEqual(["breaks"]);
    expect(changes[0]!.findings.map(({ risk }) => risk)).toContain("immutable-field");
    const before = versionsOf(await objectsAtRest(cluster, namespace));
    repository.commit({ [file]: edited });
    const { operation } = await sync();
    expect(operation.phase).toBe("Failed");
    const failed = operation.results.filter(({ status }) => status === "SyncFailed");
    expect(failed.map(describeIdentity)).toEqual(changes.map((change) => describeIdentity(change.id)));
    expect(failed[0]!.message).toContain("field is immutable");
    expect(versionsOf(await objectsAtRest(cluster, namespace))).toEqual(before);
  });

  test("what was changed by hand is as it was after the next sync", async () => {
    const before = await live();
    const [deployment, configMap, service] = [objectOf("Deployment"), objectOf("ConfigMap"), objectOf("Service")];
    const data = { [Object.keys(configMap.data!)[0]!]: "by hand" };
    for (const args of [
      ["scale", "deployment", deployment.metadata.name, "--replicas=7"],
      ["patch", "configmap", configMap.metadata.name, "--type=merge", `--patch=${JSON.stringify({ data })}`],
      ["delete", "service", service.metadata.name],
    ]) {
      await kubectl(cluster, `--namespace=${namespace}`, ...args);
    }
    const report = await sync();
    expect(stateOf(report.before)).toEqual([
      "Missing",
      `${describeIdentity(idOf(configMap))}: Modified`,
      `${describeIdentity(idOf(service))}: Missing`,
      `${describeIdentity(idOf(deployment))}: Modified`,
    ]);
    expect(stateOf(report.after)).toEqual(["Healthy"]);
    expect(await live()).toEqual(before);
  });

  test("git revert brings back what was there", async () => {
    const before = await live();
    const added = { ...objectOf("ConfigMap"), data: { a: "1" } };
    repository.commit({
      [fileOf("Service")]: null,
      [fileOf("Deployment")]: files.get(fileOf("Deployment"))!.replace(/(image: [^:\n]+):.*/, "$1:other"),
      [fileOf("ConfigMap")]: files.get(fileOf("ConfigMap"))!.replace("\ndata:\n", "\ndata:\n  ADDED: value\n"),
      [`${path}/10-configmap-added.json`]: JSON.stringify({ ...added, metadata: { name: "added", namespace } }),
    });
    expect(stateOf((await sync()).after)).toEqual(["Healthy"]);
    const changed = await live();
    const differing = Object.keys(changed).filter((key) => !isDeepStrictEqual(changed[key], before[key]));
    expect(differing.map((key) => key.split(" ", 1)[0])).toEqual([
      "ConfigMap",
      "ConfigMap",
      "apps/Deployment",
      "apps/ReplicaSet",
    ]);
    repository.git("revert", "--no-edit", "HEAD");
    expect(stateOf((await sync()).after)).toEqual(["Healthy"]);
    expect(await live()).toEqual(before);
  });

  test("kubectl brings about the same from the overlay and from what is rendered", async () => {
    const synced = await live();
    const kustomize = await findKustomize({ env });
    using built = temporaryDirectory();
    built.write({ "all.yaml": await output(kustomize.file, [...kustomize.args, `overlays/${id}`]) });
    const ways: Record<string, () => Promise<string>> = {
      "apply -k the overlay": () => kubectl(cluster, "apply", "-k", `overlays/${id}`),
      "apply what kustomize builds": () => kubectl(cluster, "apply", "-f", `${built.path}/all.yaml`),
      "apply what is rendered": () => kubectl(cluster, "apply", "-f", path),
    };
    for (const [way, apply] of Object.entries(ways)) {
      // A namespace that is deleted together with its pods waits for half of their grace period.
      await kubectl(cluster, `--namespace=${namespace}`, "delete", "deployments", "--all");
      const isEmpty = async (): Promise<boolean> =>
        [...(await objectsIn(cluster, namespace)).keys()].every((key) => !/^(apps\/|Pod )/.test(key));
      await expect.poll(isEmpty, { timeout: 60_000 }).toBe(true);
      await kubectl(cluster, "delete", "--ignore-not-found", "-f", path);
      await apply();
      await expect.poll(live, { timeout: 60_000, message: way }).toEqual(synced);
    }
  });
});

async function readExample(): ReturnType<typeof readRenderedEnvironments> {
  using copy = exampleRepository();
  // Before the copy is removed.
  return await readRenderedEnvironments(copy.path, []);
}

interface Data {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
}

function dataOf(text: string): Data {
  return load(text) as Data;
}

function idOf({ apiVersion, kind, metadata: { name, namespace } }: Omit<Data, "data">) {
  const [group = ""] = apiVersion.includes("/") ? apiVersion.split("/") : [];
  return { group, kind, namespace, name };
}

/** A Deployment whose pods and selector have one label more. */
function withSelector(text: string): string {
  const more = load(text) as {
    spec: { selector: { matchLabels: object }; template: { metadata: { labels: object } } };
  };
  Object.assign(more.spec.selector.matchLabels, { added: "label" });
  Object.assign(more.spec.template.metadata.labels, { added: "label" });
  return JSON.stringify(more);
}
