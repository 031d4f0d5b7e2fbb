import { describe, expect, test } from "vitest";
import { volumeClaimMissing } from "../../../src/checks/references/volume-claim-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const claims = (claimName: string): string =>
  `volumes: [{ name: data, persistentVolumeClaim: { claimName: ${claimName} } }]`;
const template = "volumeClaimTemplates: [{ metadata: { name: data }, spec: {} }], serviceName: db";

describe("volume-claim-missing", () => {
  test.for([
    workload({ pod: "volumes: [{ name: data, ephemeral: { volumeClaimTemplate: { spec: {} } } }]" }),
    object("PersistentVolumeClaim", "web-data", "spec: {}") + workload({ pod: claims("web-data") }),
    // The claims of a StatefulSet, mounted by others: a backup, say.
    workload({ kind: "StatefulSet", name: "db", spec: template }) + workload({ pod: claims("data-db-0") }),
    workload({ kind: "StatefulSet", name: "db", spec: template, pod: claims("whatever") }),
  ])("passes %$", (manifests) => {
    expect(judge(volumeClaimMissing, manifests)).toEqual([]);
  });

  test("finds a claim that nothing makes", () => {
    const manifests =
      workload({ kind: "StatefulSet", name: "db", spec: template }) +
      object("PersistentVolumeClaim", "web-data", "spec: {}") +
      workload({ pod: claims("web-dta") }) +
      workload({ name: "other", pod: claims("logs-db-0") });
    expect(judge(volumeClaimMissing, manifests)).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.volumes[0].persistentVolumeClaim.claimName: the volume data claims web-dta, which does not exist in the namespace default; write web-data, or add the PersistentVolumeClaim",
        "error Deployment default/other spec.template.spec.volumes[0].persistentVolumeClaim.claimName: the volume data claims logs-db-0, which does not exist in the namespace default; add the PersistentVolumeClaim",
      ]
    `);
  });
});
