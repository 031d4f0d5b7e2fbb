import { defineRisk } from "../../judge/define-risk.ts";

export const refused = defineRisk({
  id: "refused",
  class: "breaks",
  title: "the API server refuses the object",
  run({ refused: message }) {
    if (message === undefined) return [];
    return [{ reason: message.trim().replaceAll(/\s+/g, " "), consequence: "the sync stops there" }];
  },
});
