import { loadAll } from "js-yaml";
import { describe, expect, test } from "vitest";
import { formatJson, formatMermaid, formatText, orderOf, orderProblems, type Order } from "../src/index.ts";
import { problemLine } from "../src/report/problem-line.ts";
import { circle, migrated } from "./fixtures.ts";

describe("text", () => {
  test("of an environment with a migration", () => {
    expect(formatText("prod", read(migrated))).toMatchInlineSnapshot(`
      "prod: 8 objects in 4 waves

      wave -2: 2 objects
        Namespace shop
          before     all 7 that are in it
        ExternalSecret shop/database

      wave -1: 2 objects, once wave -2 is healthy
        ConfigMap shop/config
        Job shop/migrate
          waits for  ExternalSecret shop/database: reads the Secret database that it makes, by URL "main"
          after      ConfigMap shop/config: reads it, by envFrom

      wave 0: 2 objects, once wave -1 is healthy
        Service shop/cart
        Deployment shop/cart
          waits for  Job shop/migrate: needs the data as it leaves them
          after      ConfigMap shop/config: reads it, by envFrom
          either way Service shop/cart: answers for it

      PostSync, wave 0: 1 object, once wave 0 is healthy
        Job shop/smoke

      in no sync: 1 object
        Job shop/report
      "
    `);
  });

  test("of objects that wait for each other", () => {
    expect(formatText("dev", read(circle))).toMatchInlineSnapshot(`
      "dev: 3 objects in 1 wave

      wave 0: 3 objects
        Deployment default/web
          waits for  ExternalSecret default/vault-token:
                     reads the Secret vault-token that it makes, by envFrom
        SecretStore default/vault
          waits for  ExternalSecret default/vault-token:
                     signs in with the Secret vault-token that it makes
        ExternalSecret default/vault-token
          after      SecretStore default/vault: reads from it

      wrong
        objects wait for each other: ExternalSecret default/vault-token → SecretStore default/vault (signs in with the Secret vault-token that it makes) → ExternalSecret default/vault-token (reads from it); break the circle: let one of them do without the other
      "
    `);
  });

  test("of nothing", () => {
    expect(formatText("dev", read(""))).toBe("dev: 0 objects in 0 waves\n");
  });
});

test("Mermaid", () => {
  expect(formatMermaid("stall/prod", read(migrated))).toMatchInlineSnapshot(`
    "---
    title: stall/prod
    ---
    flowchart TD
      subgraph w0["wave -2"]
        n0["Namespace<br>shop"]
        n1["ExternalSecret<br>database"]
      end
      subgraph w1["wave -1"]
        n2["ConfigMap<br>config"]
        n3["Job<br>migrate"]
      end
      subgraph w2["wave 0"]
        n4["Service<br>cart"]
        n5["Deployment<br>cart"]
      end
      subgraph w3["PostSync, wave 0"]
        n6["Job<br>smoke"]
      end
      subgraph w4["in no sync"]
        n7["Job<br>report"]
      end
      n0 -->|"are in it"| w1
      n0 -->|"are in it"| w2
      n0 -->|"are in it"| w4
      n0 -->|"are in it"| w3
      n2 -->|"reads it, by envFrom"| n5
      n2 -->|"reads it, by envFrom"| n3
      n0 -->|"is in it"| n1
      n4 -.->|"answers for it"| n5
      n3 ==>|"needs the data as it leaves them"| n5
      n1 ==>|"reads the Secret database that it makes, by URL #34;main#34;"| n3
    "
  `);
});

test("JSON", () => {
  expect(JSON.parse(formatJson("dev", read(circle)))).toMatchInlineSnapshot(`
    {
      "edges": [
        {
          "after": "apps/Deployment/default/web",
          "before": "external-secrets.io/ExternalSecret/default/vault-token",
          "reason": "reads the Secret vault-token that it makes, by envFrom",
          "strength": "ready",
        },
        {
          "after": "external-secrets.io/SecretStore/default/vault",
          "before": "external-secrets.io/ExternalSecret/default/vault-token",
          "reason": "signs in with the Secret vault-token that it makes",
          "strength": "ready",
        },
        {
          "after": "external-secrets.io/ExternalSecret/default/vault-token",
          "before": "external-secrets.io/SecretStore/default/vault",
          "reason": "reads from it",
          "strength": "exists",
        },
      ],
      "environment": "dev",
      "problems": [
        "objects wait for each other: ExternalSecret default/vault-token → SecretStore default/vault (signs in with the Secret vault-token that it makes) → ExternalSecret default/vault-token (reads from it); break the circle: let one of them do without the other",
      ],
      "waves": [
        {
          "objects": [
            {
              "group": "apps",
              "id": "apps/Deployment/default/web",
              "kind": "Deployment",
              "name": "web",
              "namespace": "default",
            },
            {
              "group": "external-secrets.io",
              "id": "external-secrets.io/SecretStore/default/vault",
              "kind": "SecretStore",
              "name": "vault",
              "namespace": "default",
            },
            {
              "group": "external-secrets.io",
              "id": "external-secrets.io/ExternalSecret/default/vault-token",
              "kind": "ExternalSecret",
              "name": "vault-token",
              "namespace": "default",
            },
          ],
          "phase": "Sync",
          "wave": 0,
        },
      ],
    }
  `);
});

test("everything that is wrong", () => {
  const wrong = migrated
    .replace('wave: "-2" } } }', "wave: soon } } }")
    .replace("hook: Sync,", "hook: PreSync,")
    .replace("{ app: cart, app", "{ app: other, app");
  expect(orderProblems(read(wrong)).map(problemLine)).toMatchInlineSnapshot(`
    [
      "Job shop/migrate: its phase PreSync is over when ConfigMap shop/config is applied, and it reads it, by envFrom; make it a hook of the phase Sync, as migration(…) does",
      "Job shop/migrate: its phase PreSync is over when ExternalSecret shop/database is applied, and it reads the Secret database that it makes, by URL "main"; make it a hook of the phase Sync, as migration(…) does",
      "Namespace shop: the wave "soon" is not a whole number, and Argo CD takes it for 0; write a whole number as text, such as "-1", or remove the annotation argocd.argoproj.io/sync-wave",
      "Namespace shop: wave 0 is too late for ExternalSecret shop/database in wave -2, which is in it; write the annotation \`argocd.argoproj.io/sync-wave: "-2"\`",
      "Job shop/migrate: no workload waits for this migration: no pods of its namespace have its label app.kubernetes.io/name or app; give the Job the label of its app's pods",
    ]
  `);
});

function read(manifests: string): Order {
  return orderOf(loadAll(manifests.replaceAll(/^ +---$/gm, "---")));
}
