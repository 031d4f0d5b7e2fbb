import { ipAddressProblem, ipv6Groups, isIpv4 } from "./ip-address.ts";

/** A range of IP addresses. */
export interface Cidr {
  /** 32 or 128: how many bits an address has. */
  readonly bits: 32 | 128;
  /** Its first address as a number. */
  readonly first: bigint;
  /** How many bits its addresses have in common. */
  readonly prefix: number;
}

/** Why a text is not a range of IP addresses such as `10.0.0.0/8`. */
export function cidrProblem(text: string): string | undefined {
  const [, address = "", length = ""] = /^(.*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const bits = isIpv4(address) ? 32 : 128;
  const problem = ipAddressProblem(address);
  const noRange = "must be a range such as 10.9.8.0/24 or 2001:db8::/64";
  if (length === "" || Number(length) > bits) return noRange;
  if (problem !== undefined) return problem.startsWith("must be") ? noRange : problem;
  const rest = numberOf(address) & ((1n << BigInt(bits - Number(length))) - 1n);
  return rest === 0n ? undefined : "must have no bits set beyond the prefix's length";
}

/** The range that a text is; undefined where it is invalid. */
export function parseCidr(text: string): Cidr | undefined {
  if (cidrProblem(text) !== undefined) return undefined;
  const [address = "", length] = text.split("/");
  return { bits: isIpv4(address) ? 32 : 128, first: numberOf(address), prefix: Number(length) };
}

/** Whether a range lies in another and is smaller. */
export function isWithin(inner: Cidr, outer: Cidr): boolean {
  const shift = BigInt(outer.bits - outer.prefix);
  return inner.bits === outer.bits && inner.prefix > outer.prefix && inner.first >> shift === outer.first >> shift;
}

function numberOf(address: string): bigint {
  const [parts, width] = isIpv4(address) ? [address.split(".").map(Number), 8n] : [ipv6Groups(address) ?? [], 16n];
  return parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n);
}
