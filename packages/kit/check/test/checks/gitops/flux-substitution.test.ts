import { describe, expect, test } from "vitest";
import { fluxSubstitution } from "../../../src/checks/gitops/flux-substitution.ts";
import { deliveryOf, fluxKustomization } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

const script = (text: string, metadata = "{ name: start }"): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}\ndata: { start.sh: ${JSON.stringify(text)} }\n`;
const withPostBuild = (postBuild: string) =>
  deliveryOf({ engines: ["flux"], objects: fluxKustomization(`  postBuild: ${postBuild}\n`) });
const delivery = withPostBuild("{ substitute: { region: eu } }");
const fix = (name: string): string =>
  `write $\${${name}} where it is not Flux's, or \`kustomize.toolkit.fluxcd.io/substitute: disabled\``;

function broughtFor(path: string): string {
  const kustomization = fluxKustomization("  postBuild: { substitute: { region: eu } }\n");
  const brought = kustomization.replace("generated/rendered/dev", path).replace("name: manifests", "name: apps");
  return `${script("echo ${HOME} ${region}")}---\n${brought}`;
}

function byStrategy(strategy: string): string[] {
  const delivery = withPostBuild(`{ substituteStrategy: ${strategy} }`);
  return judge(fluxSubstitution, script("echo ${HOME}"), { delivery });
}

describe("flux-substitution", () => {
  test("passes where Flux replaces nothing", () => {
    expect(judge(fluxSubstitution, script("echo ${HOME}"))).toEqual([]);
    const plain = deliveryOf({ engines: ["flux"], objects: fluxKustomization() });
    expect(judge(fluxSubstitution, script("echo ${HOME}"), { delivery: plain })).toEqual([]);
    const empty = withPostBuild("{ substitute: {}, substituteFrom: [] }");
    expect(judge(fluxSubstitution, script("echo ${HOME}"), { delivery: empty })).toEqual([]);
    const onlyArgocd = { ...delivery, engines: ["argocd"] as const };
    expect(judge(fluxSubstitution, script("echo ${HOME}"), { delivery: onlyArgocd })).toEqual([]);
  });

  test.for(["echo $HOME $(date) $$ {HOME}", "echo $${HOME}", "${region}", "${zone:=a} ${zone:-b} ${zone=c}"])(
    "passes %s",
    (text) => {
      expect(judge(fluxSubstitution, script(text), { delivery })).toEqual([]);
    },
  );

  test.for(["labels", "annotations"])("passes an object that says no by its %s", (field) => {
    const metadata = `{ name: start, ${field}: { kustomize.toolkit.fluxcd.io/substitute: disabled } }`;
    expect(judge(fluxSubstitution, script("echo ${HOME}", metadata), { delivery })).toEqual([]);
  });

  test("finds what becomes nothing, in any text of any object", () => {
    const job = `apiVersion: example.com/v1
kind: Widget
metadata: { name: web }
spec: { steps: [{ run: "cp \${SOURCE} \${region} \${SOURCE} \${TARGET##*/}" }], count: 1 }
`;
    expect(judge(fluxSubstitution, `${script("echo ${HOME}")}---\n${job}`, { delivery })).toEqual([
      `warning ConfigMap default/start data["start.sh"]: Flux replaces \${HOME} by nothing: postBuild.substitute does not have it; ${fix("HOME")}`,
      `warning Widget web spec.steps[0].run: Flux replaces \${SOURCE} by nothing: postBuild.substitute does not have it; ${fix("SOURCE")}`,
      `warning Widget web spec.steps[0].run: Flux replaces \${TARGET} by nothing: postBuild.substitute does not have it; ${fix("TARGET")}`,
    ]);
  });

  test("notes what a ConfigMap of the cluster may have", () => {
    const open = withPostBuild("{ substituteFrom: [{ kind: ConfigMap, name: cluster }] }");
    expect(judge(fluxSubstitution, script("echo ${HOME}"), { delivery: open })).toEqual([
      `info ConfigMap default/start data["start.sh"]: Flux replaces \${HOME} by what substituteFrom has, or by nothing; ${fix("HOME")}`,
    ]);
  });

  test("finds it by the Kustomization that an overlay brings for its own folder", () => {
    const facts = { id: "dev", delivery: deliveryOf({ engines: ["argocd", "flux"], objects: fluxKustomization() }) };
    expect(judge(fluxSubstitution, broughtFor("generated/rendered/dev"), facts)).toEqual([
      `warning ConfigMap default/start data["start.sh"]: Flux replaces \${HOME} by nothing: postBuild.substitute does not have it; ${fix("HOME")}`,
    ]);
    expect(judge(fluxSubstitution, broughtFor("generated/rendered/prod"), facts)).toEqual([]);
  });

  test("finds it where Flux always looks, and not where nothing is to be replaced", () => {
    expect(byStrategy("WithVariables")).toEqual([]);
    expect(byStrategy("Always")).toHaveLength(1);
  });
});
