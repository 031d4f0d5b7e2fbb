/** The programs of a control plane, in the order in which they start. They stop in the opposite order. */
export const programNames = ["etcd", "kube-apiserver", "kwok", "kube-scheduler", "kube-controller-manager"] as const;
export type ProgramName = (typeof programNames)[number];

/** What is built from here: also `sync-engine`, this repository's own program around the library inside Argo CD. */
export type BuiltName = ProgramName | "sync-engine";

/** What may run beside etcd and the API server: `controllers` is the controller-manager, `kwok` the fake kubelet. */
export type Component = "scheduler" | "controllers" | "kwok";

/** A program that can run. */
export interface Program {
  readonly name: ProgramName;
  /** Its absolute path. */
  readonly file: string;
  /** Such as `1.31.4`. */
  readonly version: string;
  /** Where it was found: `KUBEBUILDER_ASSETS`, `PATH` or `built with Go`. */
  readonly origin: string;
}

const programOf: Record<Component, ProgramName> = {
  scheduler: "kube-scheduler",
  controllers: "kube-controller-manager",
  kwok: "kwok",
};

/** The programs that a control plane with these components needs, in the order in which they start. */
export function programsFor(components: readonly Component[]): ProgramName[] {
  const wanted = ["etcd", "kube-apiserver", ...components.map((component) => programOf[component])];
  return programNames.filter((name) => wanted.includes(name));
}
