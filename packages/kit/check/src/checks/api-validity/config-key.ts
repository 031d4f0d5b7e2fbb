import { configKeyProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { isKind } from "../../view/index.ts";

export const configKey = objectCheck({
  id: "config-key",
  group: "api-validity",
  severity: "error",
  title: "a ConfigMap or Secret has an invalid key, or has a key twice",
  kinds: ["ConfigMap", "Secret"],
  run: (object, report) => {
    const fields = isKind(object, "ConfigMap") ? (["data", "binaryData"] as const) : (["data", "stringData"] as const);
    const data = object.data as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
    for (const field of fields) {
      for (const key of Object.keys(data[field] ?? {})) {
        const problem = configKeyProblem(key);
        if (problem === undefined) continue;
        const message = `the key ${JSON.stringify(key)} ${problem}`;
        report({ path: [field, key], message, fix: "correct the key" });
      }
    }
    if (!isKind(object, "ConfigMap")) return;
    const { data: texts = {}, binaryData = {} } = object.data;
    for (const key of Object.keys(texts)) {
      if (!Object.hasOwn(binaryData, key)) continue;
      const message = `the key ${JSON.stringify(key)} is in binaryData too`;
      report({ path: ["data", key], message, fix: "remove one of them" });
    }
  },
});
