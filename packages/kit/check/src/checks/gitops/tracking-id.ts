import { anyObjectCheck } from "../../define-check.ts";

const annotation = "argocd.argoproj.io/tracking-id";

export const trackingId = anyObjectCheck({
  id: "tracking-id",
  group: "gitops",
  severity: "error",
  title: "an object says which Application of Argo CD has it, which only Argo CD can say",
  run: ({ annotations }, report) => {
    const id = annotations[annotation];
    if (id === undefined) return;
    const message = `${annotation} says ${id}: any Argo CD that reads this takes the object for a part of that Application`;
    report({
      message,
      fix: "remove the annotation: Argo CD writes it itself",
      path: ["metadata", "annotations", annotation],
    });
  },
});
