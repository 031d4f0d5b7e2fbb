import { defaulted, type Loose } from "@kit/kube";
import { dataAt, listAt, textAt } from "../../data.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import type { RiskContext } from "../../judge/define-risk.ts";

export const webhook = defineRisk({
  id: "webhook",
  class: "caution",
  title: "a webhook can refuse what is applied from now on",
  run({ op, id, before, after }, context) {
    if (id.group !== "admissionregistration.k8s.io" || !id.kind.endsWith("WebhookConfiguration")) return [];
    if (op === "removed" || after === undefined) return [];
    const known = new Map(failing(before).map((one) => [textAt(one, "name"), one]));
    return failing(after).flatMap((one) => {
      const name = textAt(one, "name") ?? "";
      const own = known.get(name);
      if (own !== undefined && reachOf(own) === reachOf(one)) return [];
      return [
        {
          ...(op === "added" ? {} : { paths: ["webhooks"] }),
          reason: `the webhook ${name} is asked of every ${reachOf(one)}, and where it does not answer, that is refused`,
          consequence: `can block every later apply${isHere(one, context) ? "" : ": what answers it is not deployed here"}`,
        },
      ];
    });
  },
});

/** The webhooks whose silence refuses a request, which is the default. */
function failing(configuration: Loose | undefined): Loose[] {
  if (configuration === undefined) return [];
  const webhooks = listAt(defaulted(configuration), "webhooks");
  return webhooks.filter((one) => textAt(one, "failurePolicy") === "Fail").map((one) => dataAt({ one }, "one"));
}

/** `CREATE, UPDATE of pods, deployments.apps`. */
function reachOf(one: Loose): string {
  const rules = listAt(one, "rules").map((rule) => {
    const groups = listAt(rule, "apiGroups").map(String);
    const resources = listAt(rule, "resources").flatMap((resource) =>
      groups.map((group) => `${String(resource)}${group === "" ? "" : `.${group}`}`),
    );
    return `${listAt(rule, "operations").map(String).join(", ")} of ${resources.join(", ")}`;
  });
  return rules.join("; ");
}

function isHere(one: Loose, { after }: RiskContext): boolean {
  const service = dataAt(one, "clientConfig", "service");
  const [name, namespace] = [textAt(service, "name"), textAt(service, "namespace")];
  return name === undefined || after.find({ group: "", kind: "Service", namespace, name }) !== undefined;
}
