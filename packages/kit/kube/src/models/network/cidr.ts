/** A range of addresses, both ends in it. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** `10.0.0.0/8` and `2001:db8::/32` as ranges; undefined of what is not a range of addresses. */
export function rangeOf(cidr: string): AddressRange | undefined {
  const [text = "", length = ""] = cidr.split("/");
  const address = addressOf(text);
  const bits = address?.family === 4 ? 32 : 128;
  const prefix = length === "" ? bits : Number(length);
  if (address === undefined || !Number.isInteger(prefix) || prefix < 0 || prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = (address.value / size) * size;
  return { family: address.family, first, last: first + size - 1n };
}

function addressOf(text: string): { readonly family: 4 | 6; readonly value: bigint } | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split(".").map(BigInt);
    if (parts.some((part) => part > 255n)) return undefined;
    return { family: 4, value: parts.reduce((sum, part) => sum * 256n + part, 0n) };
  }
  if (!/^[0-9a-fA-F:]+$/.test(text) || !text.includes(":")) return undefined;
  const [head = "", tail] = text.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const parts = [...left, ...middle, ...right];
  if (parts.length !== 8 || parts.some((part) => !/^[0-9a-fA-F]{1,4}$/.test(part))) return undefined;
  return { family: 6, value: parts.reduce((sum, part) => sum * 65_536n + BigInt(`0x${part}`), 0n) };
}
