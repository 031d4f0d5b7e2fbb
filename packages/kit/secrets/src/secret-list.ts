import { variableOf, type SecretContract } from "@kit/model";

/** A List of Secrets, as `kubectl apply` reads it. It holds the values: it goes to standard input and nowhere else. */
export function secretList(
  contracts: readonly SecretContract[],
  values: ReadonlyMap<string, string>,
  namespace: string,
): string {
  const items = contracts.map((contract) => {
    const { name, type = "Opaque", labels = {}, keys } = contract;
    const data = Object.keys(keys).map((key) => {
      const value = values.get(variableOf(contract, key))!;
      return [key, Buffer.from(value).toString("base64")];
    });
    return {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name, namespace, labels },
      type,
      data: Object.fromEntries(data),
    };
  });
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}
