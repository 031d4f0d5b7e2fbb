import { argoOptionsOf } from "@kit/kube";
import { toJson } from "@kit/yaml";
import { byteLength } from "../../byte-length.ts";
import { applicationOf, isSyncedByArgocd, optionsOf } from "../../delivery/argocd.ts";
import { anyObjectCheck } from "../../define-check.ts";

/** What all annotations of an object may have together, the one that keeps what was applied among them. */
const most = 262_144;
const kept = "kubectl.kubernetes.io/last-applied-configuration".length;
/** Both apply without that annotation. */
const answers = ["ServerSideApply=true", "Replace=true"];

export const applySize = anyObjectCheck({
  id: "apply-size",
  group: "gitops",
  severity: "warning",
  title: "an object is too large for `kubectl apply`, which keeps a copy of it in an annotation",
  needs: ["delivery", "objects"],
  run: (object, report, environment) => {
    const { annotations, raw } = object;
    const isByArgocd = isSyncedByArgocd(environment);
    // Flux applies on the server.
    if (environment.delivery !== undefined && !isByArgocd) return;
    // Most objects are far from it, and need not be counted.
    if (JSON.stringify(raw).length * 3 < most / 2) return;
    const text = toJson(raw);
    const application = applicationOf(environment);
    const options = [...argoOptionsOf(object), ...(application === undefined ? [] : optionsOf(application))];
    if (options.some((option) => answers.includes(String(option)))) return;
    const others = Object.entries(annotations).flat().map(byteLength);
    const size = byteLength(`${text}\n`);
    if ([kept, size, ...others].reduce((sum, one) => sum + one, 0) <= most) return;
    report({
      message: `as JSON it has ${size} bytes, and ${isByArgocd ? "Argo CD" : "a client-side apply"} keeps that in an annotation, which has room for ${most}`,
      fix: "write `argocd.argoproj.io/sync-options: ServerSideApply=true`, and apply by hand with --server-side",
      severity: isByArgocd ? "error" : "warning",
    });
  },
});
