import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EnvironmentFailure, exitCodeOf, UserError } from "@kit/errors";
import { isKubeObject, isPatch } from "@kit/model";
import { exampleService, exampleSystem, filesBelow, runScript, temporaryRepository } from "@kit/testing";
import { Service } from "kubernetes-models/v1/Service";
import { expect, test } from "vitest";
import * as sources from "typed-manifests";

const front = join(import.meta.dirname, "..");
const artefact = (await import(pathToFileURL(join(front, "dist/index.js")).href)) as typeof sources;

const service = (): Service =>
  new Service({ metadata: { name: "cart" }, spec: { ports: [{ name: "http", port: 8080 }] } });
const byIngress = { id: "prod", environment: "production", cluster: { id: "shop" } } as const;

test("the artefact and its sources are two instances, with the same names", () => {
  expect(artefact.patch).not.toBe(sources.patch);
  expect(Object.keys(artefact).toSorted()).toEqual(Object.keys(sources).toSorted());
});

test("what a helper of the one throws is a user error to the other", () => {
  const thrown = [sources, artefact].map(({ expose }) =>
    thrownBy(() => {
      expose(service(), byIngress as never, { exposure: { type: "Ingress", host: "shop.example.com" } } as never);
    }),
  );
  expect(thrown[1]).not.toBe(thrown[0]);
  expect(thrown.map((one) => [one instanceof UserError, one instanceof EnvironmentFailure, exitCodeOf(one)])).toEqual([
    [true, false, 2],
    [true, false, 2],
  ]);
  expect((thrown[1] as UserError).problems).toEqual((thrown[0] as UserError).problems);
});

test("a patch that the one made is read by the other, with its helper", () => {
  const [made] = artefact.fromHelper("ownHelper", [artefact.patch(service(), { spec: { type: "NodePort" } })]);
  const [again] = sources.fromHelper("outerHelper", [made!]);
  expect([isPatch(made!), made!.helper, again!.helper]).toEqual([true, "ownHelper", "outerHelper"]);
  expect(again!.call).toBe(made!.call);
});

test("objects are objects to both, and keep what they would lose", () => {
  const object = new Service({ metadata: { name: "cart", labels: { app: undefined as never } } });
  expect(isKubeObject(artefact.restrictedNamespace("shop"))).toBe(true);
  expect(object.toJSON()).toHaveProperty(["metadata", "labels", "app"], undefined);
});

test("a command builds the same from a package that imports the sources", async () => {
  const built = await Promise.all([exampleSystem(), mapped(exampleSystem(), viaSources)].map(build));
  expect(built.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual([
    { exitCode: 0, stderr: "" },
    { exitCode: 0, stderr: "" },
  ]);
  expect(built[1]!.files).toEqual(built[0]!.files);
});

test("and says the same of what its helper throws", async () => {
  const throwing = exampleService("cart")
    .replace("{ defineService,", "{ defineService, expose,")
    .replace(
      "configure: (env) => [",
      'configure: (env) => [...expose(service, env, { name: "cart", labels, exposure: { type: "Ingress", host: "shop.example.com" } }), ',
    );
  const system = { ...exampleSystem(), "packages/shop/cart/src/index.ts": throwing };
  const [one, other] = await Promise.all([system, mapped(system, viaSources)].map(build));
  expect(one).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("has no ingressController") as string });
  expect(other!.stderr).toBe(one!.stderr);
});

function viaSources(text: string): string {
  return text.replace('"typed-manifests"', JSON.stringify(join(front, "src/index.ts")));
}

function thrownBy(call: () => void): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

function mapped(files: Readonly<Record<string, string>>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));
}

async function build(files: Readonly<Record<string, string>>) {
  using repository = temporaryRepository(files);
  const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
  return { exitCode, stderr, files: exitCode === 0 ? filesBelow(repository.path, "generated") : undefined };
}
