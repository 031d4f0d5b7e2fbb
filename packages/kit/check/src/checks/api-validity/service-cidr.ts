import { objectCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { canonicalIpProblem } from "../../syntax/canonical-ip.ts";
import { cidrProblem } from "../../syntax/cidr.ts";

export const serviceCidr = objectCheck({
  id: "service-cidr",
  group: "api-validity",
  severity: "error",
  title: "a ServiceCIDR has not one range of each family",
  kinds: ["ServiceCIDR"],
  run: ({ data: { spec: { cidrs = [] } = {} } }, report) => {
    const path = ["spec", "cidrs"];
    if (cidrs.length === 0) report({ path, message: "no range is there", fix: "write one, such as 10.100.0.0/16" });
    if (cidrs.length > 2) {
      report({ path, message: `${cidrs.length} ranges are there, and two may be`, fix: "write one of each family" });
      return;
    }
    cidrs.forEach((text, index) => {
      judgeText(report, { path: [...path, index], what: "the range", text, problem: canonicalCidrProblem });
    });
    const [one, other] = cidrs.map((cidr) => (cidrProblem(cidr) === undefined ? cidr.includes(":") : undefined));
    if (cidrs.length < 2 || one === undefined || one !== other) return;
    report({ path, message: "both ranges are of one family", fix: "write one of IPv4 and one of IPv6" });
  },
});

function canonicalCidrProblem(text: string): string | undefined {
  return cidrProblem(text) ?? canonicalIpProblem(text.replace(/\/.*$/, ""));
}
