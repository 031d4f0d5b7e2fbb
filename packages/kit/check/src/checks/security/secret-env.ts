import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const secretEnv = containerCheck({
  id: "secret-env",
  group: "security",
  severity: "info",
  title: "a container gets secrets as environment variables, which end up in dumps and child processes",
  run: (container, report) => {
    const { env = [], envFrom = [] } = container.container;
    const variables = env.filter(({ valueFrom }) => valueFrom?.secretKeyRef !== undefined).map(({ name }) => name);
    const all = envFrom.flatMap(({ secretRef }) =>
      secretRef === undefined ? [] : [`all of Secret ${secretRef.name}`],
    );
    const found = [...variables, ...all];
    if (found.length === 0) return;
    const message = `${describeContainer(container)} gets secrets as environment variables: ${found.join(", ")}`;
    const path = [...container.path, variables.length > 0 ? "env" : "envFrom"];
    report({ path, message, fix: "mount the Secret as files, if the application can read them" });
  },
});
