import { addedLabels, at, mapOf, maySelect, type AddedLabels } from "@kit/kube";
import type { KindName } from "./kinds.ts";
import type { Selector } from "./selector.ts";
import type { EnvironmentView } from "./needs.ts";
import { isKind, type EnvironmentFacts, type PodView, type View } from "./view.ts";

/** The whole view of an environment. */
export function environmentView(facts: EnvironmentFacts, objects: readonly View[]): EnvironmentFacts & EnvironmentView {
  const index = once(() => indexOf(objects));
  return {
    ...facts,
    objects,
    get pods() {
      return index().pods;
    },
    of: <Kind extends KindName>(kind: Kind) => (index().byKind.get(kind) ?? []) as readonly View<Kind>[],
    find: <Kind extends KindName>(kind: Kind, namespace: string | undefined, name: string) =>
      (index().byName.get(key(kind, namespace, name)) ?? index().byName.get(key(kind, undefined, name))) as
        | View<Kind>
        | undefined,
    podsOf: (namespace, selector) =>
      candidates(index(), namespace, selector).filter((pod) => maySelect(selector, pod.labels, addedTo(index(), pod))),
  };
}

interface Index {
  readonly pods: readonly PodView[];
  readonly byKind: ReadonlyMap<string, readonly View[]>;
  readonly byName: ReadonlyMap<string, View>;
  /** By namespace, label and value: a thousand selectors over a thousand pods would be a million comparisons. */
  readonly byLabel: ReadonlyMap<string, readonly PodView[]>;
  readonly byNamespace: ReadonlyMap<string, readonly PodView[]>;
  /** The labels that controllers add to some of the pods. */
  readonly added: ReadonlySet<string>;
  /** What autoscalers change the replicas of, by namespace, kind and name. */
  readonly scaled: ReadonlySet<string>;
}

function addedTo({ scaled }: Index, { object, added, namespace }: PodView): AddedLabels {
  return scaled.has(key(namespace, object.kind, object.name)) ? addedLabels(object, true) : added;
}

/** Autoscalers, KEDA's too, name what they scale in one way. */
function scaledBy(objects: readonly View[]): string[] {
  return objects.flatMap(({ namespace = "default", raw }) => {
    const target = mapOf(at(raw, "spec", "scaleTargetRef"));
    const { kind = "Deployment", name } = target;
    return typeof name === "string" && typeof kind === "string" ? [key(namespace, kind, name)] : [];
  });
}

function indexOf(objects: readonly View[]): Index {
  const pods = objects.flatMap((object) => object.pods);
  const known = objects.filter((object) => isKind(object, object.kind as KindName));
  const byLabel = new Map<string, PodView[]>();
  for (const pod of pods) {
    for (const [label, value] of Object.entries(pod.labels)) {
      const place = key(pod.namespace, label, value);
      const list = byLabel.get(place);
      if (list === undefined) byLabel.set(place, [pod]);
      else list.push(pod);
    }
  }
  return {
    pods,
    byKind: Map.groupBy(known, ({ kind }) => kind),
    byName: new Map(known.map((object) => [key(object.kind, object.namespace, object.name), object])),
    byLabel,
    byNamespace: Map.groupBy(pods, ({ namespace }) => namespace),
    added: new Set(pods.flatMap(({ added }) => [...added.keys()])),
    scaled: new Set(scaledBy(objects)),
  };
}

function candidates(index: Index, namespace = "default", { matchLabels = {} }: Selector): readonly PodView[] {
  const [first] = Object.entries(matchLabels).filter(([label]) => !index.added.has(label));
  if (first === undefined) return index.byNamespace.get(namespace) ?? [];
  return index.byLabel.get(key(namespace, first[0], String(first[1]))) ?? [];
}

function key(...parts: readonly (string | undefined)[]): string {
  return parts.join("\n");
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
