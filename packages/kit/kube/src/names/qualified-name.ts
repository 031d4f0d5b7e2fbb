import { dnsSubdomainProblem } from "./dns.ts";

const namePart = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/**
 * Why a text is not a qualified name, such as the key of a label or annotation has to be: a name, before it a DNS
 * subdomain and a slash if one likes. Keys of annotations are read in lower case: the caller makes them so.
 */
export function qualifiedNameProblem(text: string): string | undefined {
  const parts = text.split("/");
  if (parts.length > 2) return "must have at most one slash, as in example.com/my-name";
  const [prefix, name] = parts.length === 2 ? (parts as [string, string]) : [undefined, text];
  const inPrefix = prefix === undefined ? undefined : dnsSubdomainProblem(prefix);
  if (inPrefix !== undefined) return `${inPrefix} in the part before the slash`;
  const inName = namePartProblem(name);
  if (inName === undefined) return undefined;
  return prefix === undefined ? inName : `${inName} in the part after the slash`;
}

function namePartProblem(name: string): string | undefined {
  if (name === "") return "must not be empty";
  if (name.length > 63) return "must have at most 63 characters";
  if (namePart.test(name)) return undefined;
  return "must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit";
}
