// Checked by the compiler alone: each `@ts-expect-error` is an error that authors must get.
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import {
  defineCluster,
  defineEnvironment,
  defineSecret,
  defineService,
  environmentSchema,
  exposure,
  oneOf,
  patch,
  perService,
  publicUrl,
  secretEnv,
  type EnvironmentOf,
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
const values = { id: "dev", environment: "development", cluster, logLevel: "INFO" } as const;
const exposed = { web: { type: "NodePort", nodePort: 30000 } } as const;

defineEnvironment<Environment>({ ...values, frontendUrl: "http://localhost", exposure: exposed });
// @ts-expect-error: frontendUrl is missing
defineEnvironment<Environment>({ ...values, exposure: exposed });
// @ts-expect-error: frontendUrl is misspelt
defineEnvironment<Environment>({ ...values, frontendUrll: "http://localhost", exposure: exposed });
// @ts-expect-error: not a log level
defineEnvironment<Environment>({ ...values, logLevel: "LOUD", frontendUrl: "http://localhost", exposure: exposed });
// @ts-expect-error: a number is no URL
defineEnvironment<Environment>({ ...values, frontendUrl: 3000, exposure: exposed });
// @ts-expect-error: not a service
defineEnvironment<Environment>({ ...values, frontendUrl: "http://localhost", exposure: { wbe: exposed.web } });
// @ts-expect-error: a NodePort needs its port
defineEnvironment<Environment>({ ...values, frontendUrl: "http://a", exposure: { web: { type: "NodePort" } } });
// @ts-expect-error: a cluster needs a target
defineCluster({ id: "one", nodes: [], reserve: { cpu: "1", memory: "2Gi" } });

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
  keys: { TOKEN: { description: "a token", consumers: ["web"] } },
});
secretEnv(secret, "TOKEN", "API_TOKEN");
// @ts-expect-error: a key outside the contract
secretEnv(secret, "TOKNE");
