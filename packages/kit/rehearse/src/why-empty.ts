import { at, listOf, mapOf, serviceEndpoints, textOf, type Loose, type ServiceBackends } from "@kit/kube";
import { isRolledOut, type ClusterSnapshot } from "./live.ts";
import { describeManifest, type Manifest } from "./manifest.ts";

/** Why a port of a Service has no ready endpoint. */
export interface Emptiness {
  /** Whether the objects say that it is to be so. */
  readonly isIntended: boolean;
  /** Such as `Deployment default/web has 0 replicas`. */
  readonly reason: string;
}

/**
 * Says of Services why nothing answers behind them, by the model of endpoints: of the objects as they are, and as they were
 * if each workload had pods.
 */
export function emptinessOf(
  manifests: readonly Manifest[],
  snapshot: ClusterSnapshot,
): (service: string, port?: string) => Emptiness {
  const objects = objectsOf(manifests, snapshot).map(withPort);
  const real = backends(objects);
  const filled = backends(objects.map(withPods));
  const selected = backends(objects.map(withPods).map(withNumbers));
  const cronJobs = manifests.filter(({ data }) => data.kind === "CronJob");
  const onSchedule = new Set(cronJobs.map(({ data }) => describeManifest(data)));
  return (service, port) => {
    const own = real.get(service);
    if (own === undefined) return unintended("the Service is gone");
    const namespace = own.namespace;
    const named = (all: ReadonlyMap<string, ServiceBackends>): string[] => {
      const ports = (all.get(service)?.ports ?? []).filter((one) => port === undefined || nameOf(one) === port);
      const found = new Set(ports.flatMap(({ targets }) => targets.map(({ by }) => by)));
      return [...found].map((by) => {
        const title = by.replace(" ", ` ${namespace}/`);
        return onSchedule.has(`Cron${title}`) ? `Cron${title}` : title;
      });
    };
    if (own.type === "external") return intended("it is a name in the DNS");
    if (own.type === "manual") return intended(`its endpoints are those of ${named(real).join(", ") || "nobody"}`);
    if (own.type === "nowhere") return intended("it has no selector, and nothing here says where it leads");
    const workloads = named(selected);
    if (workloads.length === 0) return unintended("no pod has the labels of its selector");
    const answering = named(filled);
    if (answering.length === 0) {
      return unintended(`no container of ${workloads.join(", ")} has the port ${targetOf(objects, service, port)}`);
    }
    return whyNoPods(named(real), answering, snapshot);
  };
}

function whyNoPods(now: readonly string[], answering: readonly string[], snapshot: ClusterSnapshot): Emptiness {
  if (now.length === 0) {
    const which = answering.map((one) => {
      if (one.startsWith("CronJob ")) return `${one} has pods at times`;
      return one.startsWith("Job ") ? `${one} is suspended` : `${one} has 0 replicas`;
    });
    return intended(which.join(", "));
  }
  const live = new Map(snapshot.workloads.map((workload) => [describeManifest(workload), workload]));
  const unknown = now.filter((one) => !live.has(one) && !one.startsWith("Pod "));
  if (unknown.length === now.length) {
    return intended(`its pods are made by ${unknown.join(", ")}, whose controller does not run here`);
  }
  const known = now.flatMap((one) => live.get(one) ?? []);
  if (known.length > 0 && known.every((one) => one.kind === "Job" && isRolledOut(one))) {
    return intended(`${now.join(", ")} is done`);
  }
  return unintended(`no pod of ${now.join(", ")} is ready`);
}

function intended(reason: string): Emptiness {
  return { isIntended: true, reason };
}

function unintended(reason: string): Emptiness {
  return { isIntended: false, reason };
}

/** What runs, and of what nothing here makes pods of, what was deployed. */
function objectsOf(manifests: readonly Manifest[], { services, workloads, pods }: ClusterSnapshot): Loose[] {
  const bare = pods.filter(({ metadata: { ownerReferences = [] } }) => ownerReferences.length === 0);
  const live = [...services, ...workloads, ...bare].map((object): Loose => ({ ...object }));
  const kinds = new Set(live.map(({ kind }) => kind));
  const others = manifests.filter(({ data }) => !kinds.has(data.kind)).map(({ data }) => data as Loose);
  return [...live, ...others];
}

function backends(objects: readonly Loose[]): Map<string, ServiceBackends> {
  return new Map(serviceEndpoints(objects).map((one) => [describeManifest({ kind: "Service", metadata: one }), one]));
}

/** A headless Service may have no ports; its pods are known by name. */
function withPort(object: Loose): Loose {
  const spec = mapOf(object["spec"]);
  if (object["kind"] !== "Service" || listOf(spec["ports"]).length > 0) return object;
  return { ...object, spec: { ...spec, ports: [{ port: 1, targetPort: 1 }] } };
}

/** As if it had pods. */
function withPods(object: Loose): Loose {
  const spec = mapOf(object["spec"]);
  switch (object["kind"]) {
    case "CronJob":
      return { ...object, kind: "Job", spec: { ...mapOf(at(spec, "jobTemplate", "spec")), parallelism: 1 } };
    case "Job":
      return { ...object, spec: { ...spec, suspend: false, parallelism: 1 } };
    default:
      return spec["replicas"] === 0 ? { ...object, spec: { ...spec, replicas: 1 } } : object;
  }
}

/** As if its ports named the containers' ports by number, which any pod has. */
function withNumbers(object: Loose): Loose {
  if (object["kind"] !== "Service") return object;
  const spec = mapOf(object["spec"]);
  return {
    ...object,
    spec: { ...spec, ports: listOf(spec["ports"]).map((port) => ({ ...mapOf(port), targetPort: 1 })) },
  };
}

function targetOf(objects: readonly Loose[], service: string, port: string | undefined): string {
  const found = objects.find((one) => one["kind"] === "Service" && describeManifest(one as never) === service);
  const ports = listOf(at(found, "spec", "ports")).map((one) => mapOf(one));
  const those = ports.filter((one) => port === undefined || (textOf(one["name"]) ?? String(one["port"])) === port);
  return [...new Set(those.map(({ targetPort }) => String(targetPort)))].join(", ");
}

function nameOf({ name, port }: ServiceBackends["ports"][number]): string {
  return name || String(port);
}
