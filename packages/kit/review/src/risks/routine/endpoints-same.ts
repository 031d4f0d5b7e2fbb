import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { behind, reachedServices } from "../../judge/endpoints.ts";

export const endpointsSame = defineRisk({
  id: "endpoints-same",
  class: "routine",
  title: "a Service leads to the same pods and ports in another way",
  run(change, context) {
    const { op, id } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    const [reached] = reachedServices(change, context);
    if (reached === undefined || behind(reached.after).length === 0) return [];
    const targets = ({ ports }: typeof reached.before): string =>
      JSON.stringify(ports.map(({ port, protocol, targets: all }) => [port, protocol, all]));
    if (targets(reached.before) !== targets(reached.after)) return [];
    const fields = [...changesAt(change, "spec.selector"), ...changesAt(change, "spec.ports")];
    const paths = fields.map(({ path }) => path).filter((path) => /^spec\.selector|\.targetPort$/.test(path));
    if (paths.length === 0) return [];
    const reason = `behind each of its ports are the pods of ${behind(reached.after).join(", ")}, as before`;
    return [{ paths, reason, consequence: "restarts nothing" }];
  },
});
