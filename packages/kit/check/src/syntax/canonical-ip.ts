import { ipAddressProblem, ipv6Groups, isIpv4 } from "./ip-address.ts";

/** Why an IP address is not written in the one form that newer fields take: `2001:db8::1`, in lower case and as short as may be. */
export function canonicalIpProblem(text: string): string | undefined {
  // What is not an address at all is said elsewhere.
  if (isIpv4(text) || ipAddressProblem(text) !== undefined) return undefined;
  const canonical = canonicalIpv6(ipv6Groups(text)!);
  return text === canonical ? undefined : `must be written as ${canonical}`;
}

/** RFC 5952, without its form for IPv4 addresses inside. */
function canonicalIpv6(groups: readonly number[]): string {
  const texts = groups.map((one) => one.toString(16));
  const [start, length] = longestZeros(groups);
  if (length < 2) return texts.join(":");
  return `${texts.slice(0, start).join(":")}::${texts.slice(start + length).join(":")}`;
}

function longestZeros(groups: readonly number[]): [start: number, length: number] {
  let best: [number, number] = [0, 0];
  groups.forEach((_, start) => {
    const rest = groups.slice(start).findIndex((one) => one !== 0);
    const length = rest === -1 ? groups.length - start : rest;
    if (length > best[1]) best = [start, length];
  });
  return best;
}
