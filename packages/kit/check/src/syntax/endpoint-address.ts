import { ipAddressProblem, ipv6Groups, isIpv4 } from "./ip-address.ts";

/** Why a text is not an address that traffic can be sent to: neither nobody's, nor the host's own, nor one of the link. */
export function endpointAddressProblem(text: string): string | undefined {
  const problem = ipAddressProblem(text);
  if (problem !== undefined) return problem;
  const kind = isIpv4(text) ? kindOfIpv4(text) : kindOfIpv6(ipv6Groups(text)!);
  return kind === undefined ? undefined : `must not be ${kind}`;
}

const nobody = "the address of nobody";
const host = "an address of the host itself";
const link = "an address of the link";
const multicast = "a multicast address of the link";

function kindOfIpv4(text: string): string | undefined {
  if (text === "0.0.0.0") return nobody;
  if (text.startsWith("127.")) return host;
  if (text.startsWith("169.254.")) return link;
  return text.startsWith("224.0.0.") ? multicast : undefined;
}

function kindOfIpv6(groups: readonly number[]): string | undefined {
  const [first = 0] = groups;
  if (groups.slice(0, 7).every((one) => one === 0) && groups[7]! < 2) return groups[7] === 0 ? nobody : host;
  if ((first & 0xff_c0) === 0xfe_80) return link;
  return (first & 0xff_0f) === 0xff_02 ? multicast : undefined;
}
