import { isClusterScoped, type Json } from "@kit/kube";
import { expect } from "vitest";
import { componentFiles } from "../../src/component/index.ts";
import type { Changed } from "./random-objects.ts";
import { throughKustomize, type Command } from "./through-kustomize.ts";

const namespace = "shop";

/** Expects of a kustomize that it makes of bases and a component exactly what is wanted, in their order. */
export async function expectExact(command: Command, changed: readonly Changed[]): Promise<void> {
  const files = componentFiles({
    id: "dev",
    where: "packages/shop/environments",
    namespace,
    resources: [],
    changed,
    defined: [],
  });
  const base = new Map(changed.map(({ object }) => [`${object.name}.yaml`, object.data]));
  const component = new Map(files.map(([path, text]) => [path.replace("environments/dev/", ""), text]));
  const rendered = await throughKustomize(command, base, component);
  const byName = new Map(rendered.map((data) => [(data as { metadata: { name: string } }).metadata.name, data]));
  expect(byName.size).toBe(changed.length);
  for (const { object, wanted } of changed) {
    const placed = isClusterScoped(object.apiVersion, object.kind) ? {} : { namespace };
    expect(exact(byName.get(object.name) as Json)).toEqual(
      exact({ ...wanted, metadata: { name: object.name, ...placed } }),
    );
  }
}

/** With integers as they are: `===` is blind to what a number has beyond 2^53. */
function exact(value: Json | bigint): unknown {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 2 ** 64 ? BigInt(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(exact);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, exact(child)]));
}
