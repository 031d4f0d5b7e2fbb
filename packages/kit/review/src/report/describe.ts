import { describeIdentity } from "@kit/kube";
import type { RiskFinding, JudgedChange, JudgedField } from "../judge/judge.ts";

/** `Deployment prod/backend`, with what it was before. */
export function titleOf({ op, id, previous }: JudgedChange): string {
  if (previous !== undefined) return `${describeIdentity(previous)} → ${describeIdentity(id)}`;
  return op === "changed" ? describeIdentity(id) : `${describeIdentity(id)} (${op})`;
}

/** Who made it: `by packages/shop/cart/src/index.ts`. Undefined where nobody knows. */
export function originText({ origin }: Pick<JudgedField, "origin">): string | undefined {
  if (origin?.by === "cluster") return `set by ${origin.files.join(" and ")} in the cluster`;
  return origin === undefined ? undefined : `by ${origin.files.join(" or ")}`;
}

/** Findings of one rule and consequence as one. */
export function findingLines(
  findings: readonly RiskFinding[],
): { readonly finding: RiskFinding; readonly reasons: string[] }[] {
  const groups = Map.groupBy(findings, ({ risk, consequence }) => `${risk}\n${consequence}`);
  return [...groups.values()].map((own) => ({ finding: own[0]!, reasons: own.map(({ reason }) => reason) }));
}

/** The page of a rule, from the repository's root. */
export function pageOf(risk: string): string {
  return `docs/risks/${risk}.md`;
}

/** What is said where nothing changed, with the names as a medium wants them. */
export function nothingText(
  { base, head }: { readonly base: string; readonly head: string },
  name: (text: string) => string,
): string {
  return `nothing changes from ${name(base)} to ${name(head)}\n`;
}
