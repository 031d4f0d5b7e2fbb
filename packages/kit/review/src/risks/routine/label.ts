import { pathBelow } from "../../diff/change.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { isBelow } from "../../judge/fields.ts";
import { templateOf } from "../../judge/pods.ts";

/** Annotations that nothing acts on. Of all others a controller may make something. */
const inert =
  /^metadata\.annotations\["(?:app\.kubernetes\.io\/|config\.kubernetes\.io\/|helm\.sh\/|meta\.helm\.sh\/|kubernetes\.io\/(?:change-cause|description)")/;
/** Labels of pods that tell only the version. */
const versions = ["app.kubernetes.io/version", "helm.sh/chart"];

export const label = defineRisk({
  id: "label",
  class: "routine",
  title: "a label differs that only says what an object is",
  run({ id, after, fields }) {
    // Those of a Namespace govern what is admitted to it.
    if (id.kind === "Namespace") return [];
    const template = templateOf(after) ?? [];
    const ofPods = versions.map((name) => pathBelow([...template, "metadata", "labels"].join("."), name));
    const paths = fields
      .map(({ path }) => path)
      .filter(
        (path) => (id.kind !== "Pod" && isBelow(path, "metadata.labels")) || inert.test(path) || ofPods.includes(path),
      );
    return paths.length === 0 ? [] : [{ paths, reason: "labels that nothing here selects by say what an object is" }];
  },
});
