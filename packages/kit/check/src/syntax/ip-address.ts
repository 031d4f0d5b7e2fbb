const fourth = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;
const group = /^[0-9a-f]{1,4}$/i;

/**
 * Why a text is not an IP address as most fields take it: of either family, in any spelling, but without leading zeros and
 * not an IPv4 address inside an IPv6 one.
 */
export function ipAddressProblem(text: string): string | undefined {
  if (isIpv4(text)) return undefined;
  const groups = ipv6Groups(text);
  if (groups === undefined) return "must be an IP address such as 10.9.8.7 or 2001:db8::1";
  const mapped = groups.slice(0, 5).every((one) => one === 0) && groups[5] === 0xffff;
  return mapped ? "must not be an IPv4 address inside an IPv6 address" : undefined;
}

/** Whether a text is an IPv4 address without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => fourth.test(part));
}

/** The eight numbers of an IPv6 address; undefined where the text is invalid. */
export function ipv6Groups(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 8 ? head : undefined;
  if (tail === undefined || head.length + tail.length > 7) return undefined;
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

/** @param last Whether an IPv4 address may stand at the end. */
function groupsOf(text: string, last: boolean): number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const numbers: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (last && index === parts.length - 1 && isIpv4(part)) {
      const [a, b, c, d] = part.split(".").map(Number) as [number, number, number, number];
      numbers.push(a * 256 + b, c * 256 + d);
    } else if (group.test(part)) numbers.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return numbers;
}
