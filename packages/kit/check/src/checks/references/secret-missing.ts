import { configReferences } from "../../config-references.ts";
import { environmentCheck } from "../../define-check.ts";
import { knownSecrets } from "../../known-secrets.ts";
import { orNearest } from "../../suggest.ts";

// Without contracts nobody says which Secrets exist: they are not to be among the manifests.
export const secretMissing = environmentCheck({
  id: "secret-missing",
  group: "references",
  severity: "error",
  title: "a pod reads a Secret that no contract promises and no object makes",
  needs: ["objects", "secrets"],
  run: (environment, report) => {
    if (environment.contracts === undefined) return;
    const secrets = knownSecrets(environment);
    for (const pod of environment.pods) {
      for (const { kind, name, by, optional, namePath } of configReferences(pod)) {
        if (kind !== "Secret" || optional || secrets.find(pod.namespace, name) !== undefined) continue;
        const message = `${by} reads the Secret ${name}, which no contract of the environment promises`;
        const fix = orNearest(name, secrets.names(pod.namespace), "add its contract to the environment's `secrets`");
        report(pod.object, { message, fix, path: namePath });
      }
    }
  },
});
