import { containerCheck } from "../../define-check.ts";

export const envSource = containerCheck({
  id: "env-source",
  group: "api-validity",
  severity: "error",
  title: "an environment variable has no source, two of them, or a value beside one",
  run: ({ container: { env = [], envFrom = [] }, path }, report) => {
    env.forEach(({ value = "", valueFrom }, index) => {
      if (valueFrom === undefined) return;
      const place = [...path, "env", index, "valueFrom"];
      const sources = present(valueFrom, ofOne);
      if (sources.length === 0) {
        report({ path: place, message: "valueFrom names no source", fix: `write one of ${ofOne.join(", ")}` });
      } else if (value !== "") {
        const message = `the variable has a value and ${sources.join(" and ")} too`;
        report({ path: place, message, fix: "leave one of value and valueFrom out" });
      } else if (sources.length > 1) {
        report({ path: place, message: `valueFrom names ${sources.join(" and ")}`, fix: "keep one of them" });
      }
    });
    envFrom.forEach((source, index) => {
      const place = [...path, "envFrom", index];
      const sources = present(source, ofAll);
      if (sources.length === 0) {
        report({ path: place, message: "envFrom names no source", fix: `write one of ${ofAll.join(", ")}` });
      } else if (sources.length > 1) {
        const message = `the entry names ${sources.join(" and ")}`;
        report({ path: place, message, fix: "write an entry for each of them" });
      }
    });
  },
});

const ofOne = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"] as const;
const ofAll = ["configMapRef", "secretRef"] as const;

function present(source: object, names: readonly string[]): string[] {
  return names.filter((name) => (source as Readonly<Record<string, unknown>>)[name] !== undefined);
}
