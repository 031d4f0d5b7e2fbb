import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import { planRepository } from "../src/repository/index.ts";
import { kit } from "./kit.ts";

const plan = planRepository({ name: "our-manifests", system: "shop", service: "cart" }, kit);
const textOf = (path: string): string => plan.find((file) => file.path === path)!.after!;
const page = textOf("README.md");

test("a new repository's README names only scripts that there are", () => {
  const { scripts } = JSON.parse(textOf("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...page.matchAll(/\bpnpm(?:@[\d.]+)? ([a-z-]+)/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in scripts) && name !== "exec")).toEqual([]);
  expect(page).toContain(`npx --yes ${kit.packageManager} build\n`);
});

test("and only pages that the kit brings along", () => {
  const named = [...page.matchAll(/`([\w-]+\.md)`/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !existsSync(join(repositoryRoot, "docs", name)))).toEqual([]);
});
