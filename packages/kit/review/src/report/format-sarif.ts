import { describeIdentity } from "@kit/kube";
import { forJson, forSarif, forUri } from "@kit/text";
import type { Risk } from "../judge/define-risk.ts";
import type { RiskFinding, JudgedChange } from "../judge/judge.ts";
import { registry } from "../risks/registry.ts";
import type { EnvironmentReview, Review } from "../review.ts";
import { pageOf } from "./describe.ts";

const levels = { breaks: "error", caution: "warning", unclassified: "note", routine: "note" } as const;

/**
 * What is risky as SARIF 2.1.0, which code hosts show as alerts: every finding that breaks (an error) or asks for caution
 * (a warning) as a result, every rule that found something as a rule. Ends with a line break.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif({ environments }: Review): string {
  const risky = environments.flatMap(riskyOf);
  const found = new Set(risky.map(({ finding }) => finding.risk));
  const rules = registry.filter(({ id }) => found.has(id));
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pnpm review", rules: rules.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: risky.map((one) => resultOf(one, indexOf.get(one.finding.risk) ?? -1)),
      },
    ],
  };
  return `${forJson(log)}\n`;
}

interface Risky {
  readonly environment: string | undefined;
  readonly change: JudgedChange;
  readonly finding: RiskFinding;
}

function riskyOf({ environment, changes }: EnvironmentReview): Risky[] {
  return changes.flatMap((change) =>
    change.findings
      .filter((finding) => finding.class === "breaks" || finding.class === "caution")
      .map((finding) => ({ environment, change, finding })),
  );
}

function ruleOf({ id, title, class: own }: Risk): object {
  const sentence = `${title[0]!.toUpperCase()}${title.slice(1)}.`;
  return {
    id,
    shortDescription: { text: sentence },
    help: { text: `${sentence} ${pageOf(id)} says why, and what to do.` },
    properties: { tags: [own] },
  };
}

function resultOf({ environment, change, finding }: Risky, ruleIndex: number): object {
  const { risk, reason, consequence, paths } = finding;
  const object = describeIdentity(change.id);
  const places = paths.length === 0 ? [object] : paths.map((path) => `${object}: ${path}`);
  const files = change.origin === undefined || change.origin.by === "cluster" ? [] : change.origin.files;
  return {
    ruleId: risk,
    ruleIndex,
    level: levels[finding.class],
    message: { text: forSarif(`${object}: ${reason}. What comes of it: ${consequence}.`) },
    locations: [
      {
        physicalLocation: physical(change.where),
        logicalLocations: places.map((fullyQualifiedName) => ({ fullyQualifiedName, kind: "object" })),
      },
    ],
    ...(files.length === 0 ? {} : { relatedLocations: files.map((file) => ({ physicalLocation: physical(file) })) }),
    // A host knows by it what it has shown before.
    partialFingerprints: { "place/v1": [environment ?? "", object, risk, ...paths, reason].join("|") },
  };
}

/** Paths are from the repository's root, but for files from anywhere. */
function physical(file: string): object {
  const path = forUri(file);
  const uri = file.startsWith("/") ? { uri: `file://${path}` } : { uri: path, uriBaseId: "%SRCROOT%" };
  return { artifactLocation: uri };
}
