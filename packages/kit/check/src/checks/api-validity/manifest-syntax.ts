import { builtInCheck } from "../../define-check.ts";

/** Reported while manifests are read: what cannot be read cannot be judged. */
export const manifestSyntax = builtInCheck({
  id: "manifest-syntax",
  group: "api-validity",
  severity: "error",
  title: "a document is not YAML, or not a Kubernetes object",
});
