import {
  byGroup,
  byService,
  formatDot,
  formatFlowchart,
  formatPage,
  formatText,
  formatTopology,
  neighbourhood,
  topologyOf,
} from "@kit/topology";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { object, secrets, service, shop, workload } from "./world.ts";

const topology = topologyOf(shop, secrets);

test("a shop with something of each kind", () => {
  expect(formatText("shop", topology)).toMatchInlineSnapshot(`
    "shop

    Secret keys (made outside)
      → Deployment api  DATABASE_URL, TOKEN

    ConfigMap api-config
      → Deployment api  ALLOWED_ORIGINS, MAIL, NEXT_PUBLIC_API

    ConfigMap gone (missing)
      → Deployment api  host

    ConfigMap page
      → Deployment web  index.html

    PersistentVolumeClaim data-db-N
      → StatefulSet db  5Gi

    PersistentVolumeClaim files
      → Deployment web  1Gi

    HorizontalPodAutoscaler api
      → Deployment api  2 to 5

    PodDisruptionBudget web
      → Deployment web  maxUnavailable 1

    Deployment api
      → Service api-service  app=api
      → outside PostgreSQL  calls: DATABASE_URL
      → outside mail.example.net  calls: MAIL

    Deployment web
      → Service api-service  calls: ALLOWED_ORIGINS, API_URL
      → Service web-service  app=web

    Service lonely

    Service old (missing)
      → Ingress front  shop.example.com/old

    Service web-service
      → Ingress front  shop.example.com/
      → the user  node port 30080

    Ingress front
      → the user  shop.example.com

    the user
      → Service api-service  calls: NEXT_PUBLIC_API
    "
  `);
});

test("the same in whichever order the objects come", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...shop], { minLength: shop.length }), (shuffled) => {
      expect(topologyOf(shuffled, secrets)).toEqual(topology);
    }),
    { numRuns: 50 },
  );
});

describe("fewer things", () => {
  test("by service", () => {
    expect(formatText("shop", byService(topology))).toMatchInlineSnapshot(`
      "shop

      Deployment api
        → outside PostgreSQL  calls: DATABASE_URL
        → outside mail.example.net  calls: MAIL

      Deployment web
        → Ingress front  shop.example.com/
        → the user  node port 30080
        → Deployment api  calls: ALLOWED_ORIGINS, API_URL

      StatefulSet db

      Service lonely

      Service old (missing)
        → Ingress front  shop.example.com/old

      Ingress front
        → the user  shop.example.com

      the user
        → Deployment api  calls: NEXT_PUBLIC_API
      "
    `);
  });

  test("by group", () => {
    const others = [workload("bot"), service("bot", "bot")].map((one) => ({
      ...one,
      metadata: { ...(one["metadata"] as object), labels: { "app.kubernetes.io/part-of": "helpers" } },
    }));
    const calling = workload("caller", { args: ["--to=http://bot.shop.svc:80"] });
    expect(formatText("shop", byGroup(topologyOf([...others, calling])))).toMatchInlineSnapshot(`
      "shop

      shop
        → helpers  calls: args
      "
    `);
  });

  test("around one thing", () => {
    const around = neighbourhood(topology, ["apps/Deployment/shop/web", "apps/Deployment/shop/nobody"], 4);
    expect(around.nodes.map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "/ConfigMap/shop/page",
        "/PersistentVolumeClaim/shop/files",
        "apps/Deployment/shop/web",
        "/Service/shop/api-service",
      ]
    `);
  });
});

describe("formats", () => {
  test("Mermaid", () => {
    expect(formatFlowchart(topology)).toMatchInlineSnapshot(`
      "flowchart LR
        n0[/"Secret<br>keys<br>made outside"/]
        n1[/"ConfigMap<br>api-config"/]
        n2[/"ConfigMap<br>gone<br>missing"/]
        n3[/"ConfigMap<br>page"/]
        n4[("PersistentVolumeClaim<br>data-db-N")]
        n5[("PersistentVolumeClaim<br>files")]
        n6>"HorizontalPodAutoscaler<br>api"]
        n7>"PodDisruptionBudget<br>web"]
        n8["Deployment<br>api"]
        n9["Deployment<br>web"]
        n10["StatefulSet<br>db"]
        n11(["Service<br>api-service"])
        n12(["Service<br>lonely"])
        n13(["Service<br>old<br>missing"])
        n14(["Service<br>web-service"])
        n15{{"Ingress<br>front"}}
        n16((("outside<br>PostgreSQL")))
        n17((("outside<br>mail.example.net")))
        n18(("the user"))
        n1 -->|"ALLOWED_ORIGINS, MAIL, NEXT_PUBLIC_API"| n8
        n2 -->|"host"| n8
        n3 -->|"index.html"| n9
        n4 -->|"5Gi"| n10
        n5 -->|"1Gi"| n9
        n0 -->|"DATABASE_URL, TOKEN"| n8
        n13 -->|"shop.example.com/old"| n15
        n14 -->|"shop.example.com/"| n15
        n14 -->|"node port 30080"| n18
        n8 -->|"app#61;api"| n11
        n8 -->|"calls: DATABASE_URL"| n16
        n8 -->|"calls: MAIL"| n17
        n9 -->|"calls: ALLOWED_ORIGINS, API_URL"| n11
        n9 -->|"app#61;web"| n14
        n6 -.->|"2 to 5"| n8
        n15 -->|"shop.example.com"| n18
        n7 -.->|"maxUnavailable 1"| n9
        n18 -->|"calls: NEXT_PUBLIC_API"| n11
        classDef missing stroke:#d1242f,stroke-width:3px,stroke-dasharray:4
        class n2,n13 missing
        classDef expected stroke-dasharray:4
        class n0 expected
      "
    `);
  });

  test("graphviz", () => {
    expect(formatDot("shop", neighbourhood(topology, ["apps/Deployment/shop/api"], 5))).toMatchInlineSnapshot(`
      "digraph "shop" {
        graph [rankdir=LR, ranksep=0.8, nodesep=0.25];
        node [fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.22,0.08"];
        edge [fontname="Helvetica,Arial,sans-serif", fontsize=9];
        n0 [class="config expected", shape=note, style=dashed, label="Secret\\nkeys\\nmade outside"];
        n1 [class="config here", shape=note, style=solid, label="ConfigMap\\napi-config"];
        n2 [class="config missing", shape=note, style=dashed, label="ConfigMap\\ngone\\nmissing"];
        n3 [class="workload here", shape=box, style=solid, label="Deployment\\napi"];
        n4 [class="service here", shape=oval, style=solid, label="Service\\napi-service"];
        n1 -> n3 [class=reads, label="ALLOWED_ORIGINS, MAIL, NEXT_PUBLIC_API"];
        n2 -> n3 [class=reads, label="host"];
        n0 -> n3 [class=reads, label="DATABASE_URL, TOKEN"];
        n3 -> n4 [class=backs, label="app=api"];
      }
      "
    `);
  });

  test("JSON", () => {
    const small = topologyOf([workload("a"), service("a", "a")]);
    expect(JSON.parse(formatTopology("shop", small))).toEqual({ environment: "shop", ...small });
  });

  test("a page says what is missing", () => {
    const page = formatPage("shop", topologyOf([shop[0]!]));
    expect(page).toMatchInlineSnapshot(`
      "# shop

      4 things, 3 connections. It shows each object.

      \`\`\`mermaid
      flowchart LR
        n0[/"Secret<br>keys<br>missing"/]
        n1[/"ConfigMap<br>api-config<br>missing"/]
        n2[/"ConfigMap<br>gone<br>missing"/]
        n3["Deployment<br>api"]
        n1 --> n3
        n2 -->|"host"| n3
        n0 --> n3
        classDef missing stroke:#d1242f,stroke-width:3px,stroke-dasharray:4
        class n0,n1,n2 missing
      \`\`\`

      Named by something here, and nowhere to be found:

      - Secret shop/keys
      - ConfigMap shop/api-config
      - ConfigMap shop/gone
      "
    `);
  });

  test("a page draws services where there are too many objects, groups where there are too many services", () => {
    expect([10, 400, 600].map((count) => shownOn(formatPage("big", topologyOf(ring(count)))))).toMatchInlineSnapshot(`
      [
        "each object",
        "services: configuration and budgets are left out",
        "groups of services",
      ]
    `);
  });
});

test("names and texts of others are data in each format", () => {
  const hostile = 'a"]; click n0 "javascript:alert(1)" \\N <img src=x> | %% \u001b[31m\n';
  const objects = [
    workload(hostile, { envFrom: [{ configMapRef: { name: hostile } }] }),
    object("ConfigMap", hostile, { data: { [hostile]: "x" } }),
  ];
  const shown = topologyOf(objects);
  expect(formatFlowchart(shown)).toMatchInlineSnapshot(`
    "flowchart LR
      n0[/"ConfigMap<br>a#34;#93;; click n0 #34;javascript:alert(1)#34; #92;N #60;img src#61;x#62; #124; #37;#37; #92;u001b#91;31m#92;n"/]
      n1["Deployment<br>a#34;#93;; click n0 #34;javascript:alert(1)#34; #92;N #60;img src#61;x#62; #124; #37;#37; #92;u001b#91;31m#92;n"]
      n0 -->|"a#34;#93;; click n0 #34;javascript:alert(1)#34; #92;N #60;img src#61;x#62; #124; #37;#37; #92;u001b#91;31m#92;n"| n1
    "
  `);
  expect(formatDot(hostile, shown)).toMatchInlineSnapshot(`
    "digraph "a\\"]; click n0 \\"javascript:alert(1)\\" \\\\N <img src=x> | %%  [31m\\n" {
      graph [rankdir=LR, ranksep=0.8, nodesep=0.25];
      node [fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.22,0.08"];
      edge [fontname="Helvetica,Arial,sans-serif", fontsize=9];
      n0 [class="config here", shape=note, style=solid, label="ConfigMap\\na\\"]; click n0 \\"javascript:alert(1)\\" \\\\N <img src=x> | %%  [31m\\n"];
      n1 [class="workload here", shape=box, style=solid, label="Deployment\\na\\"]; click n0 \\"javascript:alert(1)\\" \\\\N <img src=x> | %%  [31m\\n"];
      n0 -> n1 [class=reads, label="a\\"]; click n0 \\"javascript:alert(1)\\" \\\\N <img src=x> | %%  [31m\\n"];
    }
    "
  `);
  expect(formatText(hostile, shown)).toMatchInlineSnapshot(`
    "a"]; click n0 "javascript:alert(1)" \\N <img src=x> | %% \\u001b[31m\\n

    ConfigMap a"]; click n0 "javascript:alert(1)" \\N <img src=x> | %% \\u001b[31m\\n
      → Deployment a"]; click n0 "javascript:alert(1)" \\N <img src=x> | %% \\u001b[31m\\n  a"]; click n0 "javascript:alert(1)" \\N <img src=x> | %% \\u001b[31m\\n
    "
  `);
  expect(formatPage(hostile, shown)).toMatchInlineSnapshot(`
    "# a"\\]; click n0 "javascript:alert(1)" \\\\N &lt;img src=x&gt; \\| %% \\\\u001b\\[31m\\\\n

    2 things, 1 connection. It shows each object.

    \`\`\`mermaid
    flowchart LR
      n0[/"ConfigMap<br>a#34;#93;; click n0 #34;javascript:alert(1)#34; #92;N #60;img src#61;x#62; #124; #37;#37; #92;u001b#91;31m#92;n"/]
      n1["Deployment<br>a#34;#93;; click n0 #34;javascript:alert(1)#34; #92;N #60;img src#61;x#62; #124; #37;#37; #92;u001b#91;31m#92;n"]
      n0 -->|"a#34;#93;; click n0 #34;javascript:alert(1)#34; #92;N #60;img src#61;x#62; #124; #37;#37; #92;u001b#91;31m#92;n"| n1
    \`\`\`
    "
  `);
});

/** Services that call each other in a ring. */
function ring(count: number) {
  return Array.from({ length: count }, (_, at) => [
    workload(`s${at}`, { env: [{ name: "NEXT", value: `http://s${(at + 1) % count}:80` }] }),
    service(`s${at}`, `s${at}`),
  ]).flat();
}

function shownOn(page: string): string | undefined {
  return /It shows (.*)\./.exec(page)?.[1];
}

test("odd objects are shown as far as they say what they are", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record(
          {
            apiVersion: fc.constant("v1"),
            kind: fc.constantFrom("Service", "Pod", "Ingress"),
            metadata: fc.anything(),
            spec: fc.anything(),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 4 },
      ),
      (objects) => {
        expect(() => topologyOf(objects)).not.toThrow();
      },
    ),
    { numRuns: 200 },
  );
});
