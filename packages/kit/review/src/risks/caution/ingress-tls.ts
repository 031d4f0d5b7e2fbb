import type { Loose } from "@kit/kube";
import { changesAt, valueText } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { listAt, textAt } from "../../data.ts";

export const ingressTls = defineRisk({
  id: "ingress-tls",
  class: "caution",
  title: "the certificate of an Ingress differs, or there is none any more",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed" || id.kind !== "Ingress") return [];
    const paths = changesAt(change, "spec.tls").map(({ path }) => path);
    if (paths.length === 0) return [];
    const [own, other] = [tlsOf(before), tlsOf(after)];
    return [
      {
        paths,
        reason: `TLS was ${own}, and is ${other}`,
        consequence:
          other === "off" ? "browsers warn, or do not connect" : "the Secret with the certificate must be there",
      },
    ];
  },
});

function tlsOf(ingress: Loose | undefined): string {
  const entries = listAt(ingress, "spec", "tls").map((one) => {
    const hosts = listAt(one, "hosts").map(String).join(", ");
    return `${textAt(one, "secretName") ?? "the default certificate"} for ${hosts === "" ? "any host" : hosts}`;
  });
  return entries.length === 0 ? "off" : valueText(entries.join("; "));
}
