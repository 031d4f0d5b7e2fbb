import { overlayCheck } from "../../define-check.ts";

export const sopsKeyOrder = overlayCheck({
  id: "sops-key-order",
  group: "secrets",
  severity: "error",
  title: "kustomize sorts the keys of a Secret that SOPS has signed in another order",
  needs: ["delivery"],
  run: ({ overlay, delivery }, report) => {
    const engines = delivery?.engines ?? [];
    // Flux decrypts without a look at the signature; `sops decrypt`, and what Argo CD runs, refuse it.
    const isFluxAlone = engines.length > 0 && engines.every((engine) => engine === "flux");
    for (const { file, name, order } of overlay.reordered) {
      report(file, {
        message: `kustomize sorts the keys of the Secret ${name}, so its signature does not hold (MAC mismatch)${isFluxAlone ? ": Flux does not look at it, others do" : ""}`,
        fix: `write its keys in this order with \`sops edit\`: ${order}`,
        ...(isFluxAlone ? { severity: "warning" } : {}),
      });
    }
  },
});
