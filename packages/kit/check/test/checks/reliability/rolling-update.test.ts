import { expect, test } from "vitest";
import { rollingUpdate } from "../../../src/checks/reliability/rolling-update.ts";
import { judge } from "../../judge.ts";
import { documents, service, workload } from "../../manifests.ts";

const web = (spec: object): object => workload({ spec });
const rolling = (maxUnavailable: number | string): object => ({
  type: "RollingUpdate",
  rollingUpdate: { maxSurge: 1, maxUnavailable },
});

test("nothing to find", () => {
  expect(judge(rollingUpdate, documents(web({}), service()))).toEqual([]);
  expect(judge(rollingUpdate, documents(web({ replicas: 2, strategy: rolling(1) }), service()))).toEqual([]);
  expect(judge(rollingUpdate, documents(web({ replicas: 1, strategy: rolling("99%") }), service()))).toEqual([]);
  // Nobody waits for what no Service leads to.
  expect(judge(rollingUpdate, documents(web({ strategy: { type: "Recreate" } })))).toEqual([]);
  // A volume for one cannot be handed over while both run.
  expect(
    judge(
      rollingUpdate,
      documents(
        workload({
          pod: { volumes: [{ name: "data", persistentVolumeClaim: { claimName: "data" } }] },
          spec: { strategy: { type: "Recreate" } },
        }),
        service(),
      ),
    ),
  ).toEqual([]);
});

test("all at once", () => {
  expect(
    judge(
      rollingUpdate,
      documents(
        web({ strategy: { type: "Recreate" } }),
        web({ replicas: 2, strategy: rolling(2) }),
        web({ replicas: 4, strategy: rolling("100%") }),
        service(),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.strategy.type: Recreate stops every pod before the first new one starts; let it roll, with maxUnavailable: 0 and maxSurge: 1",
      "warning Deployment shop/web spec.strategy.rollingUpdate.maxUnavailable: maxUnavailable 2 lets an update stop all pods at once (2); let it roll, with maxUnavailable: 0 and maxSurge: 1",
      "warning Deployment shop/web spec.strategy.rollingUpdate.maxUnavailable: maxUnavailable 100% lets an update stop all pods at once (4); let it roll, with maxUnavailable: 0 and maxSurge: 1",
    ]
  `);
});
