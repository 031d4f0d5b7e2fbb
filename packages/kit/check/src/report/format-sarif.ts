import { forJson, forSarif, forUri } from "@kit/text";
import type { Check } from "../define-check.ts";
import { pageOf } from "../page-of.ts";
import { pathText } from "../path-text.ts";
import type { LocatedFinding } from "./locate.ts";
import type { CheckReport } from "./report.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/**
 * The report as SARIF 2.1.0, which code hosts show as alerts: every finding as a result, every check that found
 * something as a rule.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif({ findings }: CheckReport, checks: readonly Check[]): string {
  const found = new Set(findings.map(({ check }) => check));
  const rules = checks.filter(({ id }) => found.has(id));
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pnpm check", rules: rules.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, indexOf.get(finding.check) ?? -1)),
      },
    ],
  };
  return `${forJson(log)}\n`;
}

function ruleOf({ id, group, title }: Check): object {
  const sentence = `${title[0]!.toUpperCase()}${title.slice(1)}.`;
  return {
    id,
    shortDescription: { text: sentence },
    help: { text: `${sentence} ${pageOf(id)} says more.` },
    properties: { tags: [group] },
  };
}

function resultOf(finding: LocatedFinding, ruleIndex: number): object {
  const { check, severity, environment, object, where, position, path, message, fix, source } = finding;
  const region = position === undefined ? {} : { region: { startLine: position.line, startColumn: position.column } };
  const place = path.length === 0 ? object : `${object}: ${pathText(path)}`;
  return {
    ruleId: check,
    ruleIndex,
    level: levels[severity],
    message: { text: forSarif(`${message}. To fix: ${fix}.`) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: forUri(where), uriBaseId: "%SRCROOT%" }, ...region },
        logicalLocations: [{ fullyQualifiedName: place, kind: "object" }],
      },
    ],
    ...(source === undefined
      ? {}
      : {
          relatedLocations: [
            { physicalLocation: { artifactLocation: { uri: forUri(source), uriBaseId: "%SRCROOT%" } } },
          ],
        }),
    // What stays the same when lines move: a host knows an old finding by it.
    partialFingerprints: { "place/v1": [environment ?? "", object, check, pathText(path)].join("|") },
  };
}
