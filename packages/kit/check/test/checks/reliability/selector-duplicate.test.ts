import { expect, test } from "vitest";
import { selectorDuplicate } from "../../../src/checks/reliability/selector-duplicate.ts";
import { judge } from "../../judge.ts";
import { documents, service } from "../../manifests.ts";

test("nothing to find", () => {
  expect(
    judge(selectorDuplicate, documents(service(), service({ name: "api", spec: { selector: { app: "api" } } }))),
  ).toEqual([]);
  // A headless one beside a plain one.
  expect(
    judge(selectorDuplicate, documents(service(), service({ name: "peers", spec: { clusterIP: "None" } }))),
  ).toEqual([]);
  // Another port, and another type.
  expect(
    judge(
      selectorDuplicate,
      documents(
        service(),
        service({ name: "metrics", spec: { ports: [{ port: 9090 }] } }),
        service({ name: "outside", spec: { type: "NodePort" } }),
      ),
    ),
  ).toEqual([]);
  // Without selectors.
  expect(
    judge(
      selectorDuplicate,
      documents(service({ spec: { selector: {} } }), service({ name: "other", spec: { selector: {} } })),
    ),
  ).toEqual([]);
});

test("the same twice", () => {
  expect(
    judge(
      selectorDuplicate,
      documents(
        service(),
        service({ name: "other", spec: { ports: [{ port: 80, targetPort: 80, protocol: "TCP" }] } }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "info Service shop/other spec.selector: it selects the same pods as Service web, and has the same type and ports; remove one of the two",
    ]
  `);
});
