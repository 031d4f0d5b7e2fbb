import { clusterKindsNewToKustomize } from "@kit/kube";
import { findKustomize } from "@kit/render";
import { allKinds } from "@kit/schema";
import { expect, test } from "vitest";
import { generatedFile } from "../src/index.ts";
import { namespaceTransformers } from "../src/namespace-transformers.ts";
import { placedBy } from "./placed-by.ts";

test("gives the namespace to what lacks one, and takes it off again where it does not belong", () => {
  const defined = [
    { group: "shop.example.com", kind: "Widget", isOfCluster: true },
    { group: "shop.example.com", kind: "Gadget", isOfCluster: true },
    { group: "shop.example.com", kind: "Order", isOfCluster: false },
  ];
  // A namespace may look like a number.
  expect(generatedFile(namespaceTransformers("1e3", defined), "packages/shop/environments")).toMatchInlineSnapshot(`
    "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
    apiVersion: builtin
    kind: NamespaceTransformer
    metadata:
      name: namespace
      namespace: "1e3"
    unsetOnly: true
    setRoleBindingSubjects: allServiceAccounts
    ---
    apiVersion: builtin
    kind: PatchTransformer
    metadata:
      name: cluster-scoped
    target:
      group: "(admissionregistration[.]k8s[.]io|cert-manager[.]io|external-secrets[.]io|flowcontrol[.]apiserver[.]k8s[.]io|gateway[.]networking[.]k8s[.]io|generators[.]external-secrets[.]io|keda[.]sh|kyverno[.]io|networking[.]k8s[.]io|resource[.]k8s[.]io|snapshot[.]storage[.]k8s[.]io|storage[.]k8s[.]io)"
      kind: "(ClusterExternalSecret|ClusterGenerator|ClusterIssuer|ClusterPolicy|ClusterPushSecret|ClusterSecretStore|ClusterTriggerAuthentication|DeviceClass|FlowSchema|GatewayClass|IPAddress|MutatingAdmissionPolicy|MutatingAdmissionPolicyBinding|PriorityLevelConfiguration|ResourceSlice|ServiceCIDR|ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding|VolumeAttributesClass|VolumeSnapshotClass)"
    patch: |
      - op: add
        path: /metadata/namespace
        value: none
      - op: remove
        path: /metadata/namespace
    ---
    apiVersion: builtin
    kind: PatchTransformer
    metadata:
      name: cluster-scoped.shop.example.com
    target:
      group: "(shop[.]example[.]com)"
      kind: "(Gadget|Widget)"
    patch: |
      - op: add
        path: /metadata/namespace
        value: none
      - op: remove
        path: /metadata/namespace
    "
  `);
});

test("every kind is placed by the real kustomize as its scope says", async () => {
  const { file, args } = await findKustomize({ env: { ...process.env, KUSTOMIZE: "" } });
  const { given, wanted } = await placedBy(file, args);
  expect(given).toEqual(wanted);
});

test("no group that the patch names has a kind in a namespace that it names too", () => {
  const known = clusterKindsNewToKustomize();
  const [groups, kinds] = [known.map(({ group }) => group), known.map(({ kind }) => kind)];
  const hit = allKinds().filter(
    ({ apiVersion, kind, namespaced }) =>
      namespaced && groups.includes(apiVersion.split("/")[0]!) && kinds.includes(kind),
  );
  expect(hit).toEqual([]);
});
