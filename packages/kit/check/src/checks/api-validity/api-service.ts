import { dns1035LabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeFixedName } from "../../rules/judge-fixed-name.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";

export const apiService = objectCheck({
  id: "api-service",
  group: "api-validity",
  severity: "error",
  title: "an APIService's name, version, priorities or Service do not go together",
  kinds: ["APIService"],
  run: (object, report) => {
    const { spec = {} } = object.data;
    const { group = "", version = "", service, caBundle = "", insecureSkipTLSVerify: insecure = false } = spec;
    const wanted = `${version}.${group}`;
    judgeFixedName(report, object, wanted, "the version and the group");
    const inGroup = { path: ["spec", "group"], what: "the group", text: group, problem: dnsSubdomainProblem };
    judgeOptionalText(report, inGroup);
    if (group === "" && version !== "v1") judgeText(report, inGroup);
    const inVersion = { path: ["spec", "version"], what: "the version", text: version };
    judgeText(report, { ...inVersion, problem: dns1035LabelProblem });
    const bounds = { groupPriorityMinimum: 20000, versionPriority: 1000 } as const;
    for (const [what, to] of Object.entries(bounds)) {
      const value = spec[what as keyof typeof bounds] ?? 0;
      judgeNumber(report, { path: ["spec", what], what, value, from: 1, to });
    }
    if (insecure && (service === undefined || caBundle !== "")) {
      const why = service === undefined ? "there is no service" : "there is a caBundle";
      const message = `insecureSkipTLSVerify is true, and ${why}`;
      report({ path: ["spec", "insecureSkipTLSVerify"], message, fix: "remove one of them" });
    }
    if (service === undefined) {
      if (caBundle === "") return;
      report({ path: ["spec", "caBundle"], message: "caBundle is there, and no service", fix: "remove it" });
      return;
    }
    const path = ["spec", "service"];
    judgeText(report, { path: [...path, "name"], what: "the Service's name", text: service.name });
    judgeText(report, { path: [...path, "namespace"], what: "the Service's namespace", text: service.namespace });
    judgeNumber(report, { path: [...path, "port"], what: "the port", value: service.port, from: 1, to: 65535 });
  },
});
