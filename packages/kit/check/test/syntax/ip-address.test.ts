import { isIP } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ipAddressProblem } from "../../src/syntax/ip-address.ts";

test.for(["10.0.0.1", "255.255.255.255", "::", "::1", "2001:DB8::1", "1:2:3:4:5:6:7::", "64:ff9b::10.0.0.1"])(
  "takes %s",
  (text) => {
    expect(ipAddressProblem(text)).toBeUndefined();
  },
);

test.for(["::ffff:10.0.0.1", "::ffff:0a00:1", "0:0:0:0:0:FFFF:1.2.3.4"])("refuses %s, which hides another", (text) => {
  expect(ipAddressProblem(text)).toBe("must not be an IPv4 address inside an IPv6 address");
});

test("agrees with Node.js", () => {
  const part = fc.constantFrom("0", "1", "00", "01", "255", "256", "ffff", "fffff", "g", "", "::", "1.2.3.4", ":", ".");
  const likely = fc.array(part, { maxLength: 9 }).chain((parts) => fc.constantFrom(parts.join(":"), parts.join(".")));
  fc.assert(
    fc.property(fc.oneof(likely, fc.ipV4(), fc.ipV6()), (text) => {
      const problem = ipAddressProblem(text);
      const isMapped = problem?.includes("inside") === true;
      expect(problem === undefined || isMapped).toBe(isIP(text) !== 0);
    }),
    { numRuns: 2000 },
  );
});
