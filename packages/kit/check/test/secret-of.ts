import { anyText, defineSecret, type SecretContract } from "@kit/model";

/** A contract of the team's, with the consumers of each key; undefined where the contract does not say them. */
export function secretOf(
  name: string,
  consumers: Readonly<Record<string, readonly string[] | undefined>> = {},
  provider: SecretContract["provider"] = "team",
): SecretContract {
  const keys = Object.entries(consumers).map(([key, services]) => [
    key,
    { description: "for tests", value: anyText(), ...(services === undefined ? {} : { consumers: services }) },
  ]);
  return defineSecret({ name, provider, keys: Object.fromEntries(keys) });
}
