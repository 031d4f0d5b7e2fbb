import { listOf, mapOf, tellsFlux, type Loose } from "@kit/kube";
import type { Path } from "@kit/schema";
import { appliedBy, isSyncedByFlux } from "../../delivery/flux.ts";
import { environmentCheck } from "../../define-check.ts";

export const fluxSubstitution = environmentCheck({
  id: "flux-substitution",
  group: "gitops",
  severity: "warning",
  title: "Flux replaces a `${variable}` that was meant for another program",
  needs: ["delivery", "objects"],
  run: (environment, report) => {
    const builds = appliedBy(environment)
      .filter(({ isOwn }) => !isOwn || isSyncedByFlux(environment))
      .map(({ data }) => mapOf(mapOf(data["spec"])["postBuild"]))
      .filter(isSubstituting);
    if (builds.length === 0) return;
    const known = builds.flatMap(({ substitute }) => Object.keys(mapOf(substitute)));
    const isOpen = builds.some(({ substituteFrom }) => listOf(substituteFrom).length > 0);
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

/** Without any variable Flux leaves the objects alone, but where it is told always to look. */
function isSubstituting({ substitute, substituteFrom, substituteStrategy }: Loose): boolean {
  const isNamed = Object.keys(mapOf(substitute)).length > 0 || listOf(substituteFrom).length > 0;
  return isNamed || substituteStrategy === "Always";
}

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
