import { describe, expect, test } from "vitest";
import { secretInBrowser } from "../../../src/checks/secrets/secret-in-browser.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { secretOf } from "../../secret-of.ts";

const contracts = [secretOf("app-secrets", { OPENAI_API_KEY: ["web"], VITE_SEED: ["web"] })];
const reads = (variable: string): string =>
  `env: [{ name: ${variable}, valueFrom: { secretKeyRef: { name: app-secrets, key: OPENAI_API_KEY } } }]`;

describe("secret-in-browser", () => {
  test.for([
    workload({ container: reads("OPENAI_API_KEY") }),
    workload({ container: reads("MY_VITE_KEY") }),
    workload({ container: "envFrom: [{ secretRef: { name: app-secrets, prefix: APP_ } }]" }).replace("VITE", "V"),
    object("ConfigMap", "web", "data: { VITE_API_URL: 'https://api.example.com', NEXT_PUBLIC_MAP_TOKEN: pk }") +
      workload({ container: "envFrom: [{ configMapRef: { name: web } }]" }),
    workload({ pod: "volumes: [{ name: a, secret: { secretName: app-secrets } }]" }),
  ])("passes %$", (manifests) => {
    const known = [secretOf("app-secrets", { OPENAI_API_KEY: ["web"] })];
    expect(judge(secretInBrowser, manifests, { contracts: known })).toEqual([]);
  });

  test.for([
    "VITE_X",
    "NEXT_PUBLIC_X",
    "REACT_APP_X",
    "NUXT_PUBLIC_X",
    "PUBLIC_X",
    "GATSBY_X",
    "EXPO_PUBLIC_X",
    "VUE_APP_X",
  ])("finds %s, once", (variable) => {
    expect(judge(secretInBrowser, workload({ container: reads(variable) }), { contracts })).toHaveLength(1);
  });

  test("names the variable, the key and the framework", () => {
    expect(judge(secretInBrowser, workload({ container: reads("VITE_OPENAI_API_KEY") }), { contracts }))
      .toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: VITE_OPENAI_API_KEY reads the key OPENAI_API_KEY of the Secret app-secrets, and Vite writes such variables into the files that browsers load; read it on a server under another name, and change the secret if it was ever built in",
      ]
    `);
  });

  test("finds whole Secrets that become variables, by the prefix or by their own keys", () => {
    const whole =
      "envFrom: [{ prefix: NEXT_PUBLIC_, secretRef: { name: unknown } }, { secretRef: { name: app-secrets } }]";
    expect(judge(secretInBrowser, workload({ container: whole }), { contracts })).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].envFrom[0].secretRef.name: NEXT_PUBLIC_* reads every key of the Secret unknown, and Next.js writes such variables into the files that browsers load; read it on a server under another name, and change the secret if it was ever built in",
        "error Deployment default/web spec.template.spec.containers[0].envFrom[1].secretRef.name: VITE_SEED reads the key VITE_SEED of the Secret app-secrets, and Vite writes such variables into the files that browsers load; read it on a server under another name, and change the secret if it was ever built in",
      ]
    `);
  });

  test("finds a ConfigMap's key that is a contract's, without its value", () => {
    const config = object("ConfigMap", "web", "data: { VITE_OPENAI_API_KEY: hunter2 }");
    const manifests = config + workload({ container: "envFrom: [{ configMapRef: { name: web } }]" });
    expect(judge(secretInBrowser, manifests, { contracts })).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].envFrom[0].configMapRef.name: VITE_OPENAI_API_KEY reads the key VITE_OPENAI_API_KEY of the ConfigMap web, and Vite writes such variables into the files that browsers load; read it on a server under another name, and change the secret if it was ever built in",
      ]
    `);
  });
});
