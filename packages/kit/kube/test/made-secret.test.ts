import { expect, test } from "vitest";
import { madeSecret } from "../src/index.ts";

const object = (apiVersion: string, kind: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name: "own", namespace: "shop" },
  spec,
});
const external = (spec: object) => object("external-secrets.io/v1", "ExternalSecret", spec);
const sealed = (spec: object) => object("bitnami.com/v1alpha1", "SealedSecret", spec);
const data = [{ secretKey: "A", remoteRef: { key: "a" } }];

test.for([
  ["an ExternalSecret", external({ data }), "own", ["A"]],
  ["its target", external({ target: { name: "given" }, data }), "given", ["A"]],
  ["all that a store has", external({ dataFrom: [{ extract: { key: "a" } }] }), "own", undefined],
  ["a template", external({ data, target: { template: { data: { B: "{{ .A }}" } } } }), "own", ["B"]],
  [
    "a template that adds",
    external({ data, target: { template: { mergePolicy: "Merge", data: { B: "b" } } } }),
    "own",
    ["A", "B"],
  ],
  ["a template from elsewhere", external({ data, target: { template: { templateFrom: [{}] } } }), "own", undefined],
  ["what is merged into a Secret", external({ data, target: { creationPolicy: "Merge" } }), "own", undefined],
  ["a SealedSecret", sealed({ encryptedData: { A: "x" }, template: { data: { B: "b" } } }), "own", ["A", "B"]],
  [
    "a key that its template takes away",
    sealed({ encryptedData: { A: "x", B: "y" }, template: { data: { B: null } } }),
    "own",
    ["A"],
  ],
  // The controller sets the name itself, last.
  [
    "a SealedSecret with another name in its template",
    sealed({ template: { metadata: { name: "other" } } }),
    "own",
    [],
  ],
  ["a Certificate", object("cert-manager.io/v1", "Certificate", { secretName: "tls" }), "tls", undefined],
] as const)("an operator makes a Secret of %s", ([, made, name, keys]) => {
  expect(madeSecret(made)).toEqual({ name, keys: keys && new Set(keys) });
});

test.for([
  ["an ExternalSecret that makes none", external({ target: { creationPolicy: "None" } })],
  ["a Certificate that names none", object("cert-manager.io/v1", "Certificate", {})],
  ["the kind of another group", object("example.com/v1", "SealedSecret", {})],
  ["a Secret itself", object("v1", "Secret", {})],
  ["nothing", undefined],
] as const)("no operator makes one of %s", ([, none]) => {
  expect(madeSecret(none)).toBeUndefined();
});
