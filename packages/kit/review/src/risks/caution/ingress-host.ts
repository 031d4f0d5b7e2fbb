import type { Loose } from "@kit/kube";
import { listAt, textAt } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const ingressHost = defineRisk({
  id: "ingress-host",
  class: "caution",
  title: "the hosts or paths change under which something is reached",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed" || !isRoute(id.kind)) return [];
    const [own, other] = [addressesOf(before), addressesOf(after)];
    const gone = own.filter((address) => !other.includes(address));
    const come = other.filter((address) => !own.includes(address));
    const paths = ["spec.rules", "spec.hostnames"].flatMap((path) => changesAt(change, path)).map(({ path }) => path);
    return [
      ...gone.map((address) => ({
        paths,
        reason: `${address} is gone`,
        consequence: "who uses it finds nothing there",
      })),
      ...come.map((address) => ({
        paths,
        reason: `${address} is new`,
        consequence: "needs a name in the DNS, and a certificate where it has TLS",
      })),
    ];
  },
});

function isRoute(kind: string): boolean {
  return kind === "Ingress" || kind === "HTTPRoute" || kind === "GRPCRoute" || kind === "TLSRoute";
}

/** `shop.example.com/cart`, of every rule. */
function addressesOf(route: Loose | undefined): string[] {
  const rules = listAt(route, "spec", "rules");
  const hosts = listAt(route, "spec", "hostnames").map(String);
  const addresses = rules.flatMap((rule) => {
    const paths = listAt(rule, "http", "paths").map((one) => textAt(one, "path") ?? "/");
    return (paths.length === 0 ? ["/"] : paths).map((path) => `${textAt(rule, "host") ?? "any host"} ${path}`);
  });
  return [...new Set([...hosts, ...(hosts.length === 0 ? addresses : [])])];
}
