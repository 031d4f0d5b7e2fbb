import { selects } from "@kit/kube";
import type { KindName } from "./kinds.ts";
import { podOf } from "./pod-view.ts";
import type { Selector } from "./selector.ts";
import { isKind, type EnvironmentFacts, type EnvironmentView, type PodView, type View } from "./view.ts";

/** The view of an environment; `objects` may be filled later, before it is first asked. */
export function environmentView(facts: EnvironmentFacts, objects: readonly View[]): EnvironmentView {
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
      candidates(index(), namespace, selector).filter((pod) => selects(selector, pod.labels)),
    podOf: (object) => index().podOf.get(object),
  };
}

interface Index {
  readonly pods: readonly PodView[];
  readonly podOf: ReadonlyMap<View, PodView>;
  readonly byKind: ReadonlyMap<string, readonly View[]>;
  readonly byName: ReadonlyMap<string, View>;
  /** By namespace, label and value: a thousand selectors over a thousand pods would be a million comparisons. */
  readonly byLabel: ReadonlyMap<string, readonly PodView[]>;
  readonly byNamespace: ReadonlyMap<string, readonly PodView[]>;
}

function indexOf(objects: readonly View[]): Index {
  const podOfObject = new Map(
    objects.flatMap((object): [View, PodView][] => {
      const pod = podOf(object);
      return pod === undefined ? [] : [[object, pod]];
    }),
  );
  const pods = [...podOfObject.values()];
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
    podOf: podOfObject,
    byKind: Map.groupBy(known, ({ kind }) => kind),
    byName: new Map(known.map((object) => [key(object.kind, object.namespace, object.name), object])),
    byLabel,
    byNamespace: Map.groupBy(pods, ({ namespace }) => namespace),
  };
}

function candidates(index: Index, namespace = "default", { matchLabels = {} }: Selector): readonly PodView[] {
  const [first] = Object.entries(matchLabels);
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
