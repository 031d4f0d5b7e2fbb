import { describe, expect, test } from "vitest";
import { serviceSelectsNothing } from "../../../src/checks/references/service-selects-nothing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

describe("service-selects-nothing", () => {
  test.for([
    object("Service", "db", "spec: { type: ExternalName, externalName: db.example.com, selector: { app: gone } }"),
    object("Service", "db", "spec: { ports: [{ port: 80 }] }"),
    object("Service", "web", "spec: { selector: { app: web }, ports: [{ port: 80 }] }") + workload(),
    object("Service", "web", "spec: { selector: { app: web } }") +
      object("Rollout", "web", "spec: { template: { metadata: { labels: { app: web } } } }", "argoproj.io/v1alpha1"),
  ])("passes %$", (manifests) => {
    expect(judge(serviceSelectsNothing, manifests)).toEqual([]);
  });

  test("finds a selector that takes no pod of the namespace", () => {
    const service = object("Service", "web", "spec: { selector: { app: web, tier: api }, ports: [{ port: 80 }] }");
    expect(judge(serviceSelectsNothing, service + workload())).toMatchInlineSnapshot(`
      [
        "error Service default/web spec.selector: no pod of the namespace default has the labels app=web, tier=api; write the labels of the pods that it is for",
      ]
    `);
    const elsewhere = object("Service", "web, namespace: other", "spec: { selector: { app: web } }");
    expect(judge(serviceSelectsNothing, elsewhere + workload())).toMatchInlineSnapshot(`
      [
        "error Service other/web spec.selector: no pod of the namespace other has the labels app=web; write the labels of the pods that it is for",
      ]
    `);
  });
});
