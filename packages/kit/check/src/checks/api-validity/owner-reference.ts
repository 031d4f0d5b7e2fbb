import { anyObjectCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const ownerReference = anyObjectCheck({
  id: "owner-reference",
  group: "api-validity",
  severity: "error",
  title: "an owner reference names no owner, or two owners are the controller",
  run: ({ data }, report) => {
    const { ownerReferences = [] } = (data.metadata ?? {}) as { readonly ownerReferences?: readonly Owner[] };
    ownerReferences.forEach((owner, index) => {
      const place = ["metadata", "ownerReferences", index];
      for (const field of ["kind", "name", "uid"] as const) {
        judgeText(report, { path: [...place, field], what: `the owner's ${field}`, text: owner[field] });
      }
      const { apiVersion, kind } = owner;
      const version = { path: [...place, "apiVersion"], what: "the owner's apiVersion", text: apiVersion };
      judgeText(report, { ...version, problem: apiVersionProblem });
      if (apiVersion !== "v1" || kind !== "Event") return;
      report({ path: place, message: "an Event cannot own anything", fix: "remove the reference" });
    });
    const controllers = ownerReferences.filter(({ controller = false }) => controller);
    if (controllers.length < 2) return;
    const message = `${controllers.length} owners have controller set to true`;
    report({ path: ["metadata", "ownerReferences"], message, fix: "leave one of them the controller" });
  },
});

interface Owner {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly uid?: string;
  readonly controller?: boolean;
}

function apiVersionProblem(text: string): string | undefined {
  return /^(?:[^/]*\/)?[^/]+$/.test(text) ? undefined : "must be a version such as v1, or a group and one";
}
