import { describe, expect, test } from "vitest";
import { statefulsetServiceMissing } from "../../../src/checks/references/statefulset-service-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

describe("statefulset-service-missing", () => {
  test.for([
    workload({ kind: "StatefulSet" }),
    workload({ kind: "StatefulSet", spec: "serviceName: ''" }),
    workload({ kind: "StatefulSet", spec: "serviceName: db" }) + object("Service", "db", "spec: { clusterIP: None }"),
  ])("passes %$", (manifests) => {
    expect(judge(statefulsetServiceMissing, manifests)).toEqual([]);
  });

  test("finds a Service that is not there", () => {
    const manifests = workload({ kind: "StatefulSet", spec: "serviceName: db" });
    expect(judge(statefulsetServiceMissing, manifests + object("Service", "bd", "spec: { clusterIP: None }")))
      .toMatchInlineSnapshot(`
      [
        "error StatefulSet default/web spec.serviceName: the Service db does not exist in the namespace default, so the pods get no DNS names; write bd, or add a Service with \`clusterIP: None\` that selects its pods",
      ]
    `);
  });
});
