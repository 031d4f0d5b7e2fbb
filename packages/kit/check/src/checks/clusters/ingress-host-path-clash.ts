import type { Path } from "@kit/schema";
import { clashes, otherText } from "../../clashes.ts";
import { clusterCheck } from "../../define-check.ts";
import type { View } from "../../view/index.ts";

/** ingress-nginx shares a host and path on purpose, by weight or header. */
const canary = "nginx.ingress.kubernetes.io/canary";

export const ingressHostPathClash = clusterCheck({
  id: "ingress-host-path-clash",
  group: "clusters",
  severity: "error",
  title: "two Ingresses of one cluster claim the same host and path",
  needs: ["objects"],
  run: ({ environments }, report) => {
    const claims = environments.flatMap((environment) =>
      environment
        .of("Ingress")
        .flatMap((ingress) => claimsOf(ingress).map((claim) => ({ ...claim, environment: environment.id }))),
    );
    for (const { claim, other } of clashes(claims)) {
      report(claim.object, {
        message: `${claim.title} is also claimed by ${otherText(claim, other)}`,
        fix: "give one of them another host or path",
        path: claim.path,
      });
    }
  },
});

function claimsOf(ingress: View<"Ingress">): { key: string; title: string; object: View; path: Path }[] {
  if (ingress.annotations[canary] === "true") return [];
  const { ingressClassName, rules = [] } = ingress.data.spec ?? {};
  const controller = ingressClassName ?? ingress.annotations["kubernetes.io/ingress.class"] ?? "";
  return rules.flatMap(({ host = "", http }, rule) =>
    (http?.paths ?? []).map(({ path: written = "/", pathType = "" }, index) => {
      // A prefix is by elements: https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types
      const path = pathType === "Prefix" ? written.replace(/(?<=.)\/+$/, "") : written;
      return {
        key: JSON.stringify([controller, host, pathType, path]),
        title: `${host === "" ? "every host" : host}${written} (${pathType})`,
        object: ingress,
        path: ["spec", "rules", rule, "http", "paths", index],
      };
    }),
  );
}
