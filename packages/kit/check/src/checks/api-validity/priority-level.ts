import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { fixedPriorityLevels, judgeFixed } from "../../rules/judge-fixed.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import type { View } from "../../view/index.ts";

export const priorityLevel = objectCheck({
  id: "priority-level",
  group: "api-validity",
  severity: "error",
  title: "a PriorityLevelConfiguration's type, shares or queues do not go together",
  kinds: ["PriorityLevelConfiguration"],
  run: ({ name, data: { spec = {} } }, report) => {
    const { type, limited, exempt } = spec;
    if (type === undefined) return;
    judgeFixed(report, fixedPriorityLevels[name], spec, name);
    judgeOneOf(report, { path: ["spec", "type"], what: "the type", word: type, words: ["Exempt", "Limited"] });
    if ((name === "exempt") !== (type === "Exempt")) {
      const message = `the type is ${JSON.stringify(type)}, and must be Exempt of the one that is called exempt, and of no other`;
      report({ path: ["spec", "type"], message, fix: `write ${name === "exempt" ? "Exempt" : "Limited"}` });
    }
    if (type === "Exempt") {
      if (limited !== undefined) reportBeside(report, "limited", type);
      judgeShares(report, ["spec", "exempt"], exempt ?? {});
      return;
    }
    if (exempt !== undefined) reportBeside(report, "exempt", type);
    if (limited === undefined) {
      report({ path: ["spec", "limited"], message: "limited is missing", fix: "write limited" });
      return;
    }
    judgeShares(report, ["spec", "limited"], limited);
    const { borrowingLimitPercent: value, limitResponse } = limited;
    const what = "borrowingLimitPercent";
    judgeNumber(report, { path: ["spec", "limited", what], what, value, from: 0 });
    judgeResponse(report, ["spec", "limited", "limitResponse"], limitResponse ?? {});
  },
});

type Limited = NonNullable<NonNullable<View<"PriorityLevelConfiguration">["data"]["spec"]>["limited"]>;

function reportBeside(report: ReportFinding, field: string, type: string): void {
  const message = `${field} is there, and the type is ${JSON.stringify(type)}`;
  report({ path: ["spec", field], message, fix: `remove ${field}` });
}

function judgeShares(
  report: ReportFinding,
  path: Path,
  shares: { readonly nominalConcurrencyShares?: number | undefined; readonly lendablePercent?: number | undefined },
): void {
  const { nominalConcurrencyShares, lendablePercent } = shares;
  const what = "nominalConcurrencyShares";
  judgeNumber(report, { path: [...path, what], what, value: nominalConcurrencyShares, from: 0 });
  const percent = { path: [...path, "lendablePercent"], what: "lendablePercent" };
  judgeNumber(report, { ...percent, value: lendablePercent, from: 0, to: 100 });
}

function judgeResponse(report: ReportFinding, path: Path, response: NonNullable<Limited["limitResponse"]>): void {
  const { type = "", queuing } = response;
  judgeOneOf(report, { path: [...path, "type"], what: "the limitResponse", word: type, words: ["Queue", "Reject"] });
  const place = [...path, "queuing"];
  if (type === "Reject" && queuing !== undefined) {
    report({ path: place, message: "queuing is there, and the type is Reject", fix: "remove queuing" });
  }
  if (type !== "Queue") return;
  if (queuing === undefined) {
    report({ path: place, message: "queuing is missing, and the type is Queue", fix: "write queuing" });
    return;
  }
  // The server fills in what is missing or 0.
  const { queues: all, handSize: hand, queueLengthLimit: limit } = queuing;
  const [queues, handSize, length] = [all || 64, hand || 8, limit || 50];
  judgeNumber(report, { path: [...place, "queues"], what: "queues", value: queues, from: 1, to: 10_000_000 });
  judgeNumber(report, { path: [...place, "queueLengthLimit"], what: "queueLengthLimit", value: length, from: 1 });
  const what = "handSize";
  judgeNumber(report, { path: [...place, what], what, value: handSize, from: 1, to: Math.max(queues, 1) });
  if (handSize < 1 || handSize > queues || entropyBits(queues, handSize) <= 60) return;
  const message = `${handSize} of ${queues} queues need ${entropyBits(queues, handSize)} random bits, and 60 may be`;
  report({ path: [...place, what], message, fix: "set handSize or queues to less" });
}

/** k8s.io/apiserver/pkg/util/shufflesharding: how many bits choose a hand. */
function entropyBits(queues: number, handSize: number): number {
  return Math.ceil(Math.log2(queues) * handSize);
}
