import type { ReportFinding } from "../define-check.ts";
import type { View } from "../view/index.ts";

/** Reports a name that is not the one that the rest of the object asks for, given or to be made up. */
export function judgeFixedName(report: ReportFinding, object: View, wanted: string, what: string): void {
  const { generateName } = (object.data.metadata ?? {}) as { readonly generateName?: string };
  for (const [field, text] of Object.entries({ name: object.name, generateName })) {
    if (text === undefined || text === wanted || (field === "generateName" && text === "")) continue;
    const message = `the ${field} is ${JSON.stringify(text)}, and must be ${what}: ${wanted}`;
    report({ path: ["metadata", field], message, fix: `write ${wanted}` });
  }
}
