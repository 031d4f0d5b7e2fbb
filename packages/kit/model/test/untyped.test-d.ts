// Checked by the compiler alone: each `@ts-expect-error` is an error that authors must get.
import type { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { defineService, patch, untyped, type KubeObject } from "../src/index.ts";

const backup = untyped({
  apiVersion: "example.com/v1",
  kind: "Backup",
  metadata: { name: "nightly", labels: { app: "shop" }, finalizers: ["example.com/kept"] },
  spec: { schedule: "0 3 * * *", targets: [{ name: "all" }] },
});

defineService<{ size: number }>({
  resources: [backup],
  configure: (env) => [patch(backup, { spec: { size: env.size, targets: [{ $remove: { name: "all" } }] } })],
});

// @ts-expect-error: every object has a name
untyped({ apiVersion: "example.com/v1", kind: "Backup", metadata: {} });
// @ts-expect-error: every object has metadata
untyped({ apiVersion: "example.com/v1", kind: "Backup" });
// @ts-expect-error: a kind is a text
untyped({ apiVersion: "example.com/v1", kind: 1, metadata: { name: "a" } });
// @ts-expect-error: a label's value is a text
untyped({ apiVersion: "v1", kind: "Backup", metadata: { name: "a", labels: { a: 1 } } });
// @ts-expect-error: another name would be a different object
patch(backup, { metadata: { name: "daily" } });

// As @kubernetes-models/istio and others declare it, where a definition does not require the metadata.
declare class Gateway {
  apiVersion: "networking.istio.io/v1";
  kind: "Gateway";
  metadata?: ConfigMap["metadata"];
  spec?: { selector?: { [key: string]: string } } | undefined;
  validate(): void;
  toJSON(): unknown;
}
declare const gateway: Gateway;
gateway satisfies KubeObject;
defineService<object>({
  resources: [gateway],
  configure: () => [patch(gateway, { spec: { selector: { app: "a" } } })],
});
// @ts-expect-error: a misspelt field
patch(gateway, { spec: { selectors: {} } });
