import { dnsLabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { textOfBase64 } from "../../base64.ts";
import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { judgeUnique } from "../../rules/judge-unique.ts";

export const certificateRequest = objectCheck({
  id: "certificate-request",
  group: "api-validity",
  severity: "error",
  title: "a CertificateSigningRequest has an invalid request, signer or usage",
  kinds: ["CertificateSigningRequest"],
  run: ({ data: { spec } }, report) => {
    if (spec === undefined) return;
    const { request = "", signerName: text, usages = [], expirationSeconds: value } = spec;
    // Its signature is for the server to check.
    if (!/-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----/.test(textOfBase64(request) ?? "")) {
      const message = "the request is not a certificate signing request in PEM";
      report({ path: ["spec", "request"], message, fix: "write it as openssl req makes it, in Base64" });
    }
    if (usages.length === 0) report({ path: ["spec", "usages"], message: "the usages are missing", fix: "write them" });
    judgeUnique(report, { path: ["spec", "usages"], what: "the usage", values: usages });
    usages.forEach((usage, index) =>
      judgeText(report, { path: ["spec", "usages", index], what: "the usage", text: usage }),
    );
    judgeText(report, { path: ["spec", "signerName"], what: "the signerName", text, problem: signerProblem });
    judgeNumber(report, { path: ["spec", "expirationSeconds"], what: "expirationSeconds", value, from: 600 });
  },
});

function signerProblem(text: string): string | undefined {
  if (text === "kubernetes.io/legacy-unknown") return "is not taken any more";
  const parts = text.split("/");
  const [domain = "", path = ""] = parts;
  if (parts.length !== 2) return "must be a domain, a slash and a name, as in example.com/signer";
  const labels = domain.split(".").map((part) => dnsLabelProblem(part));
  const inDomain =
    dnsSubdomainProblem(domain) ??
    labels.find((one) => one !== undefined) ??
    (domain.includes(".") ? undefined : "must be a domain with at least one dot");
  if (inDomain !== undefined) return `${inDomain} in the part before the slash`;
  const inPath = path
    .split(".")
    .map((part) => dnsLabelProblem(part))
    .find((one) => one !== undefined);
  return inPath === undefined ? undefined : `${inPath} in the part after the slash`;
}
