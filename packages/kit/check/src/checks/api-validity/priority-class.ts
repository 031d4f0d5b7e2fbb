import { objectCheck } from "../../define-check.ts";

export const priorityClass = objectCheck({
  id: "priority-class",
  group: "api-validity",
  severity: "error",
  title: "a PriorityClass takes a name or a value that is the system's",
  kinds: ["PriorityClass"],
  run: ({ name, data: { value = 0, globalDefault = false } }, report) => {
    if (name.startsWith("system-")) {
      if (systemValues[name] === value && !globalDefault) return;
      const message = `the name ${JSON.stringify(name)} begins with system-, which is reserved`;
      report({ path: ["metadata", "name"], message, fix: "take another name" });
    } else if (value > most) {
      const message = `value is ${value}, and may be ${most} at most`;
      report({ path: ["value"], message, fix: "lower it" });
    }
  },
});

const most = 1_000_000_000;

const systemValues: Readonly<Record<string, number>> = {
  "system-cluster-critical": 2_000_000_000,
  "system-node-critical": 2_000_001_000,
};
