import { argoOptionsOf, listOf, mapOf, tellsFlux, textOf } from "@kit/kube";
import { isKustomization, kustomizationOf } from "@kit/kustomize";
import { applicationOf, isSyncedByArgocd, optionsOf } from "../../delivery/argocd.ts";
import { isSyncedByFlux } from "../../delivery/flux.ts";
import { overlayCheck } from "../../define-check.ts";
import type { EnvironmentView, OverlayView, View } from "../../view/index.ts";

export const generatedNamePruned = overlayCheck({
  id: "generated-name-pruned",
  group: "gitops",
  severity: "warning",
  title: "a sync deletes a generated ConfigMap or Secret while pods still read it",
  needs: ["delivery", "objects"],
  run: (environment, report) => {
    if (environment.delivery?.prune !== true) return;
    for (const { file, field, index, kind, name } of generatorsOf(environment.overlay)) {
      const object = environment.of(kind).find((one) => hasHash.test(one.name) && one.name.includes(`${name}-`));
      if (object === undefined) continue;
      for (const { who, fix } of prunersOf(environment, object)) {
        const message = `each change of ${name} gives a ${kind} another name, and ${who} deletes the old one before the pods that read it are gone`;
        report(file, { message, fix, path: [field, index] });
      }
    }
  },
});

// The ten characters that kustomize ends the name with.
const hasHash = /-[bcdfghkmt2456789]{10}$/;
const stable = "`disableNameSuffixHash: true`";

function prunersOf(environment: EnvironmentView<"delivery" | "objects">, object: View): { who: string; fix: string }[] {
  const application = isSyncedByArgocd(environment) ? applicationOf(environment) : undefined;
  const options = [...argoOptionsOf(object), ...(application === undefined ? [] : optionsOf(application))];
  const isKept = options.includes("PruneLast=true") || options.includes("Prune=false");
  return [
    ...(application === undefined || isKept
      ? []
      : [{ who: "Argo CD", fix: `set PruneLast=true in the Application's syncOptions, or ${stable}` }]),
    ...(!isSyncedByFlux(environment) || tellsFlux(object, "prune", "disabled")
      ? []
      : [
          {
            who: "Flux",
            fix: `write \`kustomize.toolkit.fluxcd.io/prune: disabled\` in its options.annotations, or ${stable}`,
          },
        ]),
  ];
}

interface Generator {
  readonly file: string;
  readonly field: string;
  readonly index: number;
  readonly kind: "ConfigMap" | "Secret";
  readonly name: string;
}

/** The generators of the overlay, and of the folders below overlays/ that it builds on. */
function generatorsOf({ file, content, texts }: OverlayView): Generator[] {
  const others = [...texts].filter(([path]) => path !== file && isKustomization(path));
  const files = [[file, content] as const, ...others.map(([path, text]) => [path, kustomizationOf(text)] as const)];
  return files.flatMap(([path, kustomization]) =>
    (["ConfigMap", "Secret"] as const).flatMap((kind) => {
      const field = kind === "ConfigMap" ? "configMapGenerator" : "secretGenerator";
      return listOf(kustomization[field]).flatMap((entry, index): Generator[] => {
        const name = textOf(mapOf(entry)["name"]);
        return name === undefined ? [] : [{ file: path, field, index, kind, name }];
      });
    }),
  );
}
