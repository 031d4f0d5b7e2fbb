// Checked by the compiler alone: each `@ts-expect-error` is an error that authors must get.
import { ValidatingWebhookConfiguration } from "kubernetes-models/admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration";
import { CustomResourceDefinition } from "kubernetes-models/apiextensions.k8s.io/v1/CustomResourceDefinition";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { DaemonSet } from "kubernetes-models/apps/v1/DaemonSet";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { Job } from "kubernetes-models/batch/v1/Job";
import { Role } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import {
  defineCluster,
  defineEnvironment,
  defineSecret,
  defineService,
  type EnvironmentOf,
  disruptionBudget,
  environmentSchema,
  expose,
  exposure,
  externalSecrets,
  fromHelper,
  minLength,
  oneOf,
  patch,
  perService,
  protectInProduction,
  publicUrl,
  sealedSecret,
  secretEnv,
  secretsByHand,
  sopsFile,
  spreadOverNodes,
} from "../src/index.ts";

const config = new ConfigMap({ metadata: { name: "config" }, data: { A: "a" } });
const labels = { app: "web" };
const deployment = new Deployment({
  metadata: { name: "web" },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: "web", image: "web" }] } },
  },
});
const service = new Service({ metadata: { name: "web" }, spec: { ports: [{ port: 80 }] } });
const definition = new CustomResourceDefinition();
const claims = new StatefulSet();
const daemons = new DaemonSet();
const job = new Job();
const cronJob = new CronJob();
const hook = new ValidatingWebhookConfiguration();
const rules = new Role();

// kubernetes-models' own types are alive: under moduleResolution "node" they would silently be `any`.
// @ts-expect-error: a misspelt field
new Deployment({ spec: { replica: 2, selector: {}, template: {} } });
// @ts-expect-error: a number as text
new Deployment({ spec: { replicas: "2", selector: {}, template: {} } });
// @ts-expect-error: a Deployment needs a template
new Deployment({ spec: { selector: {} } });

// What a patch may say.
patch(config, { data: { A: "b", B: null } });
patch(deployment, { spec: { replicas: 3, template: { spec: { containers: [{ name: "web", image: "other" }] } } } });
patch(deployment, { metadata: { labels: { tier: "web" } } });
patch(service, { spec: { type: "NodePort", ports: [{ port: 80, nodePort: 30000 }] } });

// A probe goes, a handler or the source of a variable changes, an entry or a key goes.
patch(deployment, { spec: { template: { spec: { containers: [{ name: "web", livenessProbe: null }] } } } });
patch(deployment, {
  spec: {
    strategy: { type: "Recreate", rollingUpdate: null },
    template: {
      spec: {
        containers: [
          {
            name: "web",
            readinessProbe: { httpGet: null, exec: { command: ["ok"] } },
            env: [{ $remove: { name: "B" } }, { name: "NS", valueFrom: null, value: "x" }],
            ports: [{ $entry: { containerPort: 80 }, containerPort: 90 }],
            volumeMounts: [{ $entry: { mountPath: "/tmp" }, readOnly: true }],
          },
        ],
        initContainers: [{ $remove: { name: "wait" } }],
        volumes: [{ name: "tmp", emptyDir: null, configMap: { name: "config" } }],
        tolerations: { $whole: [{ key: "spot", operator: "Exists" }] },
        imagePullSecrets: [{ $remove: { name: "old" } }, { name: "new" }],
      },
    },
  },
});
patch(service, {
  spec: { ports: [{ $entry: { port: 80 }, port: 90, nodePort: null }, { $remove: { name: "admin" } }] },
});
patch(service, { spec: { ports: { $whole: [{ port: 80 }] } } });
patch(config, { metadata: { finalizers: ["example.com/a", { $remove: "example.com/b" }] } });
patch(definition, { spec: { versions: [{ $entry: { name: "v1" }, deprecated: true }] } });
patch(claims, { spec: { volumeClaimTemplates: { $whole: [{ metadata: { name: "data" } }] } } });
patch(hook, { webhooks: [{ $entry: { name: "a.example.com" }, failurePolicy: "Ignore" }] });
patch(rules, { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] });
const ports = [80, 81].map((port) => ({ port, nodePort: 30000 + port }));
patch(service, { spec: { ports } });

// @ts-expect-error: a misspelt field of an entry
patch(service, { spec: { ports: [{ port: 80, nodeport: 30000 }] } });
// @ts-expect-error: of an entry's change
patch(service, { spec: { ports: [{ $entry: { port: 80 }, prot: 90 }] } });
// @ts-expect-error: of an entry's key
patch(service, { spec: { ports: [{ $entry: { prt: 80 }, port: 90 }] } });
// @ts-expect-error: of the key of what goes
patch(service, { spec: { ports: [{ $remove: { prt: 80 } }] } });
// @ts-expect-error: what goes is not changed
patch(service, { spec: { ports: [{ $remove: { port: 80 }, port: 90 }] } });
// @ts-expect-error: a misspelt word
patch(service, { spec: { ports: [{ $delete: { port: 80 } }] } });
// @ts-expect-error: a number as text in a key
patch(service, { spec: { ports: [{ $entry: { port: "80" }, port: 90 }] } });
// @ts-expect-error: a number as text in a change
patch(service, { spec: { ports: [{ $entry: { port: 80 }, port: "90" }] } });
// @ts-expect-error: an entry without its number
patch(service, { spec: { ports: [{ name: "http" }] } });
// @ts-expect-error: a whole list has whole entries
patch(service, { spec: { ports: { $whole: [{ nodePort: 30000 }] } } });
// @ts-expect-error: a misspelt field in a whole list
patch(service, { spec: { ports: { $whole: [{ port: 80, nodeport: 30000 }] } } });
// @ts-expect-error: a misspelt field two lists deep
patch(deployment, { spec: { template: { spec: { containers: [{ name: "a", env: [{ name: "A", vale: "" }] }] } } } });
// @ts-expect-error: a misspelt field of a probe that changes
patch(deployment, { spec: { template: { spec: { containers: [{ name: "a", livenessProbe: { exce: null } }] } } } });
// @ts-expect-error: a container's name cannot be removed
patch(deployment, { spec: { template: { spec: { containers: [{ name: null }] } } } });
// @ts-expect-error: nor the containers
patch(deployment, { spec: { template: { spec: { containers: null } } } });
// @ts-expect-error: a value of a set has nothing to change
patch(config, { metadata: { finalizers: [{ $entry: "a" }] } });
// @ts-expect-error: nor is it an entry
patch(config, { metadata: { finalizers: [{ $remove: { name: "a" } }] } });
// @ts-expect-error: words are for lists
patch(deployment, { spec: { $remove: { replicas: 2 } } });

// @ts-expect-error: a misspelt field
patch(deployment, { spec: { replica: 3 } });
// @ts-expect-error: a number as text
patch(deployment, { spec: { replicas: "3" } });
// @ts-expect-error: a required field cannot be removed
patch(deployment, { spec: { selector: null } });
// @ts-expect-error: a container without a name
patch(deployment, { spec: { template: { spec: { containers: [{ image: "other" }] } } } });
// @ts-expect-error: a ConfigMap has no spec
patch(config, { spec: {} });
// @ts-expect-error: a ConfigMap's values are strings
patch(config, { data: { A: 1 } });
// @ts-expect-error: the kind cannot change
patch(config, { kind: "Secret" });
// @ts-expect-error: nor the name
patch(config, { metadata: { name: "other" } });
// @ts-expect-error: not one of the types
patch(service, { spec: { type: "nodePort" } });

const schema = environmentSchema({
  frontendUrl: publicUrl(),
  logLevel: oneOf("INFO", "DEBUG"),
  exposure: perService(["web"], exposure()),
});
type Environment = EnvironmentOf<typeof schema>;
const cluster = defineCluster({
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});
const values = { id: "dev", environment: "development", namespace: "dev", cluster, logLevel: "INFO" } as const;
const exposed = { web: { type: "NodePort", nodePort: 30000 } } as const;

defineEnvironment<Environment>({ ...values, frontendUrl: "http://localhost", exposure: exposed });
// @ts-expect-error: frontendUrl is missing
defineEnvironment<Environment>({ ...values, exposure: exposed });
// @ts-expect-error: frontendUrl is misspelt
defineEnvironment<Environment>({ ...values, frontendUrll: "http://localhost", exposure: exposed });
// @ts-expect-error: not a log level
defineEnvironment<Environment>({ ...values, logLevel: "LOUD", frontendUrl: "http://localhost", exposure: exposed });
// @ts-expect-error: a number is not a URL
defineEnvironment<Environment>({ ...values, frontendUrl: 3000, exposure: exposed });
// @ts-expect-error: not a service
defineEnvironment<Environment>({ ...values, frontendUrl: "http://localhost", exposure: { wbe: exposed.web } });
// @ts-expect-error: a NodePort needs its port
defineEnvironment<Environment>({ ...values, frontendUrl: "http://a", exposure: { web: { type: "NodePort" } } });
// @ts-expect-error: a cluster needs a target
defineCluster({ id: "one", nodes: [], reserve: { cpu: "1", memory: "2Gi" } });

fromHelper("own", [patch(config, { data: { A: "b" } })]);
// @ts-expect-error: a helper has a name
fromHelper([patch(config, { data: { A: "b" } })]);

defineService<Environment>({
  resources: [config],
  configure: (env) => [
    patch(config, { data: { URL: env.frontendUrl } }),
    // @ts-expect-error: no such value in the environment
    patch(config, { data: { URL: env.frontendURL } }),
  ],
});
// @ts-expect-error: resources are objects
defineService<Environment>({ resources: [{ kind: "ConfigMap" }] });
// @ts-expect-error: a service needs resources
defineService<Environment>({ configure: () => [] });

const secret = defineSecret({
  name: "secret",
  provider: "team",
  keys: { TOKEN: { description: "a token", consumers: ["web"], value: minLength(20) } },
});
secretEnv(secret, "TOKEN", "API_TOKEN");
defineSecret({ name: "open", provider: "team", keys: { TOKEN: { description: "a token", value: minLength(20) } } });
// @ts-expect-error: a key outside the contract
secretEnv(secret, "TOKNE");

defineCluster({ ...cluster, dns: { namespace: "kube-system", podLabels: { "k8s-app": "kube-dns" } } });
// @ts-expect-error: an ingress controller needs the labels of its pods
defineCluster({ ...cluster, ingressController: { namespace: "traefik" } });

const place = { id: "prod", environment: "production", namespace: "prod", cluster } as const;
const peer = { podLabels: { app: "api" } };
protectInProduction(deployment, place, {
  labels,
  from: [peer, { ...peer, namespace: "shop" }],
  to: [{ ...peer, port: 8000 }, { port: 5432 }, { url: "https://api.example.com" }],
});
for (const workload of [claims, daemons, job, cronJob]) protectInProduction(workload, place, { labels });
protectInProduction(claims, { ...place, asProduction: false }, { labels });
for (const workload of [deployment, claims, job, cronJob]) spreadOverNodes(workload);
for (const workload of [deployment, claims]) disruptionBudget(workload, labels);
// @ts-expect-error: a DaemonSet has a pod on each node
spreadOverNodes(daemons);
// @ts-expect-error: a budget would let no pod of a DaemonSet go
disruptionBudget(daemons, labels);
// @ts-expect-error: nor of a Job
disruptionBudget(job, labels);
// @ts-expect-error: a Service makes no pods
protectInProduction(service, place, { labels });
// @ts-expect-error: nor is its name
protectInProduction("web", place, { labels });
// @ts-expect-error: what it adds has labels
protectInProduction(deployment, place, {});
// @ts-expect-error: misspelt, it would isolate in silence
protectInProduction(deployment, place, { labels, form: [peer] });
// @ts-expect-error: pods are named by podLabels
protectInProduction(deployment, place, { labels, from: [{ app: "api" }] });
// @ts-expect-error: pods of which port?
protectInProduction(deployment, place, { labels, to: [peer] });
// @ts-expect-error: without the pods it would be the port of any host
protectInProduction(deployment, place, { labels, to: [{ namespace: "shop", port: 8000 }] });
// @ts-expect-error: a URL has its port
protectInProduction(deployment, place, { labels, to: [{ url: "https://api.example.com", port: 443 }] });
// @ts-expect-error: a port is a number
protectInProduction(deployment, place, { labels, to: [{ port: "5432" }] });

expose(service, place, { exposure: exposed.web, name: "web", labels });
// @ts-expect-error: how?
expose(service, place, { name: "web", labels });
// @ts-expect-error: whose pods it opens depends on the environment
expose(service, { exposure: exposed.web, name: "web", labels });
// @ts-expect-error: what a valid value looks like is missing
defineSecret({ name: "other", provider: "team", keys: { TOKEN: { description: "a token", consumers: ["web"] } } });

const store = { kind: "ClusterSecretStore", name: "production" } as const;
const local = { ...values, frontendUrl: "http://localhost", exposure: exposed };
defineEnvironment<Environment>({ ...local, secrets: [secret], secretSource: secretsByHand() });
defineEnvironment<Environment>({
  ...local,
  secrets: [secret],
  secretSource: [externalSecrets({ store }), sealedSecret(secret, { TOKEN: "AgB" })],
});
defineEnvironment<Environment>({ ...local, secrets: [secret], secretSource: sopsFile(secret, "secret.enc.yaml") });
// @ts-expect-error: no source
defineEnvironment<Environment>({ ...local, secrets: [secret], secretSource: "by hand" });
// @ts-expect-error: a key is missing
sealedSecret(secret, {});
// @ts-expect-error: a key outside the contract
sealedSecret(secret, { TOKEN: "AgB", PASSWORD: "AgB" });
// @ts-expect-error: a store has a kind
externalSecrets({ store: { name: "production" } });
