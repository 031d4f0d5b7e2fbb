import type { ObjectId } from "../../input/identity.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { callersOf, usersOf } from "../../judge/users.ts";

export const serviceName = defineRisk({
  id: "service-name",
  class: "breaks",
  title: "a Service is gone whose name something still uses",
  isOfGone: true,
  run({ op, id, previous }, { after }) {
    const gone = goneService(op === "removed" ? id : previous);
    if (gone === undefined) return [];
    const users = usersOf(gone, after).map(({ name }) => `${name} refers to it`);
    const callers = callersOf(gone, after).map(({ name, address }) => `${name} has its address ${address}`);
    return [...new Set([...users, ...callers])].map((use) => ({
      reason: `there is no Service ${gone.name} any more, and ${use}`,
      consequence: `its address does not resolve: change what uses it first`,
    }));
  },
});

function goneService(id: ObjectId | undefined): ObjectId | undefined {
  return id?.group === "" && id.kind === "Service" ? id : undefined;
}
