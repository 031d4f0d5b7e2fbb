import { expect, test } from "vitest";
import { workload } from "../src/index.ts";

const kind = { apiVersion: "example.com/v1", kind: "Shop" };

test("a workload is what its owner says of it", () => {
  expect(workload(kind, { template: "spec.pods", replicas: "spec.size" })).toEqual({
    ...kind,
    workload: { template: ["spec", "pods"], replicas: ["spec", "size"], rolls: true },
  });
});

test.for(["", "spec.", "spec..pods", "spec.pools[0].template", "spec.a pod"])("%j is no way", (template) => {
  expect(() => workload(kind, { template })).toThrow(
    expect.objectContaining({
      problems: [
        {
          code: "definition-invalid",
          what: `template of the workload Shop is ${JSON.stringify(template)}, and not a way through fields`,
          where: "workload",
          next: 'write the fields with dots between them, such as "spec.template"; lists cannot be in it',
        },
      ],
    }),
  );
});
