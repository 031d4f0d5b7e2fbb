import { defineRisk } from "../../judge/define-risk.ts";

export const addedObject = defineRisk({
  id: "added-object",
  class: "routine",
  title: "an object is new",
  run({ op }) {
    return op === "added" ? [{ reason: "nothing that is there changes" }] : [];
  },
});
