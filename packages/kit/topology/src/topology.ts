import { at, identityKey, keyOf, openedLists, podTemplatesOf, textOf, type Loose } from "@kit/kube";
import { drawCalls } from "./parts/calls.ts";
import { drawEntrances } from "./parts/entrances.ts";
import { drawGuards } from "./parts/guards.ts";
import { drawReads } from "./parts/reads.ts";
import { drawServices } from "./parts/services.ts";
import { Drawing } from "./drawing.ts";
import type { ExpectedSecret } from "./expected-secret.ts";
import type { Topology } from "./graph.ts";
import type { ShownWorkload, ShownWorld } from "./shown-world.ts";

/**
 * What an environment is made of, and what its things have to do with each other: which keys are read by whom, who answers
 * behind which Service, how one gets in from outside, and whom texts name.
 *
 * @param objects As they are deployed; each states its namespace.
 * @param secrets Those that are made outside of the repository.
 */
export function topologyOf(objects: readonly Loose[], secrets: readonly ExpectedSecret[] = []): Topology {
  const drawing = new Drawing();
  const opened = objects.flatMap((object) => openedLists(object) as Loose[]);
  const workloads = opened
    .filter((object) => podTemplatesOf(object).length > 0)
    .map((object): ShownWorkload => {
      const [name, namespace] = [at(object, "metadata", "name"), at(object, "metadata", "namespace")].map(textOf);
      return { id: drawing.object(object, "workload"), object, name: name ?? "", namespace: namespace ?? "" };
    });
  // The first of several, as there is one in a cluster.
  const known = new Map(opened.toReversed().map((object) => [keyOf(object), object]));
  const find: ShownWorld["find"] = (kind, name, namespace) =>
    known.get(identityKey({ apiVersion: "v1", kind, name, namespace }));
  const world: ShownWorld = { objects: opened, find, workloads, secrets };
  drawReads(drawing, world);
  drawServices(drawing, world);
  drawEntrances(drawing, world);
  drawCalls(drawing, world);
  drawGuards(drawing, world);
  return drawing.done();
}
