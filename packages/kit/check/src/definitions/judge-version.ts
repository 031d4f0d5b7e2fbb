import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeOneOf } from "../rules/judge-one-of.ts";
import { judgeText } from "../rules/judge-text.ts";
import type { View } from "../view/index.ts";
import { fieldAt } from "./field-at.ts";
import { JsonSchema } from "./json-schema.ts";

type Spec = NonNullable<View<"CustomResourceDefinition">["data"]["spec"]>;
export type WrittenVersion = NonNullable<Spec["versions"]>[number];

/** Reports what a version says beside its schema: columns, subresources, fields to select by. */
export function judgeVersion(report: ReportFinding, path: Path, version: WrittenVersion): void {
  const { deprecated = false, deprecationWarning: warning, subresources, additionalPrinterColumns = [] } = version;
  if (warning !== undefined && (!deprecated || warning === "" || warning.length > 256)) {
    const reason = deprecated
      ? `has ${warning.length} characters, and may have 1 to 256`
      : "is there, and the version is not deprecated";
    report({ path: [...path, "deprecationWarning"], message: `the deprecationWarning ${reason}`, fix: "correct it" });
  }
  const { scale } = subresources ?? {};
  if (scale !== undefined) judgeScale(report, [...path, "subresources", "scale"], scale);
  additionalPrinterColumns.forEach(({ name, type, format = "", jsonPath }, index) => {
    const place = [...path, "additionalPrinterColumns", index];
    judgeText(report, { path: [...place, "name"], what: "the column's name", text: name });
    const words = ["boolean", "date", "integer", "number", "string"];
    judgeOneOf(report, { path: [...place, "type"], what: "the column's type", word: type, words });
    const formats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];
    const rule = { path: [...place, "format"], what: "the column's format", word: format, words: formats };
    if (format !== "") judgeOneOf(report, rule);
    judgeText(report, { path: [...place, "jsonPath"], what: "the path", text: jsonPath, problem: pathProblem });
  });
  judgeSelectable(report, [...path, "selectableFields"], version);
}

function judgeScale(
  report: ReportFinding,
  path: Path,
  scale: NonNullable<NonNullable<WrittenVersion["subresources"]>["scale"]>,
): void {
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = scale;
  const rules = { specReplicasPath: below(".spec."), statusReplicasPath: below(".status.") };
  for (const [what, text] of Object.entries({ specReplicasPath, statusReplicasPath })) {
    judgeText(report, { path: [...path, what], what, text, problem: rules[what as keyof typeof rules] });
  }
  const what = "labelSelectorPath";
  const rule = { path: [...path, what], what, text: labelSelectorPath, problem: below(".spec.", ".status.") };
  if (labelSelectorPath !== undefined && labelSelectorPath !== "") judgeText(report, rule);
}

function below(...starts: readonly string[]): (text: string) => string | undefined {
  return (text) =>
    starts.some((start) => text.startsWith(start)) ? undefined : `must begin with ${starts.join(" or ")}`;
}

function judgeSelectable(report: ReportFinding, path: Path, { selectableFields = [], schema }: WrittenVersion): void {
  const root = JsonSchema.of(schema?.openAPIV3Schema);
  const paths = selectableFields.map(({ jsonPath = "" }) => jsonPath);
  if (paths.length > 8) report({ path, message: `${paths.length} fields are there, and 8 may be`, fix: "remove some" });
  paths.forEach((text, index) => {
    const problem = paths.indexOf(text) === index ? selectableProblem(text, root) : "is there before";
    if (problem === undefined) return;
    const message = `the field ${JSON.stringify(text)} ${problem}`;
    report({ path: [...path, index, "jsonPath"], message, fix: "correct the path, or remove it" });
  });
}

function selectableProblem(text: string, root: JsonSchema | undefined): string | undefined {
  if (text === "") return "is empty";
  if (/^\.metadata\b/.test(text)) return "is in metadata";
  const field = root === undefined ? undefined : fieldAt(root, text);
  if (field === "missing") return "is not in the schema";
  const type = field?.text("type");
  if (type === undefined || ["string", "boolean", "integer"].includes(type)) return undefined;
  return `is ${type === "number" ? "a" : "an"} ${type}, and must be a string, boolean or integer`;
}

function pathProblem(text: string): string | undefined {
  return text.startsWith(".") ? undefined : "must begin with a dot";
}
