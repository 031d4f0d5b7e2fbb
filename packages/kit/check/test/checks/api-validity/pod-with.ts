/** A pod as a change of one that has only what it must have. */
export interface Parts {
  /** Default: a bare Pod. */
  readonly kind?: "Deployment" | "Job" | "StatefulSet";
  readonly annotations?: Readonly<Record<string, string>>;
  /** Of the pod. */
  readonly spec?: object;
  /** Of its one container, `web`. */
  readonly container?: object;
  /** Of the workload's spec. */
  readonly workload?: object;
}

/** The manifest of a pod, or of a workload with it as its template. */
export function podWith({ kind, annotations, spec, container, workload }: Parts): string {
  const labels = { app: "web" };
  const pod = {
    metadata: { labels, annotations },
    spec: { containers: [{ name: "web", image: "web:1", ...container }], ...spec },
  };
  const named = { name: "web" };
  if (kind === undefined) {
    return JSON.stringify({ apiVersion: "v1", kind: "Pod", ...pod, metadata: { ...named, ...pod.metadata } });
  }
  const template = kind === "Job" ? { ...pod, spec: { restartPolicy: "Never", ...pod.spec } } : pod;
  const own = {
    Deployment: { apiVersion: "apps/v1", spec: { selector: { matchLabels: labels } } },
    Job: { apiVersion: "batch/v1", spec: {} },
    StatefulSet: { apiVersion: "apps/v1", spec: { selector: { matchLabels: labels }, serviceName: "web" } },
  }[kind];
  return JSON.stringify({
    apiVersion: own.apiVersion,
    kind,
    metadata: named,
    spec: { ...own.spec, template, ...workload },
  });
}
