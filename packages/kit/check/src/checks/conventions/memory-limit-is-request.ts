import { quantityOf } from "@kit/kube";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const memoryLimitIsRequest = containerCheck({
  id: "memory-limit-is-request",
  group: "conventions",
  severity: "off",
  title: "a container may take more memory than it has asked for",
  run: (container, report) => {
    // An ephemeral container may have no resources.
    if (container.role === "ephemeral") return;
    const { requests = {}, limits = {} } = container.container.resources ?? {};
    const { memory: limit } = limits;
    // A limit alone is the request too.
    const { memory: request = limit } = requests;
    // That there is neither, others say.
    if (request === undefined || (limit !== undefined && quantityOf(request) === quantityOf(limit))) return;
    const who = describeContainer(container);
    report({
      message:
        limit === undefined
          ? `${who} has no memory limit that is its request ${request}`
          : `the memory request ${request} of ${who} is not its limit ${limit}`,
      fix: "set both to the same: memory that was only lent is taken back by killing the container",
      path: [...container.path, "resources", "limits", "memory"],
    });
  },
});
