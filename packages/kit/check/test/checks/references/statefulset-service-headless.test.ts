import { expect, test } from "vitest";
import { statefulsetServiceHeadless } from "../../../src/checks/references/statefulset-service-headless.ts";
import { judge } from "../../judge.ts";
import { documents, service, workload } from "../../manifests.ts";

const set = workload({ kind: "StatefulSet", spec: { serviceName: "web" } });

test("a Service without an address, another one, and one that is not there", () => {
  const headless = service({ spec: { clusterIP: "None" } });
  const other = service({ name: "web-clients" });
  expect(judge(statefulsetServiceHeadless, documents(set, headless, other))).toEqual([]);
  expect(judge(statefulsetServiceHeadless, documents(set))).toEqual([]);
});

test("a Service with an address", () => {
  expect(judge(statefulsetServiceHeadless, documents(set, service()))).toMatchInlineSnapshot(`
    [
      "warning StatefulSet shop/web spec.serviceName: the Service web is not headless, so the DNS has no name for each pod, such as web-0.web; name a Service with \`clusterIP: None\`, beside the one that clients use",
    ]
  `);
});

test("a headless Service for other pods", () => {
  const others = service({ spec: { clusterIP: "None", selector: { app: "api" } } });
  expect(judge(statefulsetServiceHeadless, documents(set, others))).toMatchInlineSnapshot(`
    [
      "warning StatefulSet shop/web spec.serviceName: the Service web selects app=api, which are not the labels of its pods, so the DNS has no name for each pod, such as web-0.web; name the Service that selects them",
    ]
  `);
  const byHand = service({ spec: { clusterIP: "None", selector: {} } });
  const added = { app: "web", "apps.kubernetes.io/pod-index": "0" };
  const ofOne = service({ spec: { clusterIP: "None", selector: added } });
  expect([byHand, ofOne].flatMap((one) => judge(statefulsetServiceHeadless, documents(set, one)))).toEqual([]);
});

test("no Service at all is a note", () => {
  expect(judge(statefulsetServiceHeadless, documents(workload({ kind: "StatefulSet" })))).toMatchInlineSnapshot(`
    [
      "info StatefulSet shop/web spec.serviceName: serviceName is not set, so the DNS has no name for each pod; name a Service with \`clusterIP: None\`, where something asks one pod by its name",
    ]
  `);
});
