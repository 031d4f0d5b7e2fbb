import { expect, test } from "vitest";
import { variableUnresolved } from "../../../src/checks/references/variable-unresolved.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const judged = (container: object): string[] => judge(variableUnresolved, documents(workload({ container })));
const variable = (name: string, value: string): object => ({ name, value });

test.for<[string, object]>([
  [
    "a variable above it",
    { env: [variable("HOST", "db"), variable("URL", "http://$(HOST)")], args: ["$(URL) $(HOST)"] },
  ],
  ["what is for a shell", { command: ["sh", "-c", "echo $(date) $(cat /etc/hosts) ${HOME} $HOME"] }],
  ["what is written as text", { args: ["$$(HOST) $$$$(HOST)"] }],
  ["variables of Services", { args: ["$(KUBERNETES_SERVICE_HOST):$(DB_SERVICE_PORT_SQL) $(DB_PORT_5432_TCP_ADDR)"] }],
  [
    "a part of a path",
    { env: [variable("POD", "a")], volumeMounts: [{ name: "v", mountPath: "/v", subPathExpr: "$(POD)" }] },
  ],
  ["what envFrom may bring", { envFrom: [{ configMapRef: { name: "settings" } }], args: ["$(HOST)"] }],
])("passes %s", ([, container]) => {
  expect(judged(container)).toEqual([]);
});

test("finds a variable that is not there, and one that is defined only later", () => {
  const env = [variable("URL", "http://$(HOST)/$(USER_ID)"), variable("HOST", "db")];
  expect(judged({ env, args: ["--at=$(TIME_ZONE)", "$$$(GONE)"], command: ["$(URL)"] })).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].args[0]: $(TIME_ZONE) stays as it is written: container web uses TIME_ZONE, which it does not have; add TIME_ZONE to \`env\`, or write $$(TIME_ZONE) where that text is meant",
      "warning Deployment shop/web spec.template.spec.containers[0].args[1]: $(GONE) stays as it is written: container web uses GONE, which it does not have; add GONE to \`env\`, or write $$(GONE) where that text is meant",
      "warning Deployment shop/web spec.template.spec.containers[0].env[0].value: $(HOST) stays as it is written: container web uses HOST, which is only defined after it; move HOST before it in \`env\`",
      "warning Deployment shop/web spec.template.spec.containers[0].env[0].value: $(USER_ID) stays as it is written: container web uses USER_ID, which it does not have; add USER_ID to \`env\`, or write $$(USER_ID) where that text is meant",
    ]
  `);
});

test("knows what envFrom brings from a ConfigMap that is among the objects", () => {
  const settings = object("v1", "ConfigMap", "settings", { data: { HOST: "db" } });
  const ofMap = (args: string[], more: object[] = []): string[] => {
    const envFrom = [{ prefix: "APP_", configMapRef: { name: "settings" } }, ...more];
    return judge(variableUnresolved, documents(settings, workload({ container: { envFrom, args } })));
  };
  expect(ofMap(["$(APP_HOST)"])).toEqual([]);
  expect(ofMap(["$(HOST)"], [{ secretRef: { name: "more" } }])).toEqual([]);
  expect(ofMap(["$(HOST)"])).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].args[0]: $(HOST) stays as it is written: container web uses HOST, which it does not have; add HOST to \`env\`, or write $$(HOST) where that text is meant",
    ]
  `);
});

test("finds a part of a path, without which there is no container", () => {
  const volumeMounts = [{ name: "v", mountPath: "/v", subPathExpr: "$(POD)" }];
  expect(judged({ volumeMounts })).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].volumeMounts[0].subPathExpr: $(POD) keeps the container from being created: container web uses POD, which it does not have; add POD to \`env\`, or write $$(POD) where that text is meant",
    ]
  `);
});
