import { describe, expect, test } from "vitest";
import { generatedNamePruned } from "../../../src/checks/gitops/generated-name-pruned.ts";
import { application, deliveryOf, fluxKustomization } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const configMap = (name: string, annotations = "{}"): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, annotations: ${annotations} }\n`;
const content = { configMapGenerator: [{ name: "other" }, { name: "web-config", literals: ["A=b"] }] };
const overlay = overlayOf({ content });
const hashed = configMap("dev-web-config-g4hk9g2ff8");
const argocd = deliveryOf({ objects: application({ options: "[]" }) });
const flux = deliveryOf({ engines: ["flux"], objects: fluxKustomization() });
const at = "warning overlays/dev/kustomization.yaml configMapGenerator[1]";
const says = (who: string): string =>
  `each change of web-config gives a ConfigMap another name, and ${who} deletes the old one before the pods that read it are gone`;
const byFlux =
  "write `kustomize.toolkit.fluxcd.io/prune: disabled` in its options.annotations, or `disableNameSuffixHash: true`";

describe("generated-name-pruned", () => {
  test("passes where nobody prunes", () => {
    expect(judge(generatedNamePruned, hashed, { overlay })).toEqual([]);
    expect(judge(generatedNamePruned, hashed, { overlay, delivery: { ...flux, prune: false } })).toEqual([]);
  });

  test("passes names without a hash, and objects that nothing generates", () => {
    expect(judge(generatedNamePruned, configMap("web-config"), { overlay, delivery: flux })).toEqual([]);
    expect(judge(generatedNamePruned, hashed, { overlay: overlayOf({}), delivery: flux })).toEqual([]);
  });

  test("passes what the sync leaves until the end, or for good", () => {
    expect(judge(generatedNamePruned, hashed, { overlay, delivery: deliveryOf({ objects: application() }) })).toEqual(
      [],
    );
    const last = configMap("web-config-g4hk9g2ff8", "{ argocd.argoproj.io/sync-options: PruneLast=true }");
    expect(judge(generatedNamePruned, last, { overlay, delivery: argocd })).toEqual([]);
    const kept = configMap("web-config-g4hk9g2ff8", "{ kustomize.toolkit.fluxcd.io/prune: Disabled }");
    expect(judge(generatedNamePruned, kept, { overlay, delivery: flux })).toEqual([]);
  });

  test("finds what each engine deletes too early", () => {
    expect(judge(generatedNamePruned, hashed, { overlay, delivery: argocd })).toEqual([
      `${at}: ${says("Argo CD")}; set PruneLast=true in the Application's syncOptions, or \`disableNameSuffixHash: true\``,
    ]);
    expect(judge(generatedNamePruned, hashed, { overlay, delivery: flux })).toEqual([
      `${at}: ${says("Flux")}; ${byFlux}`,
    ]);
  });

  test("finds generators of other folders, and of Secrets; broken files are kustomize's to refuse", () => {
    const texts = {
      "overlays/shared/kustomization.yaml": "secretGenerator: [{ name: token, literals: [A=b] }, {}]\n",
      "overlays/broken/kustomization.yaml": "secretGenerator: [",
      "overlays/shared/values.yaml": "secretGenerator: [{ name: token }]\n",
    };
    const secret = "apiVersion: v1\nkind: Secret\nmetadata: { name: token-t5c8ffh7kb }\n";
    expect(judge(generatedNamePruned, secret, { overlay: overlayOf({ texts }), delivery: flux })).toEqual([
      `warning overlays/shared/kustomization.yaml secretGenerator[0]: each change of token gives a Secret another name, and Flux deletes the old one before the pods that read it are gone; ${byFlux}`,
    ]);
  });
});
