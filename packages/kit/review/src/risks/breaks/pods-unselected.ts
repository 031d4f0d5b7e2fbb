import { dataAt } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { templateOf } from "../../judge/pods.ts";
import { isServiceOf } from "../../judge/selectors.ts";

export const podsUnselected = defineRisk({
  id: "pods-unselected",
  class: "breaks",
  title: "pods have other labels, and a Service does not select them any more",
  run(change, context) {
    const { op, id, before, after } = change;
    const template = templateOf(after);
    if (op !== "changed" || template === undefined) return [];
    const place = [...template, "metadata", "labels"];
    const paths = changesAt(change, place.join(".")).map(({ path }) => path);
    if (paths.length === 0) return [];
    const [own, other] = [dataAt(before, ...place), dataAt(after, ...place)];
    return context.after
      .mentioning(...Object.values(own).map(String))
      .filter((one) => one.id.namespace === id.namespace && isServiceOf(one, own) && !isServiceOf(one, other))
      .map((service) => ({
        paths,
        reason: `the labels of the pods do not fit the selector of the Service ${service.id.name} any more`,
        consequence: `${service.id.name} sends nothing to ${id.name}`,
      }));
  },
});
