import { defineRisk } from "../../judge/define-risk.ts";

export const equalValue = defineRisk({
  id: "equal-value",
  class: "routine",
  title: "a value is written in another way and means the same",
  run({ fields }) {
    const paths = fields.filter(({ equal }) => equal !== undefined).map(({ path }) => path);
    if (paths.length === 0) return [];
    return [{ paths, reason: "the API server reads both as the same", consequence: "restarts nothing" }];
  },
});
