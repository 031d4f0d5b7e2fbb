import { isMap } from "@kit/kube";
import type { Json } from "@kit/kube";
import type { Path } from "@kit/schema";
import { byteLength } from "../byte-length.ts";
import type { CelScope, CelType } from "../cel/index.ts";
import type { ReportFinding } from "../define-check.ts";
import { judgeExpression } from "../rules/judge-expression.ts";
import { judgeText } from "../rules/judge-text.ts";
import { driverNameProblem } from "../syntax/driver-name.ts";

interface DeviceSelector {
  readonly cel?: { readonly expression?: string | undefined } | undefined;
}

const unknown = (): CelType => undefined;
/** k8s.io/dynamic-resource-allocation/cel. */
const device: CelType = {
  fields: new Map<string, () => CelType>([
    ["driver", () => "string"],
    ["attributes", unknown],
    ["capacity", unknown],
    ["allowMultipleAllocations", () => "bool"],
  ]),
};
const scope: CelScope = { variables: new Map([["device", device]]) };

/** Reports what chooses devices, where that is not an expression that says yes or no. */
export function judgeSelectors(report: ReportFinding, path: Path, selectors: readonly DeviceSelector[] = []): void {
  judgeCount(report, path, selectors.length, 32);
  selectors.forEach(({ cel }, index) => {
    if (cel === undefined) {
      report({
        path: [...path, index, "cel"],
        message: "the selector has no cel",
        fix: "write cel with an expression",
      });
      return;
    }
    const { expression: text = "" } = cel;
    const place = [...path, index, "cel", "expression"];
    if (text.trim() === "") judgeText(report, { path: place, what: "the expression", text: "" });
    else judgeExpression(report, { path: place, what: "the expression", text, scope, gives: ["bool", "dyn"] });
  });
}

interface DeviceConfig {
  readonly opaque?: { readonly driver?: string | undefined; readonly parameters?: unknown } | undefined;
}

/** Reports what a driver is told, where it is not an object for a driver. */
export function judgeDeviceConfig(report: ReportFinding, path: Path, { opaque }: DeviceConfig): void {
  const place = [...path, "opaque"];
  if (opaque === undefined) {
    report({ path: place, message: "opaque is missing", fix: "write opaque with driver and parameters" });
    return;
  }
  const { driver: text, parameters } = opaque;
  judgeText(report, { path: [...place, "driver"], what: "the driver", text, problem: driverNameProblem });
  const isObject = isMap(parameters as Json | undefined);
  const size = isObject ? byteLength(JSON.stringify(parameters)) : 0;
  if (isObject && size <= 10_240) return;
  const message = isObject
    ? `the parameters have ${size} bytes, and may have 10240`
    : "the parameters are not an object";
  report({ path: [...place, "parameters"], message, fix: "write an object of the driver's" });
}

/** Reports a list that is too long. */
export function judgeCount(report: ReportFinding, path: Path, count: number, most: number): void {
  if (count > most) report({ path, message: `${count} are there, and ${most} may be`, fix: "remove some of them" });
}
