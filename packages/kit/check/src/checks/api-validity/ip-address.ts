import { dnsSubdomainProblem, pathSegmentProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { canonicalIpProblem } from "../../syntax/canonical-ip.ts";

export const ipAddress = objectCheck({
  id: "ip-address",
  group: "api-validity",
  severity: "error",
  title: "an IPAddress does not say in the canonical form which it is, or whose",
  kinds: ["IPAddress"],
  run: ({ name, data: { spec = {} } }, report) => {
    const canonical = canonicalIpProblem(name);
    if (canonical !== undefined) {
      const message = `the name ${JSON.stringify(name)} ${canonical}`;
      report({ path: ["metadata", "name"], message, fix: "write the address in its short form" });
    }
    const { parentRef } = spec;
    if (parentRef === undefined) return;
    const { group, resource, name: parent, namespace } = parentRef;
    const path = ["spec", "parentRef"];
    const problem = pathSegmentProblem;
    judgeOptionalText(report, {
      path: [...path, "group"],
      what: "the group",
      text: group,
      problem: dnsSubdomainProblem,
    });
    judgeText(report, { path: [...path, "resource"], what: "the resource", text: resource, problem });
    judgeText(report, { path: [...path, "name"], what: "the name", text: parent, problem });
    judgeOptionalText(report, { path: [...path, "namespace"], what: "the namespace", text: namespace, problem });
  },
});
