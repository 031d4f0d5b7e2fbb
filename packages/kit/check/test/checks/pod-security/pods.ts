/** A pod as a change of the smallest one that `restricted` admits. */
export interface Change {
  readonly annotations?: Record<string, string>;
  readonly spec?: object;
  readonly container?: object;
  /** Of the pod, beside what `restricted` asks for. */
  readonly podContext?: object;
  /** Of the container, beside what `restricted` asks for. */
  readonly context?: object;
  /** Begin with a pod that sets nothing. */
  readonly bare?: true;
  /** A second, init container. */
  readonly init?: object;
}

/** Pods that differ in what one control is about. */
export interface Cases {
  readonly admitted: Readonly<Record<string, Change>>;
  readonly refused: Readonly<Record<string, Change>>;
}

/** A Pod of this name. */
export function podOf(name: string, change: Change = {}): object {
  const { annotations, spec, container, podContext, context, bare, init } = change;
  const image = "example.com/main:1";
  const forAll = bare === true ? {} : { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
  const forPod = bare === true ? {} : { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, ...(annotations === undefined ? {} : { annotations }) },
    spec: {
      securityContext: { ...forPod, ...podContext },
      ...(init === undefined
        ? {}
        : { initContainers: [{ name: "init", image, securityContext: { ...forAll, ...init } }] }),
      containers: [{ name: "main", image, securityContext: { ...forAll, ...context }, ...container }],
      ...spec,
    },
  };
}

/** Pods as a text of several documents; each has the name of its case. */
export function manifestsOf(cases: Readonly<Record<string, Change>>): string {
  return Object.entries(cases)
    .map(([name, change]) => JSON.stringify(podOf(name, change)))
    .join("\n---\n");
}
