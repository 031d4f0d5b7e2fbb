/** Where an object tells who syncs it something. */
export interface SyncMarks {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What an object's annotation tells Argo CD of its sync: `Prune=false`, `ServerSideApply=true`. */
export function argoOptionsOf({ annotations = {} }: SyncMarks): readonly string[] {
  return (annotations["argocd.argoproj.io/sync-options"] ?? "").split(",").map((option) => option.trim());
}

/**
 * Whether a label or an annotation of an object tells Flux something, in whatever case: `prune: disabled`, `force: enabled`.
 *
 * @see `AnyInMetadata` of https://github.com/fluxcd/pkg/tree/main/ssa
 */
export function tellsFlux({ labels = {}, annotations = {} }: SyncMarks, key: string, value: string): boolean {
  const name = `kustomize.toolkit.fluxcd.io/${key}`;
  return [labels[name], annotations[name]].some((written) => written?.toLowerCase() === value);
}

/** Whether an object stays where nobody wants it any more, by what it tells Argo CD or Flux. */
export function isKept(marks: SyncMarks): boolean {
  return argoOptionsOf(marks).includes("Prune=false") || tellsFlux(marks, "prune", "disabled");
}
