import { expect, test } from "vitest";
import { cidrProblem, isWithin, parseCidr } from "../../src/syntax/cidr.ts";

test.for(["0.0.0.0/0", "10.0.0.0/8", "10.1.2.3/32", "::/0", "2001:db8::/32", "fe80::/10", "2001:DB8:0:0::/64"])(
  "%s is a range",
  (text) => {
    expect(cidrProblem(text)).toBeUndefined();
  },
);

test.for([
  ["", "must be a range such as 10.9.8.0/24 or 2001:db8::/64"],
  ["10.0.0.0", "must be a range such as 10.9.8.0/24 or 2001:db8::/64"],
  ["10.0.0.0/33", "must be a range such as 10.9.8.0/24 or 2001:db8::/64"],
  ["10.0.0.0/08", "must be a range such as 10.9.8.0/24 or 2001:db8::/64"],
  ["10.0.0/8", "must be a range such as 10.9.8.0/24 or 2001:db8::/64"],
  ["::/129", "must be a range such as 10.9.8.0/24 or 2001:db8::/64"],
  ["::ffff:10.0.0.0/104", "must not be an IPv4 address inside an IPv6 address"],
  ["10.1.0.0/8", "must have no bits set beyond the prefix's length"],
  ["2001:db8::1/64", "must have no bits set beyond the prefix's length"],
] as const)("%s is invalid", ([text, problem]) => {
  expect(cidrProblem(text)).toBe(problem);
});

test("a range lies in a larger one of its family", () => {
  expect(within("10.1.0.0/16", "10.0.0.0/8")).toBe(true);
  expect(within("10.0.0.0/8", "10.0.0.0/8")).toBe(false);
  expect(within("11.0.0.0/16", "10.0.0.0/8")).toBe(false);
  expect(within("10.0.0.0/8", "0.0.0.0/0")).toBe(true);
  expect(within("10.0.0.0/8", "::/0")).toBe(false);
  expect(within("2001:db8:1::/48", "2001:db8::/32")).toBe(true);
});

function within(inner: string, outer: string): boolean {
  return isWithin(parseCidr(inner)!, parseCidr(outer)!);
}
