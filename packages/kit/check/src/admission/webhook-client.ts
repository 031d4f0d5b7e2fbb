import { dnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeNumber } from "../rules/judge-number.ts";
import { judgeText } from "../rules/judge-text.ts";
import { judgeUnique } from "../rules/judge-unique.ts";
import { dns1035LabelProblem } from "@kit/kube/names";

/** How the API server reaches a webhook. */
export interface WebhookClient {
  readonly url?: string | undefined;
  readonly service?:
    | {
        readonly name?: string | undefined;
        readonly namespace?: string | undefined;
        readonly path?: string | undefined;
        readonly port?: number | undefined;
      }
    | undefined;
}

/** Reports a way to a webhook that is not one, or that the server does not take. k8s.io/apiserver/pkg/util/webhook. */
export function judgeWebhookClient(report: ReportFinding, path: Path, { url, service }: WebhookClient): void {
  if ((url === undefined) === (service === undefined)) {
    const message = url === undefined ? "the webhook has neither url nor service" : "the webhook has url and service";
    report({ path, message, fix: "write one of the two" });
    return;
  }
  if (url !== undefined) {
    const problem = urlProblem(url);
    if (problem === undefined) return;
    const message = `the url ${JSON.stringify(url)} ${problem}`;
    report({ path: [...path, "url"], message, fix: "write it as https://host/path" });
    return;
  }
  const { name, namespace, path: place, port } = service!;
  const at = [...path, "service"];
  judgeText(report, { path: [...at, "name"], what: "the Service's name", text: name });
  judgeText(report, { path: [...at, "namespace"], what: "the Service's namespace", text: namespace });
  judgeNumber(report, { path: [...at, "port"], what: "the port", value: port, from: 1, to: 65535 });
  const problem = place === undefined ? undefined : pathProblem(place);
  if (problem === undefined) return;
  const message = `the path ${JSON.stringify(place)} ${problem}`;
  report({ path: [...at, "path"], message, fix: "write it as /a/b" });
}

/** Reports versions of reviews that are missing, twice or that no server knows. */
export function judgeReviewVersions(report: ReportFinding, path: Path, versions: readonly string[] = []): void {
  const known = ["v1", "v1beta1"];
  judgeUnique(report, { path, what: "the version", values: versions });
  versions.forEach((text, index) => {
    const problem = dns1035LabelProblem;
    judgeText(report, { path: [...path, index], what: "the version", text, problem });
  });
  if (versions.some((version) => known.includes(version))) return;
  const message = versions.length === 0 ? "the review's versions are missing" : "no server knows the review's versions";
  report({ path, message, fix: `write one of ${known.join(", ")}` });
}

function urlProblem(url: string): string | undefined {
  const [, scheme, rest = ""] = /^([a-zA-Z][-a-zA-Z0-9+.]*):\/\/(.*)$/s.exec(url) ?? [];
  if (scheme?.toLowerCase() !== "https") return "must begin with https://";
  const [, host = "", after = ""] = /^([^/?#]*)(.*)$/s.exec(rest)!;
  if (host === "") return "must have a host";
  if (host.includes("@")) return "must not have a user";
  if (/[\s"<>^`{|}\\]/.test(host) || !/^(?:\[[^\]]*\]|[^:]*)(?::\d*)?$/.test(host))
    return "must have a host, and a port that is a number";
  if (/#./s.test(after)) return "must not have a fragment";
  return /\?[^#]/s.test(after.replace(/#.*$/s, "")) ? "must not have a query" : undefined;
}

function pathProblem(path: string): string | undefined {
  if (path === "/" || path === "") return undefined;
  if (!path.startsWith("/")) return "must begin with a slash";
  const parts = path.slice(1).replace(/\/$/, "").split("/");
  if (parts.includes("")) return "must not have an empty part";
  const problem = parts.map((part) => dnsSubdomainProblem(part)).find((one) => one !== undefined);
  return problem === undefined ? undefined : `${problem} in each part`;
}
