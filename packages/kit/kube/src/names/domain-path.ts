import { dnsSubdomainProblem } from "./dns.ts";

const path = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/** Why a text is not a path after a domain, such as an IngressClass's controller has to be: `example.com/ingress`. */
export function domainPathProblem(text: string): string | undefined {
  const slash = text.indexOf("/");
  if (slash <= 0 || slash === text.length - 1) return "must be a domain, a slash and a path, as in example.com/name";
  const inDomain = dnsSubdomainProblem(text.slice(0, slash));
  if (inDomain !== undefined) return `${inDomain} in the part before the slash`;
  return path.test(text.slice(slash + 1)) ? undefined : "must have only characters of a URL's path after the slash";
}
