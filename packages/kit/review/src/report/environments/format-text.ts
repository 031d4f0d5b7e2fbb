import { forTerminal } from "@kit/text";
import type { ComparedField, ComparedObject, EnvironmentComparison } from "../../environments/compare-environments.ts";
import { bodyText, lineText, style } from "../text-lines.ts";
import { fieldLines, objectLines } from "../field-lines.ts";
import { countsText, namespacesText, nothingText, saysText, sumsText, titleOf } from "./describe.ts";

/**
 * What two environments deploy differently as text for people: what is not expected first. Ends with a line break.
 *
 * @param all Whether nothing is folded: neither what is expected nor long values.
 */
export function formatComparisonText(comparison: EnvironmentComparison, all: boolean): string {
  if (comparison.objects.length === 0) return nothingText(comparison, forTerminal);
  const { base, head, objects } = comparison;
  const namespaces = namespacesText(comparison);
  const title = `${style("bold", forTerminal(`${base} and ${head}`))}: ${countsText(comparison)}\n`;
  const second = namespaces === undefined ? "" : `${forTerminal(namespaces)}\n`;
  const body = objects
    .map((object) => formatObject(object, comparison, all))
    .join("")
    .trimEnd();
  const fold = !all && objects.some(({ isExpected }) => isExpected) ? " (--all shows what is in them)" : "";
  return `${title}${second}\n${body}\n\n${sumsText(comparison)}${fold}\n`;
}

function formatObject(object: ComparedObject, comparison: EnvironmentComparison, all: boolean): string {
  const isFolded = object.isExpected && !all;
  const mark = object.isExpected ? style("green", "expected") : style("magenta", "unexpected");
  const head = `  ${mark} ${style("bold", forTerminal(titleOf(object, comparison)))}`;
  const says = style("dim", forTerminal(saysText(object.says)));
  if (isFolded) return `${head}  ${says}\n`;
  const place = style("dim", forTerminal(object.where));
  return `${head}\n    ${place}${says === "" ? "" : `  ${says}`}\n${bodyOf(object, all)}\n`;
}

function bodyOf(object: ComparedObject, all: boolean): string {
  const { op, before, after, fields } = object;
  if (op === "added" && after !== undefined) return bodyText(objectLines("+", after), all);
  if (op === "removed" && before !== undefined) return bodyText(objectLines("-", before), all);
  const shown = all ? fields : fields.filter(({ isExpected }) => !isExpected);
  const hidden = fields.length - shown.length;
  const rest = hidden === 0 ? "" : `    ${style("dim", `${hidden} expected (--all shows them)`)}\n`;
  return `${shown.map((field) => fieldText(object, field, all)).join("")}${rest}`;
}

/** Says who made a field's values where that is not who made the object's others. */
function fieldText(object: ComparedObject, field: ComparedField, all: boolean): string {
  const [first, ...rest] = fieldLines(field);
  const own = saysText(field.says);
  const isOther = own !== saysText(object.says);
  const mark = field.isExpected === object.isExpected ? "" : "expected: ";
  const note = isOther ? style("dim", `  ${mark}${forTerminal(own)}`) : "";
  return `${lineText(first!)}${note}\n${bodyText(rest, all)}`;
}
