import { describe, expect, test } from "vitest";
import { serviceMonitorSelectsNothing } from "../../../src/checks/references/service-monitor-selects-nothing.ts";
import { judge } from "../../judge.ts";
import { object } from "../../flow-yaml.ts";

const monitor = (spec: string): string =>
  object("ServiceMonitor", "web", `spec: { ${spec} }`, "monitoring.coreos.com/v1");
const service = object("Service", "web, labels: { app: web }", "spec: { ports: [{ name: metrics, port: 9090 }] }");

describe("service-monitor-selects-nothing", () => {
  test.for([
    monitor("selector: { matchLabels: { app: web } }, endpoints: [{ port: metrics }, { targetPort: 9090 }]"),
    monitor("selector: {}, endpoints: [{ port: metrics }]"),
    // Services of namespaces that are not this environment's.
    monitor("selector: { matchLabels: { app: gone } }, namespaceSelector: { any: true }"),
    monitor("selector: { matchLabels: { app: gone } }, namespaceSelector: { matchNames: [elsewhere] }"),
    // Another API's kind of the same name, and what is malformed.
    object("ServiceMonitor", "web", "spec: { selector: { matchLabels: { app: gone } } }", "example.com/v1"),
    monitor("selector: { matchExpressions: [{ key: app, operator: In, values: web }] }"),
  ])("passes %$", (manifests) => {
    expect(judge(serviceMonitorSelectsNothing, service + manifests)).toEqual([]);
  });

  test("finds one that selects no Service, or a port that none has", () => {
    expect(judge(serviceMonitorSelectsNothing, service + monitor("selector: { matchLabels: { app: wbe } }")))
      .toMatchInlineSnapshot(`
      [
        "error ServiceMonitor web spec.selector: no Service of the namespace default has the labels app=wbe; write the labels of the Services that it is for",
      ]
    `);
    expect(
      judge(
        serviceMonitorSelectsNothing,
        service +
          monitor(
            "selector: { matchLabels: { app: web } }, namespaceSelector: { matchNames: [default] }, endpoints: [{ port: metrcs }]",
          ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "error ServiceMonitor web spec.endpoints[0].port: no selected Service has a port of the name metrcs; write metrics, or add a port of that name to the Service",
      ]
    `);
  });
});
