import { existsSync } from "node:fs";
import { join } from "node:path";
import { servedKind, type KindDefinition } from "@kit/definitions";
import { describeIdentity, groupOf, identityOf, versionOf } from "@kit/kube";
import { checkStructure, findKind } from "@kit/schema";
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
  return objects.flatMap(({ where, data }): BrokenObject[] => {
    const { apiVersion, kind } = data;
    const group = groupOf(apiVersion);
    const definition = definitions.find(({ spec }) => spec.group === group && spec.names.kind === kind);
    if (definition === undefined) return [];
    const object = describeIdentity(identityOf(data));
    const after = servedKind(definition, versionOf(apiVersion));
    if (after === undefined) return [{ where, object, what: [`${apiVersion} is not served any more`] }];
    const before = findKind(apiVersion, kind);
    const known = new Set(before === undefined ? [] : textsOf(before, data));
    const what = textsOf(after, data).filter((text) => !known.has(text));
    return what.length === 0 ? [] : [{ where, object, what }];
  });
}

function textsOf(schema: Parameters<typeof checkStructure>[0], data: unknown): string[] {
  return checkStructure(schema, data).problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
