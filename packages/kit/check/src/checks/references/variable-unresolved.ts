import type { Path } from "@kit/schema";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";
import type { ContainerView, EnvironmentView } from "../../view/index.ts";

// What is written otherwise is for a shell, such as $(date).
const reference = /(?<!\$)(?:\$\$)*\$\(([A-Z_][A-Z0-9_]*)\)/g;
/** The kubelet sets them for each Service of the namespace. */
const ofServices = /_(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT(?:_\d+_\w+)?)$/;

export const variableUnresolved = containerCheck({
  id: "variable-unresolved",
  group: "references",
  severity: "warning",
  title: "a `$(VARIABLE)` stays as it is written, because the container has none of that name there",
  needs: ["objects"],
  run: (container, report, environment) => {
    const brought = broughtBy(container, environment);
    if (brought === undefined) return;
    const names = (container.container.env ?? []).map(({ name = "" }) => name);
    for (const { text, path, known, otherwise = "stays as it is written" } of textsOf(container)) {
      const used = new Set([...text.matchAll(reference)].map(([, name = ""]) => name));
      for (const name of used) {
        if (names.slice(0, known).includes(name) || brought.has(name) || ofServices.test(name)) continue;
        const isLater = names.includes(name);
        const why = isLater ? "which is only defined after it" : "which it does not have";
        report({
          message: `$(${name}) ${otherwise}: ${describeContainer(container)} uses ${name}, ${why}`,
          fix: isLater
            ? `move ${name} before it in \`env\``
            : `add ${name} to \`env\`, or write $$(${name}) where that text is meant`,
          path,
        });
      }
    }
  },
});

/** The variables of `envFrom`, which are there before those of `env`. Undefined where not all of its sources are among the objects. */
function broughtBy(
  { container, pod }: ContainerView,
  environment: EnvironmentView<"objects">,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { prefix = "", configMapRef } of container.envFrom ?? []) {
    const map =
      configMapRef?.name === undefined ? undefined : environment.find("ConfigMap", pod.namespace, configMapRef.name);
    if (map === undefined) return undefined;
    for (const key of Object.keys(map.data.data ?? {})) names.add(`${prefix}${key}`);
  }
  return names;
}

interface ExpandedText {
  readonly text: string;
  readonly path: Path;
  /** How many of the variables are defined there. */
  readonly known: number;
  /** What becomes of one that it does not find. */
  readonly otherwise?: string;
}

/** A path that cannot be told is an error, and the container is not created (`ExpandContainerVolumeMounts`). */
const noContainer = "keeps the container from being created";

/** The texts in which the kubelet replaces variables. A variable knows those before it. */
function textsOf({ container, path }: ContainerView): ExpandedText[] {
  const { env = [], command = [], args = [], volumeMounts = [] } = container;
  const all = env.length;
  return [
    ...env.map(({ value = "" }, index) => ({ text: value, path: [...path, "env", index, "value"], known: index })),
    ...command.map((text, index) => ({ text, path: [...path, "command", index], known: all })),
    ...args.map((text, index) => ({ text, path: [...path, "args", index], known: all })),
    ...volumeMounts.map(({ subPathExpr: text = "" }, index) => ({
      text,
      path: [...path, "volumeMounts", index, "subPathExpr"],
      known: all,
      otherwise: noContainer,
    })),
  ];
}
