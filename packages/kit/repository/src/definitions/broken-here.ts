import { existsSync } from "node:fs";
import { join } from "node:path";
import { refusedByNewer, type KindDefinition } from "@kit/definitions";
import { describeIdentity, groupOf, identityOf } from "@kit/kube";
import { findKind } from "@kit/schema";
import { readAllRendered } from "../rendered/read-rendered.ts";
import { renderedIds, renderedTexts } from "../snapshots/rendered-in.ts";
import { snapshotOf } from "../snapshots/snapshot.ts";

/** What a newer definition would refuse of an object that is rendered. */
export interface BrokenObject {
  /** The file of generated/rendered. */
  readonly where: string;
  /** Such as `Rollout shop/web`. */
  readonly object: string;
  readonly what: readonly string[];
}

/** What newer definitions would refuse of the objects that are rendered, and those of now take. */
export function brokenHere(root: string, definitions: readonly KindDefinition[]): BrokenObject[] {
  if (!existsSync(join(root, "generated/rendered"))) return [];
  const snapshot = snapshotOf(root);
  const objects = renderedIds(snapshot).flatMap((id) => readAllRendered(renderedTexts(snapshot, id)));
  const byKind = new Map(definitions.map((one) => [`${one.spec.group}/${one.spec.names.kind}`, one]));
  return objects.flatMap(({ where, data }): BrokenObject[] => {
    const { apiVersion, kind } = data;
    const definition = byKind.get(`${groupOf(apiVersion)}/${kind}`);
    if (definition === undefined) return [];
    const what = refusedByNewer(definition, findKind(apiVersion, kind), data);
    return what.length === 0 ? [] : [{ where, object: describeIdentity(identityOf(data)), what }];
  });
}
