// Checked by the compiler alone: each `@ts-expect-error` is an error that authors must get.
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { KubeObject } from "../src/index.ts";
import { configEnv, configMap, patch } from "../src/index.ts";

const known = configMap(
  { metadata: { name: "web-config", labels: { app: "web" } }, data: { PORT: "8000" } },
  { perEnvironment: ["LOG_LEVEL"] },
);
configEnv(known, "PORT");
configEnv(known, "LOG_LEVEL", "LEVEL");
patch(known, { data: { LOG_LEVEL: "INFO", PORT: "9000" } });
patch(known, { metadata: { labels: { tier: "web" } }, immutable: true });
known satisfies KubeObject;
known.data.PORT satisfies string;
// @ts-expect-error: no environment has given it yet
known.data.LOG_LEVEL satisfies string;
// @ts-expect-error: a misspelt key
configEnv(known, "PROT");
// @ts-expect-error: of those that an environment gives
configEnv(known, "LOG_LEVLE");
// @ts-expect-error: in a patch
patch(known, { data: { LOG_LEVLE: "INFO" } });
// @ts-expect-error: what every environment has does not go
patch(known, { data: { PORT: null } });
patch(known, { data: { LOG_LEVEL: null } });
// @ts-expect-error: a value is a text
configMap({ data: { PORT: 8000 } });
// @ts-expect-error: a misspelt field
configMap({ metadata: { name: "web-config" }, dta: { PORT: "8000" } });

const onlyGiven = configMap({ metadata: { name: "web-config" } }, { perEnvironment: ["A", "B"] });
configEnv(onlyGiven, "A");
// @ts-expect-error: no such key
configEnv(onlyGiven, "C");
const empty = configMap({ metadata: { name: "web-config" } });
// @ts-expect-error: it has no key
configEnv(empty, "A");

// Of a plain object nobody knows the keys, so the build tells.
configEnv(new ConfigMap({ metadata: { name: "web-config" }, data: { A: "a" } }), "B");
// @ts-expect-error: a name is no ConfigMap
configEnv("web-config", "B");
