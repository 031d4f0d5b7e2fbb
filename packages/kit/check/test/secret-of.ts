import { anyText, defineSecret, type SecretContract } from "@kit/model";

/** A contract of the team's, with the consumers of each key. */
export function secretOf(
  name: string,
  consumers: Readonly<Record<string, readonly string[]>> = {},
  provider: SecretContract["provider"] = "team",
): SecretContract {
  const keys = Object.entries(consumers).map(([key, services]) => [
    key,
    { description: "for tests", consumers: services, value: anyText() },
  ]);
  return defineSecret({ name, provider, keys: Object.fromEntries(keys) });
}
