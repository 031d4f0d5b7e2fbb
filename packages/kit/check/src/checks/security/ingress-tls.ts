import { objectCheck } from "../../define-check.ts";

/** By them a cloud's controller takes certificates of its own. */
const certificates = [
  "alb.ingress.kubernetes.io/certificate-arn",
  "ingress.gcp.kubernetes.io/pre-shared-cert",
  "networking.gke.io/managed-certificates",
];

export const ingressTls = objectCheck({
  id: "ingress-tls",
  group: "security",
  severity: { development: "info", production: "warning" },
  title: "an Ingress answers for a host without TLS",
  kinds: ["Ingress"],
  run: ({ annotations, data }, report) => {
    if (certificates.some((annotation) => annotations[annotation] !== undefined)) return;
    const { rules = [], tls = [] } = data.spec ?? {};
    if (tls.length === 0) {
      const fix = "add spec.tls with the hosts and the Secret of their certificate";
      report({ path: ["spec", "tls"], message: "no host of it has TLS", fix });
      return;
    }
    // An entry without hosts is for all of them.
    const covered = tls.flatMap(({ hosts = [] }) => (hosts.length === 0 ? ["*"] : hosts));
    rules.forEach(({ host }, index) => {
      if (host === undefined || covered.some((one) => covers(one, host))) return;
      report({ path: ["spec", "rules", index, "host"], message: `${host} has no TLS`, fix: "add it to spec.tls" });
    });
  },
});

/** `*.example.com` covers one more label. */
function covers(one: string, host: string): boolean {
  if (one === "*" || one === host) return true;
  return one.startsWith("*.") && host.includes(".") && one.slice(1) === host.slice(host.indexOf("."));
}
