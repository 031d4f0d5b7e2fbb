import { expect, test } from "vitest";
import { spreadSelectsOthers } from "../../../src/checks/reliability/spread-selects-others.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const web = (pod: object = {}, replicas = 2): object => workload({ spec: { replicas }, pod });
const constraint = (labelSelector?: object): object => ({
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway", labelSelector },
  ],
});
const own = { matchLabels: { app: "web" } };
const other = { matchLabels: { app: "api" } };

test("nothing to find", () => {
  expect(judge(spreadSelectsOthers, documents(web()))).toEqual([]);
  expect(judge(spreadSelectsOthers, documents(web(constraint(own)), web(constraint({}))))).toEqual([]);
  expect(
    judge(
      spreadSelectsOthers,
      documents(web(constraint({ matchExpressions: [{ key: "app", operator: "In", values: ["web"] }] }))),
    ),
  ).toEqual([]);
});

test("others, or none", () => {
  expect(judge(spreadSelectsOthers, documents(web(constraint(other)), web(constraint())))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints[0].labelSelector: the constraint's labelSelector does not select the pod's own labels, so it spreads nothing; select the labels of the pod's template",
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints[0].labelSelector: the constraint's labelSelector does not select the pod's own labels, so it spreads nothing; select the labels of the pod's template",
    ]
  `);
});
