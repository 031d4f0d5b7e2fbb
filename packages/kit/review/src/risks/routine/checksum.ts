import { defineRisk } from "../../judge/define-risk.ts";
import { templateOf } from "../../judge/pods.ts";

export const checksum = defineRisk({
  id: "checksum",
  class: "routine",
  title: "the checksum of the configuration differs",
  run({ after, fields }) {
    const template = templateOf(after);
    if (template === undefined) return [];
    const place = [...template, "metadata", "annotations"].join(".");
    const paths = fields.map(({ path }) => path).filter((path) => path.startsWith(`${place}["checksum/`));
    return paths.length === 0 ? [] : [{ paths, reason: "what the pods read at their start differs" }];
  },
});
