import { configKeyProblem, dnsLabelProblem, dnsSubdomainProblem, environmentVariableProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { containerCheck, type ReportFinding } from "../../define-check.ts";
import { volumesOf } from "../../pods/volumes.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { noStepsBackProblem } from "../../syntax/file-path.ts";
import type { LooseContainer, PodView } from "../../view/index.ts";

export const envReference = containerCheck({
  id: "env-reference",
  group: "api-validity",
  severity: "error",
  title: "an environment variable reads from a name or key that cannot exist",
  standsFor: ["config-map-key-missing", "config-map-missing", "secret-key-missing", "secret-missing"],
  run: ({ pod, container: { env = [], envFrom = [] }, path }, report) => {
    env.forEach(({ valueFrom = {} }, index) => {
      const place = [...path, "env", index, "valueFrom"];
      judgeKeyRef(report, [...place, "configMapKeyRef"], "the ConfigMap's name", valueFrom.configMapKeyRef);
      judgeKeyRef(report, [...place, "secretKeyRef"], "the Secret's name", valueFrom.secretKeyRef);
      judgeFileKeyRef(report, [...place, "fileKeyRef"], pod, valueFrom.fileKeyRef);
    });
    envFrom.forEach(({ configMapRef, secretRef }, index) => {
      const place = [...path, "envFrom", index];
      judgeMapRef(report, [...place, "configMapRef", "name"], "the ConfigMap's name", configMapRef);
      judgeMapRef(report, [...place, "secretRef", "name"], "the Secret's name", secretRef);
    });
  },
});

interface Named {
  readonly name?: string | undefined;
  readonly key?: string | undefined;
}

function judgeKeyRef(report: ReportFinding, path: Path, what: string, ref: Named | undefined): void {
  if (ref === undefined) return;
  judgeText(report, { path: [...path, "name"], what, text: ref.name, problem: dnsSubdomainProblem });
  judgeText(report, { path: [...path, "key"], what: "the key", text: ref.key, problem: configKeyProblem });
}

function judgeMapRef(report: ReportFinding, path: Path, what: string, ref: Named | undefined): void {
  if (ref === undefined) return;
  judgeText(report, { path, what, text: ref.name, problem: mapNameProblem });
}

/** The server takes a hyphen at the end of these names. */
function mapNameProblem(name: string): string | undefined {
  return dnsSubdomainProblem(name.length > 1 && name.endsWith("-") ? name.replace(/..$/, "a") : name);
}

type FileKeyRef = NonNullable<NonNullable<NonNullable<LooseContainer["env"]>[number]["valueFrom"]>["fileKeyRef"]>;

function judgeFileKeyRef(report: ReportFinding, path: Path, pod: PodView, ref: FileKeyRef | undefined): void {
  if (ref === undefined) return;
  const { key, path: file, volumeName } = ref;
  const place = [...path, "volumeName"];
  judgeText(report, { path: [...path, "key"], what: "the key", text: key, problem: environmentVariableProblem });
  judgeText(report, { path: [...path, "path"], what: "the file's path", text: file, problem: noStepsBackProblem });
  judgeText(report, { path: place, what: "the volume's name", text: volumeName, problem: dnsLabelProblem });
  const found = volumesOf(pod).find(({ name }) => name === volumeName);
  const name = JSON.stringify(volumeName);
  if (found === undefined) {
    report({ path: place, message: `the pod has no volume ${name}`, fix: "name an emptyDir volume of the pod" });
  } else if (found.volume === undefined || !isEmptyDir(found.volume)) {
    const message = `the volume ${name} is not an emptyDir`;
    report({ path: place, message, fix: "name an emptyDir volume of the pod" });
  }
}

/** A volume without a source is an emptyDir. */
function isEmptyDir(volume: object): boolean {
  return Object.keys(volume).every((field) => field === "name" || field === "emptyDir");
}
