import { expect, test } from "vitest";
import { resourcesMissing } from "../../../src/checks/reliability/resources-missing.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

test("nothing to find where something is said", () => {
  const said = [
    { container: { resources: { requests: { cpu: "1" } } } },
    { container: { resources: { limits: { memory: "1Gi" } } } },
    { pod: { resources: { requests: { memory: "1Gi" } } } },
  ];
  for (const parts of said) expect(judge(resourcesMissing, documents(workload(parts)))).toEqual([]);
  const limits = [{ type: "Container", defaultRequest: { cpu: "1" } }];
  const range = object("v1", "LimitRange", "usual", { spec: { limits } });
  expect(judge(resourcesMissing, documents(workload(), range))).toEqual([]);
});

test("a container without resources", () => {
  const empty = workload({ container: { resources: { requests: {} } } });
  expect(judge(resourcesMissing, documents(empty))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].resources: container web has no resources: no request and no limit of CPU and memory; set requests.cpu, requests.memory and limits.memory",
    ]
  `);
});
