import { join } from "node:path";
import { accessChanges, accessOf, grantsFor, isGranted } from "@kit/kube";
import { expect, test } from "vitest";
import { readRecording } from "../recorded/recording.ts";
import { objects, requests, subjects } from "./world.ts";

const recorded = readRecording<string>(join(import.meta.dirname, "recorded.json"));

test.each(subjects)("$kind $name may do what the server allows", (subject) => {
  const grants = grantsFor(accessOf(objects), subject);
  const said = requests.filter((request) => isGranted(grants, request));
  const answers = recorded[subject.name]!.split("");
  expect(answers).toHaveLength(requests.length);
  expect(said).toEqual(requests.filter((_, index) => answers[index] === "y"));
});

type Data = Record<string, any>;

function role(rules: readonly Data[], more: Data = {}): Data {
  return { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name: "a", ...more }, rules };
}
const rule = (verbs: string[], apiGroups: string[], resources: string[], more: Data = {}): Data => ({
  verbs,
  apiGroups,
  resources,
  ...more,
});
const of = { kind: "ClusterRole", name: "a", namespace: undefined };
const binding = (name: string, kind: string, ofRole: string): Data => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind,
  metadata: { name, namespace: "shop" },
  roleRef: { kind: "ClusterRole", name: ofRole },
  subjects: [{ kind: "ServiceAccount", name: "web", namespace: "shop" }],
});

test.each([
  [
    "grants of another group beside all of one",
    [role([rule(["*"], [""], ["*"])])],
    [role([rule(["*"], [""], ["*"]), rule(["bind", "escalate"], ["rbac.authorization.k8s.io"], ["clusterroles"])])],
  ],
  [
    "names instead of all",
    [role([rule(["get"], [""], ["secrets"])])],
    [role([rule(["get"], [""], ["secrets"], { resourceNames: ["one"] })])],
  ],
  [
    "a verb instead of all",
    [role([rule(["*"], ["apps"], ["deployments"])])],
    [role([rule(["get"], ["apps"], ["deployments"])])],
  ],
  [
    "the same in two rules",
    [role([rule(["get", "list"], [""], ["pods"])])],
    [role([rule(["get"], [""], ["pods"]), rule(["list"], [""], ["pods"])])],
  ],
  [
    "a label by which admin gathers",
    [role([rule(["get"], [""], ["pods"])])],
    [role([rule(["get"], [""], ["pods"])], { labels: { "rbac.authorization.k8s.io/aggregate-to-view": "true" } })],
  ],
  [
    "what another role gives anyway",
    [
      role([]),
      role([rule(["*"], ["*"], ["*"])], { name: "b" }),
      binding("b", "ClusterRoleBinding", "b"),
      binding("a", "RoleBinding", "a"),
    ],
    [
      role([rule(["get"], [""], ["pods"])]),
      role([rule(["*"], ["*"], ["*"])], { name: "b" }),
      binding("b", "ClusterRoleBinding", "b"),
      binding("a", "RoleBinding", "a"),
    ],
  ],
])("of %s is told what is gained and lost", (_, before, after) => {
  expect(accessChanges(before, after, of)).toMatchSnapshot();
});

test("a binding is told by what its subjects may do then", () => {
  const pods = role([rule(["get"], [""], ["pods"])]);
  const own = { kind: "RoleBinding", name: "a", namespace: "shop" };
  expect(accessChanges([pods], [pods, binding("a", "RoleBinding", "a")], own)).toMatchSnapshot("a new one");
  expect(
    accessChanges([binding("a", "RoleBinding", "view")], [binding("a", "RoleBinding", "edit")], own),
  ).toMatchSnapshot("a different role");
});

test("a role that goes takes the rights away, also where its binding stays", () => {
  const own = role([rule(["get"], [""], ["pods"])]);
  const bound = binding("a", "RoleBinding", "a");
  expect(accessChanges([own, bound], [bound], of)).toEqual([
    { who: "ServiceAccount shop/web", gained: [], lost: ["get pods in shop"] },
  ]);
});
