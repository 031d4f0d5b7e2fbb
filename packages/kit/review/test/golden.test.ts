import { describe, expect, test } from "vitest";
import { formatText } from "../src/index.ts";
import { add, remove, rename, replace, reviewOf, shown, textOfReview } from "./edits.ts";

const backend = "18-deployment-backend.yaml";
const web = "18-deployment-web.yaml";
const config = "10-configmap-backend-config.yaml";
const service = "13-service-backend-service.yaml";
const policy = "50-networkpolicy-backend-network-policy.yaml";

test("nothing", () => {
  expect(textOfReview("prod", [])).toMatchInlineSnapshot(`
    "nothing changes from main to the working tree
    "
  `);
});

describe("pods", () => {
  test("an image by a bot", () => {
    const overlay = { file: "overlays/prod/kustomization.yaml", changed: false, images: ["shop-api"] };
    const edit = replace(backend, "shop-api:1.0.0", "shop-api:1.1.0");
    expect(textOfReview("prod", [edit], overlay)).toMatchInlineSnapshot(`
      "prod: 1 changed

        routine Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml, by overlays/prod/kustomization.yaml
          routine image-tag: backend runs 1.1.0 instead of 1.0.0
            → rolls 2 pods of backend  docs/risks/image-tag.md
          ~ spec.template.spec.containers[name=backend].image: shop-api:1.0.0 → shop-api:1.1.0

      1 changed: 1 routine (from main to the working tree)
      "
    `);
  });

  test("an image pinned by its digest", () => {
    const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
    const edit = replace(backend, "shop-api:1.0.0", `shop-api:1.0.0@${digest}`);
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        routine Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          routine image-tag: backend runs 1.0.0@sha256:0123456789ab instead of 1.0.0
            → rolls 2 pods of backend  docs/risks/image-tag.md
          ~ spec.template.spec.containers[name=backend].image: shop-api:1.0.0 → shop-api:1.0.0@sha256:<digest>

      1 changed: 1 routine (from main to the working tree)
      "
    `);
  });

  test("an image of the next major version", () => {
    const edit = replace(backend, "shop-api:1.0.0", "shop-api:2.0.0");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          caution image-major: the major version of backend goes up from 1.0.0 to 2.0.0: it may break what it promised
            → rolls 2 pods of backend  docs/risks/image-major.md
          ~ spec.template.spec.containers[name=backend].image: shop-api:1.0.0 → shop-api:2.0.0

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("an image from another registry", () => {
    const edit = replace(backend, "shop-api:1.0.0", "registry.example.com:5000/shop-api:1.0.0");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          caution image-registry: the image of backend was docker.io/library/shop-api, and is registry.example.com:5000/shop-api
            → rolls 2 pods of backend  docs/risks/image-registry.md
          ~ spec.template.spec.containers[name=backend].image: shop-api:1.0.0 → registry.example.com:5000/shop-api:1.0.0

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a new variable, with the checksum that follows", () => {
    const edits = [
      replace(config, "  LOG_LEVEL: INFO\n", "  LOG_LEVEL: INFO\n  SESSION_TTL: 1h\n"),
      replace(backend, "checksum/config: ", "checksum/config: more-"),
    ];
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 2 changed

        unclassified ConfigMap shop/backend-config  backend reads it, and rolls
          10-configmap-backend-config.yaml
          + data.SESSION_TTL: 1h

        routine Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          routine checksum: what the pods read at their start differs
            → rolls 2 pods of backend  docs/risks/checksum.md
          ~ spec.template.metadata.annotations["checksum/config"]:
          -   …
          +   more-2c55d61272c1c80dabe5…

      2 changed: 1 unclassified, 1 routine (from main to the working tree)
      "
    `);
  });

  test("a new variable from a Secret", () => {
    const variable = [
      "        - name: SMTP_PASSWORD",
      "          valueFrom:",
      "            secretKeyRef:",
      "              key: SMTP_PASSWORD",
      "              name: app-secrets",
      "        envFrom:",
    ].join("\n");
    expect(textOfReview("prod", [replace(backend, "        envFrom:", variable)])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          caution secret-needed: Deployment backend needs the secret key app-secrets/SMTP_PASSWORD, and nothing here makes it
            → ExternalSecret app-secrets must have made the secret key app-secrets/SMTP_PASSWORD first  docs/risks/secret-needed.md
          + spec.template.spec.containers[name=backend].env[name=SMTP_PASSWORD]:
          +   name: SMTP_PASSWORD
          +   valueFrom:
          +     secretKeyRef:
          +       key: SMTP_PASSWORD
          +       name: app-secrets

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a variable that goes", () => {
    const variable = /        - name: OPENAI_API_KEY\n(?: {10,}.*\n)+/.exec(textOfFile())![0];
    expect(textOfReview("prod", [replace(backend, variable, "")])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          caution variable-removed: the container backend does not get the variable OPENAI_API_KEY any more
            → rolls 2 pods of backend  docs/risks/variable-removed.md
          - spec.template.spec.containers[name=backend].env[name=OPENAI_API_KEY]:
          -   name: OPENAI_API_KEY
          -   valueFrom:
          -     secretKeyRef:
          -       key: OPENAI_API_KEY
          -       name: app-secrets

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("bigger limits", () => {
    const edit = replace(backend, "memory: 512Mi", "memory: 1Gi");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        routine Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          routine pods-anew: its pods have another containers[name=backend].resources.limits.memory
            → rolls 2 pods of backend  docs/risks/pods-anew.md
          ~ spec.template.spec.containers[name=backend].resources.limits.memory: 512Mi → 1Gi

      1 changed: 1 routine (from main to the working tree)
      "
    `);
  });

  test("smaller limits", () => {
    const edits = [replace(backend, "memory: 512Mi", "memory: 300Mi"), replace(backend, "cpu: 500m", "cpu: 400m")];
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          caution limit-lowered: the cpu limit of backend goes down from 500m to 400m
            → backend is throttled where it takes more  docs/risks/limit-lowered.md
          caution limit-lowered: the memory limit of backend goes down from 512Mi to 300Mi
            → backend is killed where it takes more  docs/risks/limit-lowered.md
          ~ spec.template.spec.containers[name=backend].resources.limits.cpu: 500m → 400m
          ~ spec.template.spec.containers[name=backend].resources.limits.memory: 512Mi → 300Mi

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("the same limits, written in another way", () => {
    const edits = [replace(backend, "memory: 512Mi", "memory: 0.5Gi"), replace(backend, "cpu: 500m", "cpu: '0.5'")];
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 1 changed

        routine Deployment shop/backend  restarts nothing
          18-deployment-backend.yaml
          routine equal-value: the API server reads both as the same
            → restarts nothing  docs/risks/equal-value.md
          ~ spec.template.spec.containers[name=backend].resources.limits.cpu: 500m → "0.5" (the same amount)
          ~ spec.template.spec.containers[name=backend].resources.limits.memory: 512Mi → 0.5Gi (the same amount)

      1 changed: 1 routine (from main to the working tree)
      "
    `);
  });

  test("variables in another order", () => {
    const [first, second] = ["DATABASE_URL", "SESSION_SECRET"];
    const edits = [
      replace(backend, first, "first"),
      replace(backend, second, first),
      replace(backend, "first", second),
    ];
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 1 changed

        routine Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          routine pod-order: it means the same, and the controller sees a different template
            → rolls 2 pods of backend  docs/risks/pod-order.md
          ~ spec.template.spec.containers[name=backend].env[name=SESSION_SECRET]: moved from 1 to 0

      1 changed: 1 routine (from main to the working tree)
      "
    `);
  });

  test("a probe that goes", () => {
    const probe = /        readinessProbe:\n(?: {10,}.*\n)+/.exec(textOfFile())![0];
    expect(textOfReview("prod", [replace(backend, probe, "")])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          caution probe-removed: the container backend has no readinessProbe any more
            → backend gets traffic before it can serve it  docs/risks/probe-removed.md
          - spec.template.spec.containers[name=backend].readinessProbe:
          -   failureThreshold: 3
          -   httpGet:
          -     path: /ready
          -     port: 8000
          -   initialDelaySeconds: 5
          -   periodSeconds: 10
          -   timeoutSeconds: 3

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a second container", () => {
    const sidecar = "      - image: proxy:1.2.3\n        name: proxy\n      enableServiceLinks: false\n";
    const edit = replace(backend, "      enableServiceLinks: false\n", sidecar);
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        routine Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          routine pods-anew: its pods have another containers[name=proxy]
            → rolls 2 pods of backend  docs/risks/pods-anew.md
          + spec.template.spec.containers[name=proxy]: {"image":"proxy:1.2.3","name":"proxy"}

      1 changed: 1 routine (from main to the working tree)
      "
    `);
  });

  test("a weaker security context", () => {
    const edits = [
      replace(backend, "allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true"),
      replace(backend, "runAsNonRoot: true", "runAsNonRoot: false"),
      replace(backend, "            drop:\n            - ALL\n", "            add:\n            - NET_ADMIN\n"),
    ];
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  rolls 2 pods of backend
          18-deployment-backend.yaml
          caution security-weakened: runAsNonRoot of the pod was true, and is false; allowPrivilegeEscalation of backend was false, and is true; backend gets the capability NET_ADMIN; backend does not drop the capability ALL any more
            → rolls 2 pods of backend  docs/risks/security-weakened.md
          ~ spec.template.spec.containers[name=backend].securityContext.allowPrivilegeEscalation: false → true
          - spec.template.spec.containers[name=backend].securityContext.capabilities.drop: ["ALL"]
          + spec.template.spec.containers[name=backend].securityContext.capabilities.add: ["NET_ADMIN"]
          ~ spec.template.spec.securityContext.runAsNonRoot: true → false

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });
});

describe("workloads", () => {
  test("fewer replicas", () => {
    expect(textOfReview("prod", [replace(backend, "replicas: 2", "replicas: 1")])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  stops 1 pod of backend
          18-deployment-backend.yaml
          caution replicas-lowered: the replicas go down from 2 to 1
            → stops 1 pod of backend  docs/risks/replicas-lowered.md
          ~ spec.replicas: 2 → 1

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("no replicas", () => {
    expect(textOfReview("prod", [replace(backend, "replicas: 2", "replicas: 0")])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  stops 2 pods of backend
          18-deployment-backend.yaml
          caution replicas-lowered: the replicas go down from 2 to 0
            → nothing of backend runs any more  docs/risks/replicas-lowered.md
          ~ spec.replicas: 2 → 0

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("recreating instead of rolling", () => {
    const rolling = "    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0\n    type: RollingUpdate\n";
    expect(textOfReview("prod", [replace(backend, rolling, "    type: Recreate\n")])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Deployment shop/backend  restarts nothing
          18-deployment-backend.yaml
          caution rollout-strategy: the strategy was RollingUpdate, and is Recreate
            → every rollout of backend stops all its pods first  docs/risks/rollout-strategy.md
          - spec.strategy.rollingUpdate: {"maxSurge":1,"maxUnavailable":0}
          ~ spec.strategy.type: RollingUpdate → Recreate

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("another selector", () => {
    const edit = replace(
      backend,
      "    matchLabels:\n      app: backend\n  strategy",
      "    matchLabels:\n      app: backend\n      tier: api\n  strategy",
    );
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        breaks Deployment shop/backend  restarts nothing
          18-deployment-backend.yaml
          breaks immutable-field: spec.selector.matchLabels.tier of a Deployment cannot be changed in place
            → must be deleted and recreated  docs/risks/immutable-field.md
          + spec.selector.matchLabels.tier: api

      1 changed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("other labels of the pods, which a Service selects by", () => {
    const edit = replace(backend, "      labels:\n        app: backend\n", "      labels:\n        app: api\n");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        breaks Deployment shop/backend  nothing happens to it: the API server refuses the change
          18-deployment-backend.yaml
          breaks endpoints-lost: no pod here answers on the port 8000 (http) of the Service backend-service any more
            → connections to it are refused  docs/risks/endpoints-lost.md
          breaks immutable-field: the labels of the pods do not fit the workload's own selector, which cannot be changed
            → the API server refuses it  docs/risks/immutable-field.md
          breaks pods-unselected: the labels of the pods do not fit the selector of the Service backend-service any more
            → backend-service sends nothing to backend  docs/risks/pods-unselected.md
          ~ spec.template.metadata.labels.app: backend → api

      1 changed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("a label that follows the image", () => {
    const edits = [
      replace("18-deployment-shop-api.yaml", "shop-api:1.0.0", "shop-api:1.0.1"),
      replace("18-deployment-shop-api.yaml", "app.kubernetes.io/version: 1.0.0", "app.kubernetes.io/version: 1.0.1"),
    ];
    const overlay = { file: "overlays/stall/prod/kustomization.yaml", changed: false, images: ["shop-api"] };
    expect(textOfReview("stall/prod", edits, overlay)).toMatchInlineSnapshot(`
      "stall/prod: 1 changed

        routine Deployment stall/shop-api  rolls 2 pods of shop-api
          18-deployment-shop-api.yaml, by overlays/stall/prod/kustomization.yaml
          routine image-tag: shop-api runs 1.0.1 instead of 1.0.0
            → rolls 2 pods of shop-api  docs/risks/image-tag.md
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.0.1
          ~ spec.template.spec.containers[name=shop-api].image: shop-api:1.0.0 → shop-api:1.0.1

      1 changed: 1 routine (from main to the working tree)
      "
    `);
  });

  test("a Deployment that goes, and what it leaves behind", () => {
    expect(shown(formatText(reviewOf("prod", [remove(web)]), false))).toMatchInlineSnapshot(`
      "prod: 1 removed

        breaks Deployment shop/web (removed)  stops 2 pods of web
          18-deployment-web.yaml
          breaks endpoints-lost: no pod here answers on the port 3000 (http) of the Service web-service any more
            → connections to it are refused  docs/risks/endpoints-lost.md
          caution removed-workload: the Deployment web is not deployed any more, and web-service has none of its pods
            → stops 2 pods of web  docs/risks/removed-workload.md
          - apiVersion: apps/v1
          - kind: Deployment
          - metadata:
          -   labels:
          -     app: web
          -     phase: iv
          -     tier: frontend
          -   name: web
          -   namespace: shop
          - spec:
          -   replicas: 2
          -   selector:
            … 70 more lines (--all shows them)

      1 removed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("a Deployment that is a StatefulSet now", () => {
    const edits = [
      rename(backend, "19-statefulset-backend.yaml", "kind: Deployment", "kind: StatefulSet"),
      replace(
        "19-statefulset-backend.yaml",
        "  strategy:\n    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0\n    type: RollingUpdate\n",
        "  serviceName: backend-service\n",
      ),
    ];
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 1 renamed

        caution Deployment shop/backend → StatefulSet shop/backend  the old one is deleted, and a new one is made
          19-statefulset-backend.yaml
          caution renamed: to the cluster Deployment shop/backend is removed, and this is a new object
            → for a while there may be none, or both  docs/risks/renamed.md
          ~ kind: Deployment → StatefulSet
          - spec.strategy:
          -   rollingUpdate:
          -     maxSurge: 1
          -     maxUnavailable: 0
          -   type: RollingUpdate
          + spec.serviceName: backend-service

      1 renamed: 1 caution (from main to the working tree)
      "
    `);
  });
});

describe("configuration", () => {
  test("another value, without a new checksum", () => {
    expect(textOfReview("prod", [replace(config, "LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG")])).toMatchInlineSnapshot(`
      "prod: 1 changed

        unclassified ConfigMap shop/backend-config  backend reads it when it starts, and is not restarted: it keeps the old values
          10-configmap-backend-config.yaml
          ~ data.LOG_LEVEL: INFO → DEBUG

      1 changed: 1 unclassified (from main to the working tree)
      "
    `);
  });

  test("a key that goes", () => {
    expect(textOfReview("prod", [replace(config, "  LOG_LEVEL: INFO\n", "")])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution ConfigMap shop/backend-config  backend reads it when it starts, and is not restarted: it keeps the old values
          10-configmap-backend-config.yaml
          caution config-key-removed: the key LOG_LEVEL is gone, and Deployment shop/backend reads all keys
            → backend reads it when it starts, and is not restarted: it keeps the old values  docs/risks/config-key-removed.md
          - data.LOG_LEVEL: INFO

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a key that goes and is asked for by its name", () => {
    const file = "10-configmap-shop-api-config.yaml";
    expect(textOfReview("stall/prod", [replace(file, "  cors-origins: https://shop.example.com\n", "")]))
      .toMatchInlineSnapshot(`
      "stall/prod: 1 changed

        breaks ConfigMap stall/shop-api-config  shop-api reads it when it starts, and is not restarted: it keeps the old values
          10-configmap-shop-api-config.yaml
          breaks missing-key: the key cors-origins is gone, and Deployment stall/shop-api asks for it
            → pods of Deployment stall/shop-api do not start any more  docs/risks/missing-key.md
          ~ data: {"cors-origins":"https://shop.example.com"} → null

      1 changed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("a ConfigMap that goes", () => {
    expect(textOfReview("prod", [remove(config)])).toMatchInlineSnapshot(`
      "prod: 1 removed

        breaks ConfigMap shop/backend-config (removed)  restarts nothing
          10-configmap-backend-config.yaml
          breaks removed-reference: there is no ConfigMap backend-config any more, and Deployment shop/backend refers to it
            → Deployment shop/backend does not work without it: change it first  docs/risks/removed-reference.md
          - apiVersion: v1
          - data:
          -   ALLOWED_ORIGINS: https://shop.example.com,https://chat.shop.example.com
          -   ENVIRONMENT: production
          -   FRONTEND_URL: https://shop.example.com
          -   LOG_LEVEL: INFO
          - kind: ConfigMap
          - metadata:
          -   labels:
          -     app: backend
          -   name: backend-config
          -   namespace: shop

      1 removed: 1 breaks (from main to the working tree)
      "
    `);
  });
});

describe("what is served", () => {
  test("a renamed Service", () => {
    const edit = rename(service, "13-service-api.yaml", "name: backend-service", "name: api");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 renamed

        breaks Service shop/backend-service → Service shop/api  the old one is deleted, and a new one is made
          13-service-api.yaml
          breaks service-name: there is no Service backend-service any more, and Ingress shop/backend-ingress refers to it
            → its address does not resolve: change what uses it first  docs/risks/service-name.md
          caution renamed: to the cluster Service shop/backend-service is removed, and this is a new object
            → for a while there may be none, or both  docs/risks/renamed.md
          ~ metadata.name: backend-service → api

      1 renamed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("a Service with another port, whose address a ConfigMap has", () => {
    expect(textOfReview("dev", [replace(service, "port: 8000", "port: 9000")])).toMatchInlineSnapshot(`
      "dev: 1 changed

        breaks Service default/backend-service  restarts nothing
          13-service-backend-service.yaml
          breaks service-port: the port 8000 is gone, and ConfigMap default/chat-config has the address backend-service:8000; the port 8000 is gone, and ConfigMap default/web-config has the address backend-service:8000
            → connections are refused: change what uses it first  docs/risks/service-port.md
          ~ spec.ports[port=8000].port: 8000 → 9000

      1 changed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("a Service that selects nothing", () => {
    const edit = replace(service, "  selector:\n    app: backend", "  selector:\n    app: api");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        breaks Service shop/backend-service  restarts nothing
          13-service-backend-service.yaml
          breaks endpoints-lost: no pod here answers on the port 8000 (http) of the Service backend-service any more
            → connections to it are refused  docs/risks/endpoints-lost.md
          caution service-selector: the selector was app=backend, and is app=api
            → its traffic goes to no pod of this environment  docs/risks/service-selector.md
          ~ spec.selector.app: backend → api

      1 changed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("a NodePort that moves", () => {
    const edit = replace("13-service-web-service.yaml", "nodePort: 30000", "nodePort: 30080");
    expect(textOfReview("dev", [edit])).toMatchInlineSnapshot(`
      "dev: 1 changed

        caution Service default/web-service  restarts nothing
          13-service-web-service.yaml
          caution node-port: the NodePort 30000 is gone
            → who uses it is refused  docs/risks/node-port.md
          caution node-port: the NodePort 30080 is new
            → every node answers there, if no other Service has it  docs/risks/node-port.md
          ~ spec.ports[port=3000].nodePort: 30000 → 30080

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("another host, with its certificate", () => {
    const edits = [
      replace("50-ingress-web-ingress.yaml", "shop.example.com", "tasks.example.com"),
      replace("50-ingress-web-ingress.yaml", "shop-example-com-tls", "tasks-example-com-tls"),
    ];
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Ingress shop/web-ingress  restarts nothing
          50-ingress-web-ingress.yaml
          caution ingress-host: shop.example.com / is gone
            → who uses it finds nothing there  docs/risks/ingress-host.md
          caution ingress-host: tasks.example.com / is new
            → needs a name in the DNS, and a certificate where it has TLS  docs/risks/ingress-host.md
          caution ingress-tls: TLS was shop-example-com-tls for shop.example.com, and is tasks-example-com-tls for tasks.example.com
            → the Secret with the certificate must be there  docs/risks/ingress-tls.md
          caution secret-needed: Ingress web-ingress needs the secret tasks-example-com-tls, and nothing here makes it
            → create the secret tasks-example-com-tls first  docs/risks/secret-needed.md
          ~ spec.rules[0].host: shop.example.com → tasks.example.com
          - spec.tls[0].hosts[]: shop.example.com
          + spec.tls[0].hosts[]: tasks.example.com
          ~ spec.tls[0].secretName: shop-example-com-tls → tasks-example-com-tls

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a NetworkPolicy that lets in more", () => {
    const edit = replace(
      policy,
      "    - podSelector:\n        matchLabels:\n          app: web\n",
      "    - podSelector: {}\n",
    );
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution NetworkPolicy shop/backend-network-policy  restarts nothing
          50-networkpolicy-backend-network-policy.yaml
          caution network-widened: backend may be reached on TCP 8000 from other pods; TCP 8000 from pods app.kubernetes.io/name=traefik
            → holds at once, also for pods that run  docs/risks/network-widened.md
          - spec.ingress[0].from[0].podSelector.matchLabels: {"app":"web"}

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a NetworkPolicy whose rules are in another order", () => {
    const edit = replace(
      policy,
      "    - port: 53\n      protocol: UDP\n    - port: 53\n      protocol: TCP\n",
      "    - port: 53\n      protocol: TCP\n    - port: 53\n      protocol: UDP\n",
    );
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "nothing changes from main to the working tree
      "
    `);
  });
});

describe("the whole environment", () => {
  test("a Namespace that enforces less", () => {
    const edit = replace("00-namespace-shop.yaml", "enforce: restricted", "enforce: baseline");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        caution Namespace shop  restarts nothing
          00-namespace-shop.yaml
          caution security-weakened: Pod Security enforced restricted, and enforces baseline
            → restarts nothing  docs/risks/security-weakened.md
          ~ metadata.labels["pod-security.kubernetes.io/enforce"]: restricted → baseline

      1 changed: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a Namespace that goes", () => {
    expect(textOfReview("prod", [remove("00-namespace-shop.yaml")])).toMatchInlineSnapshot(`
      "prod: 1 removed

        breaks Namespace shop (removed)  restarts nothing
          00-namespace-shop.yaml
          breaks removed-namespace: everything in it is deleted with it, also what is not in this repository
            → is deleted with everything in it  docs/risks/removed-namespace.md
          - apiVersion: v1
          - kind: Namespace
          - metadata:
          -   annotations:
          -     argocd.argoproj.io/sync-options: Prune=false,Delete=false
          -     argocd.argoproj.io/sync-wave: '-1'
          -     kustomize.toolkit.fluxcd.io/prune: disabled
          -   labels:
          -     pod-security.kubernetes.io/enforce: restricted
          -   name: shop

      1 removed: 1 breaks (from main to the working tree)
      "
    `);
  });

  test("another namespace for two objects", () => {
    const edits = [config, service].map((file) => replace(file, "namespace: shop", "namespace: tasks"));
    expect(textOfReview("prod", edits)).toMatchInlineSnapshot(`
      "prod: 2 renamed

        breaks ConfigMap shop/backend-config → ConfigMap tasks/backend-config  the old one is deleted, and a new one is made; backend reads it when it starts, and is not restarted: it keeps the old values
          10-configmap-backend-config.yaml
          breaks removed-reference: there is no ConfigMap backend-config any more, and Deployment shop/backend refers to it
            → Deployment shop/backend does not work without it: change it first  docs/risks/removed-reference.md
          caution renamed: to the cluster ConfigMap shop/backend-config is removed, and this is a new object
            → for a while there may be none, or both  docs/risks/renamed.md
          ~ metadata.namespace: shop → tasks

        breaks Service shop/backend-service → Service tasks/backend-service  the old one is deleted, and a new one is made
          13-service-backend-service.yaml
          breaks service-name: there is no Service backend-service any more, and Ingress shop/backend-ingress refers to it
            → its address does not resolve: change what uses it first  docs/risks/service-name.md
          caution renamed: to the cluster Service shop/backend-service is removed, and this is a new object
            → for a while there may be none, or both  docs/risks/renamed.md
          ~ metadata.namespace: shop → tasks

      2 renamed: 2 breaks (from main to the working tree)
      "
    `);
  });

  test("a role for somebody", () => {
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: shop
rules:
- apiGroups: [""]
  resources: [pods, secrets]
  verbs: [get, list]
`;
    expect(textOfReview("prod", [add("07-role-reader.yaml", role)])).toMatchInlineSnapshot(`
      "prod: 1 added

        caution Role shop/reader (added)  restarts nothing
          07-role-reader.yaml
          caution access-widened: whoever is bound to Role reader may now get, list pods; get, list secrets
            → may do it at once  docs/risks/access-widened.md
          + apiVersion: rbac.authorization.k8s.io/v1
          + kind: Role
          + metadata:
          +   name: reader
          +   namespace: shop
          + rules:
          +   - apiGroups:
          +       - ''
          +     resources:
          +       - pods
          +       - secrets
          +     verbs:
          +       - get
          +       - list

      1 added: 1 caution (from main to the working tree)
      "
    `);
  });

  test("a Secret that another store has", () => {
    const edit = replace("50-externalsecret-app-secrets.yaml", "name: production", "name: vault");
    expect(textOfReview("prod", [edit])).toMatchInlineSnapshot(`
      "prod: 1 changed

        unclassified ExternalSecret shop/app-secrets  restarts nothing
          50-externalsecret-app-secrets.yaml
          ~ spec.secretStoreRef.name: production → vault

      1 changed: 1 unclassified (from main to the working tree)
      "
    `);
  });
});

function textOfFile(): string {
  let text = "";
  textOfReview("prod", [(files) => void (text = files.get(backend)!)]);
  return text;
}
