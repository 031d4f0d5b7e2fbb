import { relaxedDnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { ipAddressProblem } from "../../syntax/ip-address.ts";
import type { PodView } from "../../view/index.ts";

export const podDns = podCheck({
  id: "pod-dns",
  group: "api-validity",
  severity: "error",
  title: "a pod's DNS has no server, too many, or invalid domains",
  run: ({ spec: { dnsPolicy, dnsConfig }, path }, report) => {
    const place = [...path, "dnsConfig"];
    if (dnsPolicy === "None" && (dnsConfig?.nameservers ?? []).length === 0) {
      const at = dnsConfig === undefined ? place : [...place, "nameservers"];
      const message = "dnsPolicy is None, and no name server is named";
      report({ path: at, message, fix: "write dnsConfig.nameservers, or another dnsPolicy" });
      return;
    }
    if (dnsConfig !== undefined) judge(report, place, dnsConfig);
  },
});

function judge(report: ReportFinding, path: Path, config: NonNullable<PodView["spec"]["dnsConfig"]>): void {
  const { nameservers = [], searches = [], options = [] } = config;
  if (nameservers.length > 3) {
    const message = `${nameservers.length} name servers are named, and 3 may be`;
    report({ path: [...path, "nameservers"], message, fix: "keep three of them" });
  }
  nameservers.forEach((text, index) => {
    const at = [...path, "nameservers", index];
    judgeText(report, { path: at, what: "the name server", text, problem: ipAddressProblem });
  });
  if (searches.length > 32 || searches.join(" ").length > 2048) {
    const message = `the ${searches.length} domains to search are more than 32, or longer than 2048 characters together`;
    report({ path: [...path, "searches"], message, fix: "leave some out" });
  }
  searches.forEach((text, index) => {
    const at = [...path, "searches", index];
    judgeText(report, { path: at, what: "the domain to search", text, problem: searchProblem });
  });
  options.forEach(({ name }, index) => {
    judgeText(report, { path: [...path, "options", index, "name"], what: "the option's name", text: name });
  });
}

function searchProblem(text: string): string | undefined {
  return text === "." ? undefined : relaxedDnsSubdomainProblem(text.replace(/\.$/, ""));
}
