import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

const pinned = "packages/kit/control-plane/engine/kubernetes/go.mod";
const made = "packages/kit/schema/data/kubernetes.json";
// Of all that a cluster may be said to run, one is this.
const list = "packages/kit/schema/src/minors.ts";
// Other modules have versions of their own.
const lists = [":!*go.mod", ":!*go.sum", ":!pnpm-lock.yaml"];

test("the version of Kubernetes is said in one place, and in what is made of it", () => {
  const [, version, minor] = /k8s\.io\/kubernetes v((\d+\.\d+)\.\d+)/.exec(read(pinned))!;
  expect(read(made)).toContain(`"sources":{"kubernetes":"${version}"}`);
  expect(read(list)).toContain(`"${minor}"`);
  const said = new RegExp(`(?<![\\d.])${minor!.replace(".", "\\.")}(?!\\d)`);
  const files = execFileSync("git", ["ls-files", "-z", "--", ".", ...lists], { cwd: repositoryRoot, encoding: "utf8" });
  const texts = files
    .split("\0")
    .filter((file) => /\.(?:ts|mjs|md|json|ya?ml)$/.test(file) && file !== made && file !== list);
  expect(texts.filter((file) => said.test(read(file)))).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(repositoryRoot, file), "utf8");
}
