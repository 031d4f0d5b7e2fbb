import { groupOf } from "@kit/schema";
import { at, listOf, mapOf, textOf, type Loose } from "../../loose.ts";
import { podTemplatesOf } from "../../pod-template.ts";
import { statedReplicas } from "../../workload.ts";
import { selectsPods } from "../../selector.ts";
import { defaulted } from "../defaults/defaulted.ts";

/** Who answers behind a port of a Service. */
export interface PortEndpoints {
  /** Empty of the only port of a Service that does not name it. */
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** The workloads whose pods answer, and where; by names, each once. */
  readonly targets: readonly EndpointTarget[];
}

interface EndpointTarget {
  /** `Deployment web`; of an EndpointSlice or Endpoints that people write `EndpointSlice web-1`. */
  readonly by: string;
  readonly port: number;
}

export interface ServiceBackends {
  readonly name: string;
  /** Empty where the object states none. */
  readonly namespace: string;
  /** `nowhere`: no selector, and nothing here says where it leads. `external`: a name in the DNS. */
  readonly type: "pods" | "manual" | "nowhere" | "external";
  readonly ports: readonly PortEndpoints[];
}

/**
 * Who answers behind each port of each Service, when every pod that is to run is ready: workloads of its namespace with pods
 * that it selects, and a port that a container has where the target is a name. A workload without replicas has no pods, a
 * CronJob none for most of the time.
 *
 * As pkg/controller/endpointslice and `FindPort` of k8s.io/kubernetes/pkg/api/v1/pod have it.
 */
export function serviceEndpoints(objects: readonly Loose[]): ServiceBackends[] {
  const services = objects.filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "Service");
  if (services.length === 0) return [];
  const pods = objects.flatMap(podsOf);
  const slices = objects.flatMap(sliceOf);
  return services.map((object) => {
    const service = defaulted(object);
    const [name, namespace] = idOf(object);
    const spec = mapOf(service["spec"]);
    const selector = mapOf(spec["selector"]);
    const isOpen = Object.keys(selector).length === 0;
    const own = slices.filter((one) => one.namespace === namespace && one.service === name);
    const selected = isOpen
      ? []
      : pods.filter((one) => one.namespace === namespace && selectsPods(selector, one.labels));
    const type =
      spec["type"] === "ExternalName" ? "external" : isOpen ? (own.length > 0 ? "manual" : "nowhere") : "pods";
    const ports =
      type === "external" ? [] : listOf(spec["ports"]).map((port) => endpointsAt(mapOf(port), selected, own));
    return { name, namespace, type, ports };
  });
}

interface Pods {
  readonly by: string;
  readonly namespace: string;
  readonly labels: Loose;
  readonly ports: readonly ContainerPort[];
}

interface ContainerPort {
  readonly name: string | undefined;
  readonly protocol: string;
  readonly number: number;
}

interface Slice {
  readonly by: string;
  readonly namespace: string;
  readonly service: string;
  readonly ports: readonly ContainerPort[];
}

function endpointsAt(port: Loose, pods: readonly Pods[], slices: readonly Slice[]): PortEndpoints {
  const [name, protocol] = [textOf(port["name"]) ?? "", textOf(port["protocol"]) ?? "TCP"];
  const target = port["targetPort"];
  const ofPods = pods.flatMap(({ by, ports }): EndpointTarget[] => {
    if (typeof target === "number") return [{ by, port: target }];
    const found = ports.find((one) => one.name === target && one.protocol === protocol);
    return found === undefined ? [] : [{ by, port: found.number }];
  });
  const ofSlices = slices.flatMap(({ by, ports }) =>
    ports
      .filter((one) => (one.name ?? "") === name && one.protocol === protocol)
      .map((one) => ({ by, port: one.number })),
  );
  const targets = [...new Map([...ofPods, ...ofSlices].map((one) => [`${one.by} ${one.port}`, one])).values()];
  return { name, port: Number(port["port"]), protocol, targets };
}

function podsOf(object: Loose): Pods[] {
  const kind = textOf(object["kind"]) ?? "";
  if (kind === "CronJob" || statedReplicas(object) === 0) return [];
  // Of a Job that is suspended there are no pods.
  if (kind === "Job" && (at(object, "spec", "suspend") === true || at(object, "spec", "parallelism") === 0)) return [];
  const [name, namespace] = idOf(object);
  return podTemplatesOf(object).map(({ template }) => ({
    by: `${kind} ${name}`,
    namespace,
    labels: {
      ...mapOf(at(template, "metadata", "labels")),
      ...(kind === "Job" ? { "job-name": name, "batch.kubernetes.io/job-name": name } : {}),
    },
    // Sidecars are init containers that go on.
    ports: [
      ...listOf(at(template, "spec", "containers")),
      ...listOf(at(template, "spec", "initContainers")).filter((one) => at(one, "restartPolicy") === "Always"),
    ].flatMap((one) => listOf(at(one, "ports")).flatMap(containerPort)),
  }));
}

function containerPort(port: unknown): ContainerPort[] {
  const { name, protocol, containerPort: number } = mapOf(port);
  return typeof number === "number" ? [{ name: textOf(name), protocol: textOf(protocol) ?? "TCP", number }] : [];
}

/** An EndpointSlice for a Service, or the older Endpoints of its name. */
function sliceOf(object: Loose): Slice[] {
  const [name, namespace] = idOf(object);
  const kind = textOf(object["kind"]) ?? "";
  if (kind === "EndpointSlice" && groupOf(textOf(object["apiVersion"]) ?? "") === "discovery.k8s.io") {
    const service = textOf(at(object, "metadata", "labels", "kubernetes.io/service-name"));
    const isReady = listOf(object["endpoints"]).some((one) => at(one, "conditions", "ready") !== false);
    if (service === undefined || !isReady) return [];
    return [{ by: `${kind} ${name}`, namespace, service, ports: listOf(object["ports"]).flatMap(endpointPort) }];
  }
  if (kind !== "Endpoints" || object["apiVersion"] !== "v1") return [];
  return listOf(object["subsets"])
    .filter((subset) => listOf(at(subset, "addresses")).length > 0)
    .map((subset) => ({
      by: `${kind} ${name}`,
      namespace,
      service: name,
      ports: listOf(at(subset, "ports")).flatMap(endpointPort),
    }));
}

function endpointPort(value: unknown): ContainerPort[] {
  const { name, protocol, port } = mapOf(value);
  return typeof port === "number" ? [{ name: textOf(name), protocol: textOf(protocol) ?? "TCP", number: port }] : [];
}

function idOf(object: Loose): readonly [name: string, namespace: string] {
  return [textOf(at(object, "metadata", "name")) ?? "", textOf(at(object, "metadata", "namespace")) ?? ""];
}
