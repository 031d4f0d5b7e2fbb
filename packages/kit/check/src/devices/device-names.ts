import { dnsSubdomainProblem } from "@kit/kube/names";
import { driverNameProblem } from "../syntax/driver-name.ts";

/** Why a text does not name an attribute or a capacity of a device: a name as in C, before it a domain if one likes. */
export function deviceNameProblem(text: string): string | undefined {
  const parts = text.split("/");
  // The server does not read more parts than two.
  if (parts.length > 2) return undefined;
  const name = parts.at(-1)!;
  const inDomain =
    parts.length === 2 ? (parts[0] === "" ? "must not be empty" : driverNameProblem(parts[0]!)) : undefined;
  if (inDomain !== undefined) return `${inDomain} in the part before the slash`;
  if (name.length > 32) return "must have at most 32 characters in its name";
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
    ? undefined
    : "must have a name of letters, digits and underscores that does not begin with a digit";
}

/** The same of one that has to have a domain. */
export function qualifiedDeviceNameProblem(text: string): string | undefined {
  return text.includes("/") ? deviceNameProblem(text) : "must have a domain, as in example.com/name";
}

/** Why a text does not name a pool of devices: DNS names with slashes between. */
export function poolNameProblem(text: string): string | undefined {
  if (text.length > 253) return "must have at most 253 characters";
  return text
    .split("/")
    .map((part) => dnsSubdomainProblem(part))
    .find((one) => one !== undefined);
}
