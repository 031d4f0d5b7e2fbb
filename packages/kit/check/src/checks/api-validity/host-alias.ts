import { dnsSubdomainProblem } from "@kit/kube/names";
import { podCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { ipAddressProblem } from "../../syntax/ip-address.ts";

export const hostAlias = podCheck({
  id: "host-alias",
  group: "api-validity",
  severity: "error",
  title: "a host alias has no IP address, or an invalid host name",
  run: ({ spec, path }, report) => {
    spec.hostAliases?.forEach(({ ip, hostnames = [] }, index) => {
      const place = [...path, "hostAliases", index];
      judgeText(report, { path: [...place, "ip"], what: "the address", text: ip, problem: ipAddressProblem });
      hostnames.forEach((text, at) => {
        const what = "the host's name";
        judgeText(report, { path: [...place, "hostnames", at], what, text, problem: dnsSubdomainProblem });
      });
    });
  },
});
