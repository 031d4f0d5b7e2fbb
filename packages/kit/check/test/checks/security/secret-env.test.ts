import { expect, test } from "vitest";
import { secretEnv } from "../../../src/checks/security/secret-env.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(
    judge(
      secretEnv,
      documents(
        workload({
          container: {
            env: [
              { name: "A", value: "1" },
              { name: "B", valueFrom: { configMapKeyRef: { name: "web", key: "B" } } },
            ],
            envFrom: [{ configMapRef: { name: "web" } }],
          },
        }),
      ),
    ),
  ).toEqual([]);
});

test("variables, and all of a Secret", () => {
  expect(
    judge(
      secretEnv,
      documents(
        workload({
          container: {
            env: [{ name: "TOKEN", valueFrom: { secretKeyRef: { name: "web", key: "token" } } }],
            envFrom: [{ secretRef: { name: "all" } }],
          },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].env: container web gets secrets as environment variables: TOKEN, all of Secret all; mount the Secret as files, if the application can read them",
    ]
  `);
});

test("all of a Secret alone", () => {
  expect(judge(secretEnv, documents(workload({ container: { envFrom: [{ secretRef: { name: "all" } }] } }))))
    .toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].envFrom: container web gets secrets as environment variables: all of Secret all; mount the Secret as files, if the application can read them",
    ]
  `);
});
