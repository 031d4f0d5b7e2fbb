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
    const unselected = unselectedOwn(before, after);
    const own = unselected.map((said) => ({
      ...said,
      paths: changesAt(change, said.paths[0]!).map(({ path }) => path),
    }));
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

/** A workload whose own selector does not take its pods any more. */
function unselectedOwn(
  before: Loose,
  after: Loose,
): { readonly paths: readonly string[]; readonly reason: string; readonly consequence: string }[] {
  const pods = rollout(before, after)?.pods;
  const place = "spec.template.metadata.labels";
  if (pods?.type !== "refused" || !pods.fields.includes(place)) return [];
  const reason = "the labels of the pods do not fit the workload's own selector, which cannot be changed";
  return [{ paths: [place], reason, consequence: "the API server refuses it" }];
}
