import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { ipAddressProblem, isIpv4 } from "../../syntax/ip-address.ts";
import type { View } from "../../view/index.ts";

export const serviceClusterIp = objectCheck({
  id: "service-cluster-ip",
  group: "api-validity",
  severity: "error",
  title: "a Service's cluster IPs or IP families are invalid, or contradict each other",
  kinds: ["Service"],
  run: ({ data: { spec = {} } }, report) => {
    const { type, clusterIP = "", clusterIPs = [] } = spec;
    if (type === "ExternalName") return;
    const path = ["spec", "clusterIPs"];
    if (clusterIPs.length > 0 && clusterIPs[0] !== clusterIP) {
      const message = `clusterIPs begins with ${clusterIPs[0]}, and clusterIP is ${clusterIP || "missing"}`;
      report({ path, message, fix: "set clusterIP to the first of clusterIPs" });
    }
    const problem = listProblem(clusterIPs.length === 0 && clusterIP !== "" ? [clusterIP] : clusterIPs);
    if (problem !== undefined) {
      report({ path: clusterIPs.length === 0 ? ["spec", "clusterIP"] : path, message: problem, fix: correct });
    }
    judgeFamilies(spec, report);
  },
});

const correct = "write an address of the cluster's range, None, or leave it to the API server";

function listProblem(addresses: readonly string[]): string | undefined {
  if (addresses.length > 1 && addresses[0] === "None") return "None must be the only cluster IP";
  for (const address of addresses) {
    const problem = address === "None" && addresses[0] === address ? undefined : ipAddressProblem(address);
    if (problem !== undefined) return `the cluster IP ${JSON.stringify(address)} ${problem}`;
  }
  if (addresses.length > 2) return `${addresses.length} cluster IPs are more than two`;
  const [first, second] = addresses;
  if (first === undefined || second === undefined || isIpv4(first) !== isIpv4(second)) return undefined;
  return "both cluster IPs are of one family";
}

function judgeFamilies(spec: NonNullable<View<"Service">["data"]["spec"]>, report: ReportFinding): void {
  const { clusterIP = "", clusterIPs = [clusterIP], ipFamilies = [], ipFamilyPolicy, selector = {} } = spec;
  const path = ["spec", "ipFamilies"];
  if (ipFamilies.length > 1 && ipFamilies[0] === ipFamilies[1]) {
    report({ path, message: `${ipFamilies[0]} is there twice`, fix: "write each family once" });
  }
  const isFree = clusterIP === "None" && Object.keys(selector).length === 0;
  const isSingle = ipFamilyPolicy === "SingleStack" || (ipFamilyPolicy === undefined && !isFree);
  if (isSingle && (ipFamilies.length > 1 || clusterIPs.length > 1)) {
    const message = "two families or addresses are there, and ipFamilyPolicy is SingleStack";
    const fix = "set ipFamilyPolicy to PreferDualStack or RequireDualStack";
    report({ path: ["spec", "ipFamilyPolicy"], message, fix });
  }
  for (const [index, address] of clusterIPs.entries()) {
    const family = ipFamilies[index];
    if (family === undefined || address === "None" || ipAddressProblem(address) !== undefined) continue;
    if ((family === "IPv4") === isIpv4(address)) continue;
    const message = `the family is ${family}, and its address is ${address}`;
    report({ path: [...path, index], message, fix: "write the family of the address" });
  }
}
