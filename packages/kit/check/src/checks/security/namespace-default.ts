import { anyObjectCheck } from "../../define-check.ts";

export const namespaceDefault = anyObjectCheck({
  id: "namespace-default",
  group: "security",
  severity: { development: "off", production: "warning" },
  title: "an object is put into the namespace `default`, which everything without one is in",
  run: ({ raw, namespace, kind, name }, report) => {
    const written = (raw["metadata"] as { readonly namespace?: unknown } | undefined)?.namespace;
    // The Service `kubernetes` and what is about it are the cluster's own.
    if (written !== "default" || namespace !== "default" || name === "kubernetes") return;
    report({
      message: `the ${kind} is in the namespace default, with everything that names none`,
      fix: "give the application a namespace of its own",
      path: ["metadata", "namespace"],
    });
  },
});
