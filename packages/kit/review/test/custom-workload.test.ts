import { expect, test } from "vitest";
import { compareText } from "./edits.ts";

const rollout = (image: string): string => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "${image}", envFrom: [{ configMapRef: { name: web-config } }] }] }
`;
const config = (value: string): string => `---
{ apiVersion: v1, kind: ConfigMap, metadata: { name: web-config, namespace: shop }, data: { A: "${value}" } }
`;
const service = `---
{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: { app: web } } }
`;

test("a custom resource with a pod template is judged as the workload that it is", () => {
  expect(compareText(rollout("acme/web:1.0.0"), rollout("acme/web:2.0.0"))).toMatchInlineSnapshot(`
    "  caution Rollout shop/web  rolls 2 pods of web
        b
        caution image-major: the major version of web goes up from 1.0.0 to 2.0.0: it may break what it promised
          → rolls 2 pods of web  docs/risks/image-major.md
        ~ spec.template.spec.containers[name=web].image: acme/web:1.0.0 → acme/web:2.0.0

    1 changed: 1 caution (from a to b)
    "
  `);
});

test("what a custom resource's pods read is told as of any workload", () => {
  const before = rollout("acme/web:1.0.0") + config("1");
  expect(compareText(before, rollout("acme/web:1.0.0") + config("2"))).toMatchInlineSnapshot(`
    "  unclassified ConfigMap shop/web-config  web reads it when it starts, and is not restarted: it keeps the old values
        b
        ~ data.A: "1" → "2"

    1 changed: 1 unclassified (from a to b)
    "
  `);
});

test("a custom resource that makes pods is missed by the Service that selects them", () => {
  expect(compareText(rollout("acme/web:1.0.0") + service, service)).toMatchInlineSnapshot(`
    "  caution Rollout shop/web (removed)  stops 2 pods of web
        a
        caution removed-workload: the Rollout web is not deployed any more, and web has none of its pods
          → stops 2 pods of web  docs/risks/removed-workload.md
        - apiVersion: argoproj.io/v1alpha1
        - kind: Rollout
        - metadata:
        -   name: web
        -   namespace: shop
        - spec:
        -   replicas: 2
        -   template:
        -     metadata:
        -       labels:
        -         app: web
        -     spec:
        -       containers:
        -         - name: web
        -           image: acme/web:1.0.0
        -           envFrom:
        -             - configMapRef:
        -                 name: web-config

    1 removed: 1 caution (from a to b)
    "
  `);
});
