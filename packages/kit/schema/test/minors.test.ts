import {
  findKind,
  isBuiltInGroup,
  isSameKind,
  kubernetesMinor,
  kubernetesMinors,
  nextMinor,
  servedVersions,
  typeAt,
  type KubernetesMinor,
} from "@kit/schema";
import { digestOf } from "@kit/schema/make";
import { describe, expect, test } from "vitest";
import { tableOfMinor } from "../src/minor-table.ts";
import { readMinors, readOwnTable } from "../src/tables.ts";

const pinned = readOwnTable();
const { minors } = readMinors();

test("the tables differ from the pinned one that is here: `pnpm schema` makes them anew", () => {
  expect(readMinors().pinned).toBe(digestOf(pinned));
});

test("one of the versions is the pinned one, and of the others there is a table each", () => {
  expect(kubernetesMinors).toContain(kubernetesMinor);
  expect(Object.keys(minors)).toEqual(kubernetesMinors.filter((minor) => minor !== kubernetesMinor));
});

test.each(Object.entries(minors))("what the table of %s refers to is there", (minor, table) => {
  const { sources, kinds, nodes } = tableOfMinor(pinned, table);
  expect(sources["kubernetes"]).toMatch(new RegExp(`^${minor.replace(".", "\\.")}\\.\\d+$`));
  const places = [
    ...Object.values(kinds).flatMap((served) => Object.values(served).map(({ type }) => type)),
    ...nodes.flatMap(({ fields = {}, values = 0, items = 0 }) => [...Object.values(fields), values, items]),
  ];
  expect(places.filter((place) => nodes[place] === undefined)).toEqual([]);
});

/** The versions in which a pod template has a field. */
function withPodField(field: string): KubernetesMinor[] {
  const path = ["spec", "template", "spec", field];
  return kubernetesMinors.filter((minor) => typeAt(findKind("apps/v1", "Deployment", minor)!, path) !== undefined);
}

/** The versions that serve a kind. */
function serving(apiVersion: string, kind: string): KubernetesMinor[] {
  return kubernetesMinors.filter((minor) => findKind(apiVersion, kind, minor) !== undefined);
}

describe("by version", () => {
  test("a field that comes, and one that was there once", () => {
    expect(withPodField("containers")).toEqual(kubernetesMinors);
    expect(withPodField("schedulingGroup")).toEqual(kubernetesMinors.slice(2));
    expect(withPodField("workloadRef")).toEqual(kubernetesMinors.slice(1, 2));
    expect(withPodField("evictionResponders")).toEqual(kubernetesMinors.slice(3));
  });

  test("a kind that comes, and a group", () => {
    expect(serving("admissionregistration.k8s.io/v1", "MutatingAdmissionPolicy")).toEqual(kubernetesMinors.slice(2));
    expect(serving("storagemigration.k8s.io/v1", "StorageVersionMigration")).toEqual(kubernetesMinors.slice(3));
    expect(servedVersions("storagemigration.k8s.io", "StorageVersionMigration", "1.37")).toEqual([
      "storagemigration.k8s.io/v1",
    ]);
    expect(kubernetesMinors.filter((minor) => isBuiltInGroup("storagemigration.k8s.io", minor))).toEqual(
      kubernetesMinors.slice(3),
    );
  });

  test("the pinned one is what is found without a version", () => {
    expect(findKind("apps/v1", "Deployment", kubernetesMinor as KubernetesMinor)).toBe(
      findKind("apps/v1", "Deployment"),
    );
  });

  test("what is the same is known to be, and what follows", () => {
    expect(isSameKind("v1", "ConfigMap", "1.34", "1.35")).toBe(true);
    expect(isSameKind("apps/v1", "Deployment", "1.34", "1.35")).toBe(false);
    expect(isSameKind("example.com/v1", "Thing", "1.34", "1.35")).toBe(false);
    expect(kubernetesMinors.map(nextMinor)).toEqual([...kubernetesMinors.slice(1), undefined]);
  });
});
