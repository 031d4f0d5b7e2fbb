/** nginx in front of the services, with its configuration, an Ingress with TLS, and an HPA where it is more than one. */
export const storefront = `import { defineService, expose, protectInProduction, restrictedPod, patch } from "typed-manifests";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import type { BazaarEnvironment } from "../../environments/src/index.ts";

const labels = { app: "storefront" };
const backends = ["basket", "catalog", "checkout", "currency", "offers", "payment", "reviews", "shipping"];
const config = new ConfigMap({ metadata: { name: "storefront", labels } });
const deployment = new Deployment({
  metadata: { name: "storefront", labels },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        securityContext: { runAsUser: 101 },
        containers: [
          {
            name: "nginx",
            image: "bazaar/storefront",
            imagePullPolicy: "IfNotPresent",
            ports: [{ name: "http", containerPort: 8080 }],
            securityContext: { readOnlyRootFilesystem: true },
            resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { cpu: "500m", memory: "128Mi" } },
            livenessProbe: { httpGet: { path: "/healthz", port: "http" }, periodSeconds: 20 },
            readinessProbe: { httpGet: { path: "/healthz", port: "http" } },
            volumeMounts: [
              { name: "config", mountPath: "/etc/nginx/conf.d" },
              { name: "tmp", mountPath: "/tmp" },
            ],
          },
        ],
        volumes: [
          { name: "config", configMap: { name: "storefront" } },
          { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
        ],
      }),
    },
  },
});
const service = new Service({
  metadata: { name: "storefront", labels },
  spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: "http" }] },
});

function nginxConf(shopUrl: string): string {
  return [
    "server {",
    "  listen 8080;",
    \`  server_name \${new URL(shopUrl).hostname};\`,
    "  location = /healthz { return 204; }",
    ...backends.map((name) => \`  location /api/\${name}/ { proxy_pass http://\${name}:8080/; }\`),
    "}",
    "",
  ].join("\\n");
}

function autoscaler(replicas: number): HorizontalPodAutoscaler {
  return new HorizontalPodAutoscaler({
    metadata: { name: "storefront", labels },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "storefront" },
      minReplicas: replicas,
      maxReplicas: replicas * 3,
      metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } }],
    },
  });
}

export default defineService<BazaarEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, { data: { "default.conf": nginxConf(env.shopUrl) } }),
    ...(env.replicas > 1 ? [autoscaler(env.replicas)] : []),
    ...expose(service, env, { exposure: env.exposure.storefront, name: "storefront", labels }),
    ...protectInProduction(deployment, env, {
      labels,
      to: backends.map((app) => ({ podLabels: { app }, port: 8080 })),
    }),
  ],
});
`;

/** A worker: nobody calls it. */
export const mailer = `import { defineService, protectInProduction, restrictedPod, patch, secretEnv } from "typed-manifests";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { mailSecret, type BazaarEnvironment } from "../../environments/src/index.ts";

const labels = { app: "mailer" };
const deployment = new Deployment({
  metadata: { name: "mailer", labels },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        securityContext: { runAsUser: 1000 },
        containers: [
          {
            name: "mailer",
            image: "bazaar/mailer",
            imagePullPolicy: "IfNotPresent",
            env: [{ name: "SMTP_HOST", value: "smtp.example.com" }, secretEnv(mailSecret, "SMTP_PASSWORD")],
            securityContext: { readOnlyRootFilesystem: true },
            resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "100m", memory: "128Mi" } },
            livenessProbe: { exec: { command: ["/mailer", "alive"] }, periodSeconds: 30 },
            readinessProbe: { exec: { command: ["/mailer", "ready"] } },
          },
        ],
      }),
    },
  },
});

export default defineService<BazaarEnvironment>({
  resources: [deployment],
  configure: (env) => [
    patch(deployment, { spec: { replicas: env.replicas } }),
    ...protectInProduction(deployment, env, { labels, to: [{ podLabels: { app: "catalog" }, port: 8080 }, { port: 587 }] }),
  ],
});
`;

/** PostgreSQL with a claim. */
export const database = `import { defineService, restrictedPod, patch, secretEnv } from "typed-manifests";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { Service } from "kubernetes-models/v1/Service";
import { databaseSecret, type BazaarEnvironment } from "../../environments/src/index.ts";

const labels = { app: "database" };
const service = new Service({
  metadata: { name: "database", labels },
  spec: { clusterIP: "None", selector: labels, ports: [{ name: "postgres", port: 5432, targetPort: "postgres" }] },
});
const database = new StatefulSet({
  metadata: { name: "database", labels },
  spec: {
    serviceName: "database",
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        securityContext: { fsGroup: 999, runAsGroup: 999, runAsUser: 999 },
        terminationGracePeriodSeconds: 120,
        containers: [
          {
            name: "postgres",
            image: "postgres",
            imagePullPolicy: "IfNotPresent",
            ports: [{ name: "postgres", containerPort: 5432 }],
            env: [
              secretEnv(databaseSecret, "POSTGRES_PASSWORD"),
              { name: "PGDATA", value: "/var/lib/postgresql/data/pgdata" },
            ],
            securityContext: { readOnlyRootFilesystem: true },
            resources: { requests: { cpu: "250m", memory: "512Mi" }, limits: { cpu: "1", memory: "1Gi" } },
            livenessProbe: { tcpSocket: { port: "postgres" }, periodSeconds: 20 },
            readinessProbe: { exec: { command: ["pg_isready", "-U", "postgres"] } },
            volumeMounts: [
              { name: "data", mountPath: "/var/lib/postgresql/data" },
              { name: "run", mountPath: "/var/run/postgresql" },
            ],
          },
        ],
        volumes: [{ name: "run", emptyDir: {} }],
      }),
    },
    volumeClaimTemplates: [
      { metadata: { name: "data" }, spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } } },
    ],
  },
});
const policy = new NetworkPolicy({
  metadata: { name: "database", labels },
  spec: {
    podSelector: { matchLabels: labels },
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      {
        from: ["catalog", "checkout", "reviews", "report"].map((app) => ({ podSelector: { matchLabels: { app } } })),
        ports: [{ port: 5432 }],
      },
    ],
  },
});

export default defineService<BazaarEnvironment>({
  resources: [service, database],
  configure: (env) => [
    patch(database, {
      spec: {
        volumeClaimTemplates: {
          $whole: [
            {
              metadata: { name: "data" },
              spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: env.databaseSize } } },
            },
          ],
        },
      },
    }),
    ...(env.environment === "production" ? [policy] : []),
  ],
});
`;

/** A CronJob that reads the database. */
export const report = `import { defineService, restrictedPod, patch, secretEnv } from "typed-manifests";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { databaseSecret, type BazaarEnvironment } from "../../environments/src/index.ts";

const labels = { app: "report" };
const job = new CronJob({
  metadata: { name: "report", labels },
  spec: {
    schedule: "0 3 * * *",
    timeZone: "Etc/UTC",
    concurrencyPolicy: "Forbid",
    jobTemplate: {
      spec: {
        backoffLimit: 2,
        activeDeadlineSeconds: 3600,
        ttlSecondsAfterFinished: 86400,
        template: {
          metadata: { labels },
          spec: restrictedPod({
            restartPolicy: "Never",
            securityContext: { runAsUser: 1000 },
            containers: [
              {
                name: "report",
                image: "bazaar/report",
                imagePullPolicy: "IfNotPresent",
                env: [
                  { name: "PGHOST", value: "database" },
                  secretEnv(databaseSecret, "POSTGRES_PASSWORD", "PGPASSWORD"),
                ],
                securityContext: { readOnlyRootFilesystem: true },
                resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "500m", memory: "256Mi" } },
              },
            ],
          }),
        },
      },
    },
  },
});

const policy = new NetworkPolicy({
  metadata: { name: "report", labels },
  spec: {
    podSelector: { matchLabels: labels },
    policyTypes: ["Ingress", "Egress"],
    egress: [
      { ports: [{ port: 53, protocol: "UDP" }, { port: 53, protocol: "TCP" }] },
      { to: [{ podSelector: { matchLabels: { app: "database" } } }], ports: [{ port: 5432 }] },
    ],
  },
});

export default defineService<BazaarEnvironment>({
  resources: [job],
  configure: (env) => [
    patch(job, { spec: { suspend: env.environment === "development" } }),
    ...(env.environment === "production" ? [policy] : []),
  ],
});
`;
