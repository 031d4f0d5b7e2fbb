import type { ReportFinding } from "../define-check.ts";

// k8s.io/apiserver/pkg/apis/flowcontrol/bootstrap: what every server has, and lets nobody change.

const everything = {
  resourceRules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"], namespaces: ["*"], clusterScope: true }],
  nonResourceRules: [{ verbs: ["*"], nonResourceURLs: ["*"] }],
};

/** By name. */
export const fixedFlowSchemas: Readonly<Record<string, object>> = {
  exempt: {
    matchingPrecedence: 1,
    priorityLevelConfiguration: { name: "exempt" },
    rules: [{ subjects: groups("system:masters"), ...everything }],
  },
  "catch-all": {
    matchingPrecedence: 10_000,
    priorityLevelConfiguration: { name: "catch-all" },
    distinguisherMethod: { type: "ByUser" },
    rules: [{ subjects: groups("system:unauthenticated", "system:authenticated"), ...everything }],
  },
};

/** By name. Of the one that is called exempt, `exempt` may be anything. */
export const fixedPriorityLevels: Readonly<Record<string, object>> = {
  "catch-all": {
    type: "Limited",
    limited: { nominalConcurrencyShares: 5, lendablePercent: 0, limitResponse: { type: "Reject" } },
  },
};

/** Reports a spec that differs from the one that it has to be, if there is one. */
export function judgeFixed(report: ReportFinding, fixed: object | undefined, spec: object, name: string): void {
  if (fixed === undefined || sorted(fixed) === sorted(spec)) return;
  const message = `the spec differs from the one that the server has for ${name}`;
  report({ path: ["spec"], message, fix: "give it a name of its own" });
}

function groups(...names: readonly string[]): object[] {
  return names.map((name) => ({ kind: "Group", group: { name } }));
}

function sorted(value: object): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
