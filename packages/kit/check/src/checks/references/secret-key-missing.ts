import { configReferences } from "../../config-references.ts";
import { environmentCheck } from "../../define-check.ts";
import { knownSecrets } from "../../known-secrets.ts";
import { orNearest } from "../../suggest.ts";

export const secretKeyMissing = environmentCheck({
  id: "secret-key-missing",
  group: "references",
  severity: "error",
  title: "a pod reads a key that its Secret does not have",
  needs: ["objects", "secrets"],
  run: (environment, report) => {
    const secrets = knownSecrets(environment);
    for (const pod of environment.pods) {
      for (const { kind, name, key, by, optional, path } of configReferences(pod)) {
        if (kind !== "Secret" || key === undefined || optional) continue;
        const keys = secrets.find(pod.namespace, name)?.keys;
        if (keys === undefined || keys.has(key)) continue;
        const message = `${by} reads the key ${key}, which the Secret ${name} does not have`;
        report(pod.object, { message, fix: orNearest(key, [...keys], `add ${key} to what makes the Secret`), path });
      }
    }
  },
});
