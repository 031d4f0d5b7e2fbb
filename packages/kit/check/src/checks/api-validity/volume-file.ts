import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { volumesOf } from "../../pods/volumes.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { volumeFilePathProblem } from "../../syntax/file-path.ts";

export const volumeFile = podCheck({
  id: "volume-file",
  group: "api-validity",
  severity: "error",
  title: "a file of a volume has no key, a path that leads out of the volume, or an invalid mode",
  run: (pod, report) => {
    for (const { volume, path } of volumesOf(pod)) {
      const { secret, configMap, downwardAPI, projected } = volume ?? {};
      for (const [field, source] of Object.entries({ secret, configMap, downwardAPI, projected })) {
        judgeMode(report, [...path, field, "defaultMode"], source?.defaultMode);
      }
      judgeItems(report, [...path, "secret"], secret?.items, true);
      judgeItems(report, [...path, "configMap"], configMap?.items, true);
      judgeItems(report, [...path, "downwardAPI"], downwardAPI?.items, false);
      projected?.sources?.forEach((source, index) => {
        const place = [...path, "projected", "sources", index];
        judgeItems(report, [...place, "secret"], source.secret?.items, true);
        judgeItems(report, [...place, "configMap"], source.configMap?.items, true);
        judgeItems(report, [...place, "downwardAPI"], source.downwardAPI?.items, false);
      });
    }
  },
});

interface Item {
  readonly key?: string | undefined;
  readonly path?: string | undefined;
  readonly mode?: number | undefined;
}

function judgeItems(report: ReportFinding, path: Path, items: readonly Item[] = [], hasKeys: boolean): void {
  items.forEach(({ key, path: text, mode }, index) => {
    const place = [...path, "items", index];
    if (hasKeys) judgeText(report, { path: [...place, "key"], what: "the key", text: key });
    judgeText(report, { path: [...place, "path"], what: "the file's path", text, problem: volumeFilePathProblem });
    judgeMode(report, [...place, "mode"], mode);
  });
}

function judgeMode(report: ReportFinding, path: Path, mode: number | undefined): void {
  if (mode === undefined || (mode >= 0 && mode <= 0o777)) return;
  const message = `the mode ${mode} is not from 0 to 511, which is 0777`;
  // 644 is most often meant as 0644.
  const octal = /^[0-7]{3}$/.test(String(mode)) ? `0${mode}` : "0644";
  const fix = `write it as YAML's octal number, such as ${octal}, or its decimal, such as ${Number.parseInt(octal, 8)}`;
  report({ path, message, fix });
}
