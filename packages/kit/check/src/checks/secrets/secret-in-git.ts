import { mapOf } from "@kit/kube";
import { isEncrypted } from "@kit/leaks";
import { objectCheck } from "../../define-check.ts";

// `kubectl apply` writes it, and `kubectl get -o yaml` reads it.
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

export const secretInGit = objectCheck({
  id: "secret-in-git",
  group: "secrets",
  severity: "error",
  title: "a Secret has its values with it",
  kinds: ["Secret"],
  run: ({ raw, annotations }, report) => {
    if (lastApplied in annotations) {
      const message = "an annotation of kubectl repeats the values, and can be read by anyone who reads the repository";
      report({
        message,
        fix: "remove the annotation, and change the secret",
        path: ["metadata", "annotations", lastApplied],
      });
    }
    const isSealed = Object.keys(mapOf(raw["sops"])).length > 0;
    for (const field of ["data", "stringData"] as const) {
      const values = Object.entries(mapOf(raw[field])).filter(([, value]) => value !== "" && value !== null);
      const plain = values.filter(([, value]) => !isSealed || !isEncrypted(value)).map(([key]) => key);
      if (plain.length === 0) continue;
      report({
        message: `the ${plain.length === 1 ? "value" : "values"} of ${plain.join(", ")} can be read by anyone who reads the repository`,
        fix: "take the Secret out and change what it holds; describe it with `defineSecret`, or encrypt every value with SOPS",
        path: plain.length === 1 ? [field, plain[0]!] : [field],
      });
    }
  },
});
