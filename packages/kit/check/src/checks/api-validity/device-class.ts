import { judgeCount, judgeDeviceConfig, judgeSelectors } from "../../devices/judge-selectors.ts";
import { objectCheck } from "../../define-check.ts";
import { isExtended } from "../../pods/resources.ts";
import { qualifiedNameProblem } from "@kit/kube/names";
import { judgeOptionalText } from "../../rules/judge-text.ts";

export const deviceClass = objectCheck({
  id: "device-class",
  group: "api-validity",
  severity: "error",
  title: "a DeviceClass has an invalid selector, driver or resource",
  kinds: ["DeviceClass"],
  run: ({ data: { spec = {} } }, report) => {
    const { selectors, config = [], extendedResourceName: text } = spec;
    judgeSelectors(report, ["spec", "selectors"], selectors);
    judgeCount(report, ["spec", "config"], config.length, 32);
    config.forEach((one, index) => judgeDeviceConfig(report, ["spec", "config", index], one));
    const rule = { path: ["spec", "extendedResourceName"], what: "the resource", text, problem: extendedProblem };
    if (text === "") report({ path: rule.path, message: "the resource is empty", fix: "write it, or remove it" });
    judgeOptionalText(report, rule);
  },
});

function extendedProblem(text: string): string | undefined {
  const problem = qualifiedNameProblem(text);
  return problem ?? (isExtended(text) ? undefined : "must be a resource with a domain that is not Kubernetes' own");
}
