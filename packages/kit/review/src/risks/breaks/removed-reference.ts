import { defineRisk } from "../../judge/define-risk.ts";
import { usersOf } from "../../judge/users.ts";

export const removedReference = defineRisk({
  id: "removed-reference",
  class: "breaks",
  title: "an object is gone that others refer to",
  isOfGone: true,
  run({ op, id, previous }, { after }) {
    const gone = op === "removed" ? id : previous;
    // Of Services, service-name says it.
    if (gone === undefined || (gone.group === "" && gone.kind === "Service")) return [];
    const users = usersOf(gone, after).filter(({ reference: { optional } }) => !optional);
    return [...new Set(users.map(({ name }) => name))].map((name) => ({
      reason: `there is no ${gone.kind} ${gone.name} any more, and ${name} refers to it`,
      consequence: `${name} does not work without it: change it first`,
    }));
  },
});
