import { labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { cidrProblem } from "../../syntax/cidr.ts";

export const node = objectCheck({
  id: "node",
  group: "api-validity",
  severity: "error",
  title: "a Node has an invalid taint or range of addresses",
  kinds: ["Node"],
  run: ({ data: { spec = {} } }, report) => {
    const { taints = [], podCIDR = "", podCIDRs: listed = [] } = spec;
    // The server goes by the single one where the two differ.
    const podCIDRs = podCIDR === "" || podCIDR === listed[0] ? listed : [podCIDR];
    const keys = taints.map(({ key, effect }) => `${key} ${effect}`);
    taints.forEach(({ key, value }, index) => {
      const path = ["spec", "taints", index];
      judgeText(report, { path: [...path, "key"], what: "the key", text: key, problem: qualifiedNameProblem });
      judgeOptionalText(report, {
        path: [...path, "value"],
        what: "the value",
        text: value,
        problem: labelValueProblem,
      });
      if (keys.indexOf(keys[index]!) === index) return;
      const message = "another taint has the key and the effect";
      report({ path, message, fix: "remove one of them" });
    });
    const path = ["spec", "podCIDRs"];
    podCIDRs.forEach((text, index) => {
      judgeText(report, { path: [...path, index], what: "the range", text, problem: cidrProblem });
    });
    const families = new Set(podCIDRs.map((text) => text.includes(":")));
    if (podCIDRs.length > families.size) {
      report({ path, message: "several ranges are of one family", fix: "write one of each family" });
    }
  },
});
