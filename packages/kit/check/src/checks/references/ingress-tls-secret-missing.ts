import { environmentCheck } from "../../define-check.ts";
import { knownSecrets } from "../../known-secrets.ts";
import { orNearest } from "../../suggest.ts";

/** With one of these, cert-manager makes the Secret. */
const issuers = ["cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme"];

export const ingressTlsSecretMissing = environmentCheck({
  id: "ingress-tls-secret-missing",
  group: "references",
  severity: "error",
  title: "an Ingress serves with a certificate that no contract promises and no object makes",
  needs: ["objects", "secrets"],
  run: (environment, report) => {
    if (environment.contracts === undefined) return;
    const secrets = knownSecrets(environment);
    for (const ingress of environment.of("Ingress")) {
      if (issuers.some((annotation) => annotation in ingress.annotations)) continue;
      const { namespace = "default" } = ingress;
      (ingress.data.spec?.tls ?? []).forEach(({ secretName }, index) => {
        if (secretName === undefined || secretName === "") return;
        if (secrets.find(namespace, secretName) !== undefined) return;
        report(ingress, {
          message: `TLS is served with the Secret ${secretName}, which no contract of the environment promises`,
          fix: orNearest(secretName, secrets.names(namespace), "add `tlsSecret(host)` to the environment's `secrets`"),
          path: ["spec", "tls", index, "secretName"],
        });
      });
    }
  },
});
