import { dns1035LabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";

export const customResourceDefinition = objectCheck({
  id: "custom-resource-definition",
  group: "api-validity",
  severity: "error",
  title: "a CustomResourceDefinition's names or versions do not go together",
  kinds: ["CustomResourceDefinition"],
  run: ({ name, data: { spec = {} } }, report) => {
    const { group, names = {}, scope, versions = [] } = spec;
    const { plural = "", kind = "", singular = "", listKind = "", shortNames = [], categories = [] } = names;
    judgeText(report, { path: ["spec", "group"], what: "the group", text: group, problem: groupProblem });
    judgeOneOf(report, { path: ["spec", "scope"], what: "the scope", word: scope, words: ["Cluster", "Namespaced"] });
    for (const [field, text] of Object.entries({ plural, singular, kind, listKind })) {
      const rule = { path: ["spec", "names", field], what: field, text };
      judgeOptionalText(report, { ...rule, problem: field === "plural" || field === "singular" ? word : anyCase });
    }
    for (const [field, texts] of Object.entries({ shortNames, categories })) {
      texts.forEach((text, index) => {
        judgeText(report, { path: ["spec", "names", field, index], what: "the name", text, problem: word });
      });
    }
    if (spec.preserveUnknownFields === true) {
      const message = "preserveUnknownFields is true, which v1 does not know";
      const fix = "set x-kubernetes-preserve-unknown-fields in the schema";
      report({ path: ["spec", "preserveUnknownFields"], message, fix });
    }
    const wanted = `${plural}.${group ?? ""}`;
    if (plural !== "" && group !== undefined && group !== "" && name !== wanted) {
      const message = `the name is ${JSON.stringify(name)}, and must be the plural and the group: ${wanted}`;
      report({ path: ["metadata", "name"], message, fix: `write ${wanted}` });
    }
    const stored = versions.filter(({ storage = false }) => storage);
    if (stored.length !== 1) {
      const message = `${stored.length} versions have storage set to true, and one must`;
      report({ path: ["spec", "versions"], message, fix: "set storage to true in one version" });
    }
    versions.forEach(({ name: text, schema }, index) => {
      const path = ["spec", "versions", index];
      judgeText(report, { path: [...path, "name"], what: "the version's name", text, problem: word });
      const root = schema?.openAPIV3Schema;
      if (root === undefined) {
        report({ path: [...path, "schema"], message: "the version has no schema", fix: "write openAPIV3Schema" });
      } else if (root.type !== "object") {
        const message = `the schema's type is ${root.type ?? "missing"}, and must be object`;
        report({ path: [...path, "schema", "openAPIV3Schema", "type"], message, fix: "write object" });
      }
    });
  },
});

function groupProblem(text: string): string | undefined {
  return dnsSubdomainProblem(text) ?? (text.includes(".") ? undefined : "must be a domain with at least one dot");
}

function word(text: string): string | undefined {
  return dns1035LabelProblem(text);
}

function anyCase(text: string): string | undefined {
  return dns1035LabelProblem(text.toLowerCase());
}
