import { objectCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const ingressPath = objectCheck({
  id: "ingress-path",
  group: "api-validity",
  severity: "error",
  title: "an Ingress has a path that its type does not take, or a rule without paths",
  kinds: ["Ingress"],
  run: ({ data: { spec = {} } }, report) => {
    spec.rules?.forEach(({ http }, rule) => {
      if (http === undefined) return;
      const place = ["spec", "rules", rule, "http", "paths"];
      const { paths = [] } = http;
      if (paths.length === 0) report({ path: place, message: "the rule has no paths", fix: "write a path" });
      paths.forEach(({ path = "", pathType }, index) => {
        const type = { path: [...place, index, "pathType"], what: "pathType" };
        judgeText(report, { ...type, text: pathType, problem: typeProblem });
        const problem = pathType === undefined ? undefined : pathProblem(path, pathType);
        if (problem === undefined) return;
        const message = `the path ${JSON.stringify(path)} ${problem}`;
        report({ path: [...place, index, "path"], message, fix: "correct the path" });
      });
    });
  },
});

function typeProblem(text: string): string | undefined {
  const types = ["Exact", "Prefix", "ImplementationSpecific"];
  return types.includes(text) ? undefined : `is not one of ${types.join(", ")}`;
}

const within = ["//", "/./", "/../", "%2f", "%2F"];
const ends = ["/..", "/."];

function pathProblem(path: string, type: string): string | undefined {
  if (type === "ImplementationSpecific") {
    return path === "" || path.startsWith("/") ? undefined : "must begin with a slash";
  }
  if (type !== "Exact" && type !== "Prefix") return undefined;
  if (!path.startsWith("/")) return "must begin with a slash";
  const part = within.find((one) => path.includes(one));
  if (part !== undefined) return `must not contain ${part}`;
  const end = ends.find((one) => path.endsWith(one));
  return end === undefined ? undefined : `must not end with ${end}`;
}
