import { qualifiedNameProblem } from "@kit/kube/names";
import { anyObjectCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { View } from "../../view/index.ts";

export const finalizer = anyObjectCheck({
  id: "finalizer",
  group: "api-validity",
  severity: "error",
  title: "a finalizer's name is invalid, or two finalizers contradict each other",
  run: (object, report) => {
    const { finalizers = [] } = (object.data.metadata ?? {}) as { readonly finalizers?: readonly string[] };
    const problem = asksForDomain(object) ? knownProblem : qualifiedNameProblem;
    finalizers.forEach((text, index) => {
      judgeText(report, { path: ["metadata", "finalizers", index], what: "the finalizer", text, problem });
    });
    if (finalizers.includes("orphan") && finalizers.includes("foregroundDeletion")) {
      const message = "orphan and foregroundDeletion are both set";
      report({ path: ["metadata", "finalizers"], message, fix: "remove one of them" });
    }
  },
});

const withoutDomain = new Set(["kubernetes", "orphan", "foregroundDeletion"]);

function knownProblem(text: string): string | undefined {
  const problem = qualifiedNameProblem(text);
  if (problem !== undefined || text.includes("/") || withoutDomain.has(text)) return problem;
  return `must have a domain before it, as in example.com/${text}`;
}

// Those whose registries validate metadata by pkg/apis/core/validation; the others ask for less.
const strict =
  /^(?:v1|apps\/v1|batch\/v1|autoscaling\/v\d|(?:networking|rbac\.authorization|storage|scheduling|discovery|certificates|flowcontrol\.apiserver|resource|events)\.k8s\.io\/v1)$/;

function asksForDomain({ apiVersion, kind }: View): boolean {
  return strict.test(apiVersion) && (kind !== "Event" || apiVersion !== "v1");
}
