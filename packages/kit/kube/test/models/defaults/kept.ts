type Data = Readonly<Record<string, unknown>>;

/** An answer of the server without what it gives to each object, and what plugins and other parts of a cluster add. */
export function keptOf(sent: Data, answer: Data): Data {
  const { metadata, status: _, spec, ...rest } = answer;
  const own = sent["metadata"] as Data;
  const all = metadata as Data;
  const labels = without(all["labels"] as Data | undefined, (name) => /controller-uid|job-name/.test(name));
  const kept = {
    name: all["name"],
    ...(own["namespace"] === undefined ? {} : { namespace: own["namespace"] }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  };
  return clean({
    ...rest,
    metadata: kept,
    ...(spec === undefined ? {} : { spec: ofSpec(sent, spec as Data) }),
  }) as Data;
}

const given: Readonly<Record<string, readonly string[]>> = {
  Service: ["clusterIP", "clusterIPs", "ipFamilies", "healthCheckNodePort"],
  Namespace: ["finalizers"],
  Pod: ["tolerations", "priority", "preemptionPolicy"],
};

function ofSpec(sent: Data, spec: Data): Data {
  const kind = String(sent["kind"]);
  const own = (sent["spec"] ?? {}) as Data;
  const bare = without(spec, (name) => own[name] === undefined && (given[kind] ?? []).includes(name));
  if (kind === "Service" && Array.isArray(bare["ports"])) {
    return { ...bare, ports: (bare["ports"] as Data[]).map((port) => without(port, (name) => name === "nodePort")) };
  }
  if (kind === "Pod") return withoutToken(bare);
  if (kind !== "Job") return bare;
  const { selector: _, ...job } = bare as { selector?: unknown; template?: Data };
  const { metadata: __, ...template } = job.template ?? {};
  return { ...job, template };
}

function withoutToken(pod: Data): Data {
  const isToken = (one: unknown): boolean => String((one as Data)["name"]).startsWith("kube-api-access-");
  const volumes = ((pod["volumes"] ?? []) as Data[]).filter((one) => !isToken(one));
  const containers = (pod["containers"] as Data[]).map((one) => ({
    ...one,
    volumeMounts: ((one["volumeMounts"] ?? []) as Data[]).filter((mount) => !isToken(mount)),
  }));
  return { ...pod, containers, volumes };
}

function without(map: Data | undefined, isGone: (name: string) => boolean): Data {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => !isGone(name)));
}

/** Without what is always printed and says nothing: null, empty lists, and `{}` and `status` where a struct has no pointer. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(clean);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0))
    .map(([name, one]): [string, unknown] => [name, clean(one)]);
  return Object.fromEntries(entries);
}
