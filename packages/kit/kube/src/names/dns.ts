// k8s.io/apimachinery/pkg/util/validation. A reason is said of the text: `"a b" must consist of …`.

const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const relaxedSubdomain = /^_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:\._?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*$/;
const label1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;

const letters = "must consist of lower case letters, digits and hyphens";
const ends = "begin and end with a letter or digit";

/** Why a text is not a DNS-1123 label, such as a container's name has to be: `must not contain dots`. */
export function dnsLabelProblem(text: string): string | undefined {
  if (text === "") return "must not be empty";
  if (text.length > 63) return "must have at most 63 characters";
  if (label.test(text)) return undefined;
  return subdomain.test(text) ? "must not contain dots" : `${letters}, and ${ends}`;
}

/** Why a text is not a DNS-1123 subdomain, such as a ConfigMap's name has to be. */
export function dnsSubdomainProblem(text: string): string | undefined {
  return subdomainProblem(text, subdomain, "must consist of lower case letters, digits, hyphens and dots");
}

/** Why a text is not a DNS-1123 subdomain that may have underscores. */
export function relaxedDnsSubdomainProblem(text: string): string | undefined {
  return subdomainProblem(
    text,
    relaxedSubdomain,
    "must consist of lower case letters, digits, hyphens, underscores and dots",
  );
}

/** Why a text is not a DNS-1035 label, which begins with a letter, such as a Service's name had to. */
export function dns1035LabelProblem(text: string): string | undefined {
  if (text === "") return "must not be empty";
  if (text.length > 63) return "must have at most 63 characters";
  return label1035.test(text) ? undefined : `${letters}, begin with a letter and end with a letter or digit`;
}

function subdomainProblem(text: string, pattern: RegExp, characters: string): string | undefined {
  if (text === "") return "must not be empty";
  if (text.length > 253) return "must have at most 253 characters";
  return pattern.test(text) ? undefined : `${characters}, and ${ends}, also at each dot`;
}
