import { type Loose, rollout } from "@kit/kube";
import { changesAt, isBelow } from "../../judge/fields.ts";
import { immutableFields } from "../../judge/immutable-fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const immutableField = defineRisk({
  id: "immutable-field",
  class: "breaks",
  title: "a field is changed that the API server does not let be changed",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed" || before === undefined || after === undefined) return [];
    const rows = immutableFields.filter(({ group, kinds }) => group === id.group && kinds.includes(id.kind));
    const paths = rows.flatMap(({ fields, except = [], unless }) =>
      fields
        .flatMap((field) => changesAt(change, field))
        .filter(({ path }) => !except.some((one) => isBelow(path, one)))
        .filter((field) => unless?.(before, after, field) !== true)
        .map(({ path }) => path),
    );
    const own = refusedByModel(before, after)
      .filter(({ field }) => !paths.some((path) => isBelow(path, field)))
      .map(({ field, ...said }) => ({ ...said, paths: changesAt(change, field).map(({ path }) => path) }));
    return [
      ...own,
      ...[...new Set(paths)].map((path) => ({
        paths: [path],
        reason: `${path} of a ${id.kind} cannot be changed in place`,
        consequence:
          id.kind === "ConfigMap" || (id.kind === "Secret" && path !== "type")
            ? "must be given another name, or be deleted and recreated"
            : "must be deleted and recreated",
      })),
    ];
  },
});

/** What is refused of a workload as a whole: its labels, and what would be filled in differently than it is kept. */
function refusedByModel(before: Loose, after: Loose) {
  const pods = rollout(before, after)?.pods;
  if (pods?.type !== "refused") return [];
  const labels = "spec.template.metadata.labels";
  return pods.fields.map((field) =>
    field === labels
      ? {
          field,
          reason: "the labels of the pods do not fit the workload's own selector, which cannot be changed",
          consequence: "the API server refuses it",
        }
      : {
          field,
          reason: `${field} cannot be changed in place, and what the API server fills in is not what it keeps`,
          consequence: "must be deleted and recreated",
        },
  );
}
