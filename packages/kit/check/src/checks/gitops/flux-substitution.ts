import { listOf, mapOf, tellsFlux } from "@kit/kube";
import type { Path } from "@kit/schema";
import { isSyncedByFlux, kustomizationSpecOf } from "../../delivery/flux.ts";
import { environmentCheck } from "../../define-check.ts";

export const fluxSubstitution = environmentCheck({
  id: "flux-substitution",
  group: "gitops",
  severity: "warning",
  title: "Flux replaces a `${variable}` that was meant for another program",
  needs: ["delivery", "objects"],
  run: (environment, report) => {
    const { substitute, substituteFrom } = mapOf(kustomizationSpecOf(environment)["postBuild"]);
    const known = Object.keys(mapOf(substitute));
    const isOpen = listOf(substituteFrom).length > 0;
    if (!isSyncedByFlux(environment) || (known.length === 0 && !isOpen)) return;
    for (const object of environment.objects) {
      if (tellsFlux(object, "substitute", "disabled")) continue;
      for (const { name, path } of variablesIn(object.raw)) {
        if (known.includes(name)) continue;
        report(object, {
          message: isOpen
            ? `Flux replaces \${${name}} by what substituteFrom has, or by nothing`
            : `Flux replaces \${${name}} by nothing: postBuild.substitute does not have it`,
          fix: `write $\${${name}} where it is not Flux's, or \`kustomize.toolkit.fluxcd.io/substitute: disabled\``,
          path,
          severity: isOpen ? "info" : "warning",
        });
      }
    }
  },
});

interface Variable {
  readonly name: string;
  readonly path: Path;
}

// With a default (`${name:=value}`, `${name:-value}`) it is Flux's own; `$${name}` is written as ${name}.
const variable = /(?<!\$)(?:\$\$)*\$\{([A-Za-z_]\w*)([^}]*)\}/g;

function variablesIn(value: unknown, path: Path = []): Variable[] {
  if (typeof value === "string") {
    if (!value.includes("${")) return [];
    const names = [...value.matchAll(variable)].flatMap(([, name = "", rest = ""]) =>
      /^:?[-=]/.test(rest) ? [] : [name],
    );
    return [...new Set(names)].map((name) => ({ name, path }));
  }
  if (typeof value !== "object" || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? (value as unknown[]).map((item, index) => [index, item])
    : Object.entries(value);
  return entries.flatMap(([step, item]) => variablesIn(item, [...path, step]));
}
