import { listAt, textAt } from "../../data.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import type { Loose } from "@kit/kube";

export const ingressShared = defineRisk({
  id: "ingress-shared",
  class: "caution",
  title: "two Ingresses have the same host and path",
  run({ op, id, before, after }, context) {
    if (id.group !== "networking.k8s.io" || id.kind !== "Ingress" || op === "removed" || after === undefined) return [];
    const known = before === undefined ? [] : routesOf(before);
    const come = routesOf(after).filter((route) => !known.includes(route));
    if (come.length === 0) return [];
    const others = context.after
      .mentioning("Ingress")
      .filter((one) => one.id.kind === "Ingress" && !(one.id.name === id.name && one.id.namespace === id.namespace));
    return come.flatMap((route) => {
      const names = others.filter(({ data }) => routesOf(data).includes(route)).map((one) => one.id.name);
      if (names.length === 0) return [];
      const paths = op === "changed" ? { paths: ["spec.rules"] } : {};
      return [
        {
          ...paths,
          reason: `${route} is also of the Ingress ${names.join(", ")}`,
          consequence: "which of them gets the traffic depends on the controller",
        },
      ];
    });
  },
});

function routesOf(ingress: Loose): string[] {
  const type = textAt(ingress, "spec", "ingressClassName") ?? "";
  return listAt(ingress, "spec", "rules").flatMap((rule) =>
    listAt(rule, "http", "paths").map(
      (one) => `${textAt(rule, "host") ?? "any host"} ${textAt(one, "path") ?? "/"}${type === "" ? "" : ` of ${type}`}`,
    ),
  );
}
