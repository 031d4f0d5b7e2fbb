import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { volumesOf, type LooseVolume } from "../../pods/volumes.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { volumeFilePathProblem } from "../../syntax/file-path.ts";

export const projectedVolume = podCheck({
  id: "projected-volume",
  group: "api-validity",
  severity: "error",
  title: "a projected volume's source is two, has no name, or writes a file that another writes",
  run: (pod, report) => {
    for (const { volume, path } of volumesOf(pod)) {
      const taken = new Set<string>();
      volume?.projected?.sources?.forEach((source, index) => {
        const place = [...path, "projected", "sources", index];
        judgeSource(report, place, source);
        judgeFiles(report, place, source, taken);
      });
    }
  },
});

type Source = NonNullable<NonNullable<LooseVolume["projected"]>["sources"]>[number];

// Of clusterTrustBundle and podCertificate the server takes no notice while their gates are shut, as they are by default.
const kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken"] as const;

function judgeSource(report: ReportFinding, path: Path, source: Source): void {
  const { secret, configMap, serviceAccountToken: token } = source;
  const found = kinds.filter((kind) => source[kind] !== undefined);
  if (found.length > 1) {
    const message = `the source has ${found.join(" and ")}`;
    report({ path, message, fix: "make a source of each" });
  }
  if (secret !== undefined) {
    judgeText(report, { path: [...path, "secret", "name"], what: "the Secret's name", text: secret.name });
  }
  if (configMap !== undefined) {
    judgeText(report, { path: [...path, "configMap", "name"], what: "the ConfigMap's name", text: configMap.name });
  }
  if (token === undefined) return;
  const place = [...path, "serviceAccountToken"];
  const { path: text, expirationSeconds: value } = token;
  const what = "expirationSeconds";
  judgeText(report, { path: [...place, "path"], what: "the file's path", text, problem: volumeFilePathProblem });
  judgeNumber(report, { path: [...place, what], what, value, from: 600, to: 2 ** 32 });
}

function judgeFiles(report: ReportFinding, path: Path, source: Source, taken: Set<string>): void {
  for (const kind of ["secret", "configMap", "downwardAPI"] as const) {
    source[kind]?.items?.forEach(({ path: file = "" }, index) => {
      if (file !== "" && taken.has(file)) {
        const message = `another source of the volume writes ${JSON.stringify(file)} too`;
        const fix = "write each file from one source";
        report({ path: [...path, kind, "items", index, "path"], message, fix });
      }
      taken.add(file);
    });
  }
}
