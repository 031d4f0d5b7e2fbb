import { describe, expect, test } from "vitest";
import { check } from "../src/check.ts";
import { apiValidity } from "../src/checks/api-validity/index.ts";
import { noEnvironment } from "../src/no-environment.ts";
import { readManifests } from "../src/read-manifests.ts";
import { object } from "./flow-yaml.ts";

function definition(group: string, kind: string, versions: string): string {
  const plural = `${kind.toLowerCase()}s`;
  return object(
    "CustomResourceDefinition",
    `${plural}.${group}`,
    `spec: { group: ${group}, scope: Namespaced, names: { plural: ${plural}, kind: ${kind} }, versions: [${versions}] }`,
    "apiextensions.k8s.io/v1",
  );
}

const schema =
  "{ type: object, properties: { spec: { type: object, required: [size], properties: { size: { type: integer } } } } }";
const version = (name: string, storage: boolean, served = true, root = schema): string =>
  `{ name: ${name}, served: ${served}, storage: ${storage}, schema: { openAPIV3Schema: ${root} } }`;
const widgets = definition("example.com", "Widget", `${version("v1", true)}, ${version("v0", false, false)}`);

function found(text: string): string[] {
  const { objects } = readManifests(text, "stdin");
  const findings = check([{ ...noEnvironment, objects }], { today: "2026-01-01", checks: apiValidity });
  return findings.map(({ check: id, severity, object: of, message }) => `${severity} ${id} ${of}: ${message}`);
}

describe("a definition among the objects", () => {
  test("judges its objects, wherever it stands", () => {
    const widget = object("Widget", "a", "spec: { sise: big }", "example.com/v1");
    const errors = [
      'error unknown-field Widget default/a: there is no field "sise"',
      "error field-required Widget default/a: size is missing",
    ];
    expect(found(widgets + widget).toSorted()).toEqual(errors.toSorted());
    expect(found(widget + widgets).toSorted()).toEqual(errors.toSorted());
    expect(found(widgets + object("Widget", "a", "spec: { size: 1 }", "example.com/v1"))).toEqual([]);
  });

  test("says which versions are served", () => {
    expect(found(widgets + object("Widget", "a", "spec: { size: 1 }", "example.com/v0"))).toEqual([
      "error api-version-served Widget default/a: the definition of the kind does not serve Widget in example.com/v0",
    ]);
  });

  test("says nothing of its objects where its schema is not one", () => {
    const broken = definition(
      "example.com",
      "Widget",
      version("v1", true, true, "{ type: object, properties: { spec: { type: strin } } }"),
    );
    const findings = found(broken + object("Widget", "a", "spec: { size: a }", "example.com/v1"));
    expect(findings.map((one) => one.split(" ")[1])).toEqual(["definition-schema"]);
  });

  test("counts before one that is pinned", () => {
    const own = definition("argoproj.io", "Application", version("v1alpha1", true));
    const application = object("Application", "a", "spec: { size: 1 }", "argoproj.io/v1alpha1");
    expect(found(own + application)).toEqual([]);
    expect(found(application)).toContain(
      'warning unknown-field Application default/a: there is no field "size" (by the pinned definition; the cluster may have another version of it)',
    );
  });

  test("adds no kind to the server's own groups", () => {
    const own = definition("apps", "Deployment", version("v1", true));
    expect(found(own + object("Deployment", "a", "spec: { size: 1 }", "apps/v1")).join("\n")).toContain(
      "error unknown-field Deployment default/a",
    );
  });
});

test("a version that no pinned definition serves is a warning", () => {
  const application = object("Application", "a", "spec: {}", "argoproj.io/v1");
  expect(found(application)).toEqual([
    "warning api-version-served Application a: the definition of the kind does not serve Application in argoproj.io/v1",
  ]);
});
