import type { Model } from "./model.ts";
import type { NodeFilter } from "./node-filter.ts";
import { countPods } from "./spread-filter.ts";
import type { State } from "./state.ts";

/** The required part of plugins/interpodaffinity: places that pods must share, or must not. */
export function podAffinityFilter(model: Model, state: State, shape: number): NodeFilter {
  const { near, away } = model.shapes[shape]!.affinity;
  const nearby = nearPlaces(model, state, shape);
  const occupied = placesOf(model, state, away);
  const forbidden = forbiddenPlaces(model, state, shape);
  // The first of pods that want to be near to each other has none to be near to.
  const isFirst = nearby.size === 0 && near.every(({ means }) => means[shape] === true);
  return (node) => {
    const { labels } = model.nodes[node]!;
    const place = (key: string): string | undefined => (labels[key] === undefined ? undefined : at(key, labels[key]));
    if (near.some(({ topologyKey }) => place(topologyKey) === undefined))
      return "is not near to a pod that must be near";
    if (!isFirst && near.some(({ topologyKey }) => !nearby.has(place(topologyKey)!))) {
      return "is not near to a pod that must be near";
    }
    if (away.some(({ topologyKey }) => occupied.has(place(topologyKey) ?? ""))) {
      return "is too near to a pod that must be away";
    }
    if (forbidden.size > 0 && Object.keys(labels).some((key) => forbidden.has(place(key)!))) {
      return "is too near to a pod that wants to be away";
    }
    return undefined;
  };
}

/** A value of a node label, as one text; no label key has a line break. */
function at(key: string, value: string): string {
  return `${key}\n${value}`;
}

function nearPlaces({ nodes, shapes }: Model, state: State, shape: number): ReadonlySet<string> {
  const { near, meantByAll } = shapes[shape]!.affinity;
  if (near.length === 0) return new Set();
  const found = state.flatMap((on, node) => {
    if (countPods(on, meantByAll) === 0) return [];
    return near.flatMap(({ topologyKey }) => placeOf(nodes[node]!.labels, topologyKey));
  });
  return new Set(found);
}

function placesOf(
  { nodes }: Model,
  state: State,
  terms: Model["shapes"][number]["affinity"]["away"],
): ReadonlySet<string> {
  return new Set(
    terms.flatMap(({ topologyKey, meant }) =>
      state.flatMap((on, node) => (countPods(on, meant) === 0 ? [] : placeOf(nodes[node]!.labels, topologyKey))),
    ),
  );
}

/** Places that pods which already stand somewhere keep a shape away from. */
function forbiddenPlaces({ nodes, shapes, social }: Model, state: State, shape: number): ReadonlySet<string> {
  const places = social.flatMap((other) =>
    shapes[other]!.affinity.away.filter(({ means }) => means[shape]).flatMap(({ topologyKey }) =>
      state.flatMap(({ counts }, node) => (counts[other] === 0 ? [] : placeOf(nodes[node]!.labels, topologyKey))),
    ),
  );
  return new Set(places);
}

function placeOf(labels: Readonly<Record<string, string>>, key: string): string[] {
  const value = labels[key];
  return value === undefined ? [] : [at(key, value)];
}
