import { listOf, mapOf } from "@kit/kube";
import type { Path } from "@kit/schema";
import type { CelScope, CelType } from "../cel/index.ts";
import type { ReportFinding } from "../define-check.ts";
import { judgeExpression } from "../rules/judge-expression.ts";
import { judgeOneOf } from "../rules/judge-one-of.ts";
import { judgeText } from "../rules/judge-text.ts";
import { celTypeOf } from "./cel-type-of.ts";
import { fieldAt } from "./field-at.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { PlaceOfSchema } from "./schema-place.ts";

const reasons = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"];

/** Reports the rules of a schema that are not CEL, or that read what is not there. What they cost is not counted. */
export function judgeRules(report: ReportFinding, path: Path, schema: JsonSchema, place: PlaceOfSchema): void {
  const rules = listOf(schema.said["x-kubernetes-validations"]);
  if (rules.length === 0) return;
  const self = celTypeOf(schema, place.level === "root");
  rules.forEach((value, index) => {
    const rule = mapOf(value);
    const at = [...path, "x-kubernetes-validations", index];
    judgeRule(report, at, rule, self, place);
    judgeMessages(report, at, rule);
    const { reason, fieldPath } = rule;
    if (typeof reason === "string")
      judgeOneOf(report, { path: [...at, "reason"], what: "the reason", word: reason, words: reasons });
    if (typeof fieldPath !== "string" || fieldPath === "" || fieldAt(schema, fieldPath) !== "missing") return;
    const message = `the fieldPath ${JSON.stringify(fieldPath)} leads to no field of the schema`;
    report({ path: [...at, "fieldPath"], message, fix: "correct the fieldPath" });
  });
}

type Rule = Readonly<Record<string, unknown>>;

function judgeRule(report: ReportFinding, path: Path, rule: Rule, self: CelType, { hasOldValue }: PlaceOfSchema): void {
  const text = textOf(rule["rule"]);
  const at = [...path, "rule"];
  if (text.trim() === "") {
    judgeText(report, { path: at, what: "the rule", text: "" });
    return;
  }
  const isOptional = rule["optionalOldSelf"] !== undefined && rule["optionalOldSelf"] !== null;
  const scope: CelScope = {
    variables: new Map([
      ["self", self],
      ["oldSelf", isOptional ? undefined : self],
    ]),
  };
  judgeExpression(report, { path: at, what: "the rule", text, scope, gives: ["bool"] });
  const usesOld = /\boldSelf\b/.test(text);
  if (usesOld && !hasOldValue) {
    const message = "the rule reads oldSelf, which is not known inside of a list without keys or of an atomic map";
    report({ path: at, message, fix: "write the rule outside of there" });
  }
  if (!usesOld && isOptional) {
    const message = "optionalOldSelf is there, and the rule does not read oldSelf";
    report({ path: [...path, "optionalOldSelf"], message, fix: "remove it" });
  }
  const message = textOf(rule["messageExpression"]);
  if (message === "") return;
  const place = [...path, "messageExpression"];
  if (message.trim() === "") judgeText(report, { path: place, what: "the messageExpression", text: "" });
  else judgeExpression(report, { path: place, what: "the messageExpression", text: message, scope, gives: ["string"] });
}

function judgeMessages(report: ReportFinding, path: Path, rule: Rule): void {
  const [text, message] = [textOf(rule["rule"]), textOf(rule["message"])];
  const problem =
    message !== "" && message.trim() === ""
      ? "is blank"
      : /[\n\r]/.test(message.trim())
        ? "has a line break"
        : message.trim() === "" && /[\n\r]/.test(text.trim())
          ? "is missing, and the rule has several lines"
          : undefined;
  if (problem === undefined) return;
  report({ path: [...path, "message"], message: `the message ${problem}`, fix: "write a message on one line" });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
