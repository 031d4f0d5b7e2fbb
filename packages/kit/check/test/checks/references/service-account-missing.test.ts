import { describe, expect, test } from "vitest";
import { serviceAccountMissing } from "../../../src/checks/references/service-account-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

describe("service-account-missing", () => {
  test.for([
    workload(),
    workload({ pod: "serviceAccountName: default" }),
    object("ServiceAccount", "web", "") + workload({ pod: "serviceAccountName: web" }),
  ])("passes %$", (manifests) => {
    expect(judge(serviceAccountMissing, manifests)).toEqual([]);
  });

  test("finds one that is not there, by its old field too", () => {
    const manifests = object("ServiceAccount", "web", "") + workload({ pod: "serviceAccountName: wbe" });
    expect(judge(serviceAccountMissing, manifests)).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.serviceAccountName: the pods run as the ServiceAccount wbe, which does not exist in the namespace default; write web, or add the ServiceAccount",
      ]
    `);
    expect(judge(serviceAccountMissing, workload({ pod: "serviceAccount: reader" }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.serviceAccount: the pods run as the ServiceAccount reader, which does not exist in the namespace default; add the ServiceAccount",
      ]
    `);
  });
});
