import { qualifiedNameProblem } from "@kit/kube/names";
import { byteLength } from "../../byte-length.ts";
import { objectCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

interface Expression {
  readonly key?: string | undefined;
  readonly values?: readonly string[] | undefined;
}

export const storageClass = objectCheck({
  id: "storage-class",
  group: "api-validity",
  severity: "error",
  title: "a StorageClass has no provisioner, or an invalid policy, parameter or topology",
  kinds: ["StorageClass"],
  run: ({ data }, report) => {
    const { provisioner: text, reclaimPolicy: word, parameters = {}, allowedTopologies = [] } = data;
    judgeText(report, { path: ["provisioner"], what: "the provisioner", text, problem: provisionerProblem });
    // The type of the field names Recycle too, which only volumes may have.
    const policy = { path: ["reclaimPolicy"], what: "reclaimPolicy", word: word || undefined };
    judgeOneOf(report, { ...policy, words: ["Delete", "Retain"] });
    const entries = Object.entries(parameters);
    if ("" in parameters) {
      report({ path: ["parameters", ""], message: "a parameter has no name", fix: "name it, or remove it" });
    }
    const size = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value ?? ""), 0);
    if (entries.length > 512 || size > 262_144) {
      const message = `there are ${entries.length} parameters of ${size} bytes, and may be 512 of 262144`;
      report({ path: ["parameters"], message, fix: "leave some out" });
    }
    const terms = new Set<string>();
    allowedTopologies.forEach(({ matchLabelExpressions = [] }, term) => {
      const place = ["allowedTopologies", term];
      const content = contentOf(matchLabelExpressions);
      if (matchLabelExpressions.length === 0 || terms.has(content)) {
        const message = matchLabelExpressions.length === 0 ? "the topology is empty" : "the topology is there twice";
        report({ path: place, message, fix: "remove it" });
      }
      terms.add(content);
      matchLabelExpressions.forEach(({ key, values = [] }, index) => {
        const path = [...place, "matchLabelExpressions", index];
        judgeText(report, { path: [...path, "key"], what: "the key", text: key, problem: qualifiedNameProblem });
        if (matchLabelExpressions.findIndex((one) => one.key === key) < index) {
          const message = `the key ${JSON.stringify(key)} is there twice`;
          report({ path: [...path, "key"], message, fix: "write its values into one list" });
        }
        if (values.length > 0 && new Set(values).size === values.length) return;
        const message = values.length === 0 ? "the values are missing" : "a value is there twice";
        report({ path: [...path, "values"], message, fix: "write each value once" });
      });
    });
  },
});

/** The same of two topologies that differ in their order only. */
function contentOf(expressions: readonly Expression[]): string {
  return expressions
    .map(({ key, values = [] }) => JSON.stringify([key, values.toSorted()]))
    .toSorted()
    .join("\n");
}

function provisionerProblem(text: string): string | undefined {
  return qualifiedNameProblem(text.toLowerCase());
}
