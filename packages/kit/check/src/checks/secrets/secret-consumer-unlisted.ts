import { environmentCheck } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";
import { secretReaders } from "../../secret-readers.ts";

export const secretConsumerUnlisted = environmentCheck({
  id: "secret-consumer-unlisted",
  group: "secrets",
  severity: "error",
  title: "a service reads a key of a Secret that its contract does not give it",
  needs: ["objects", "secrets"],
  run: (environment, report) => {
    for (const { contract, key, pod, reference } of secretReaders(environment)) {
      const service = serviceOf(pod.object);
      const consumers = contract.keys[key]?.consumers;
      if (service === undefined || contract.provider !== "team") continue;
      // Where the contract names nobody, whoever reads the key is its consumer.
      if (consumers === undefined || consumers.includes(service)) continue;
      const known = consumers.length === 0 ? "which has no consumers" : `whose consumers are ${consumers.join(", ")}`;
      report(pod.object, {
        message: `${service} reads the key ${key} of the Secret ${contract.name}, ${known}`,
        fix: `add ${service} to the key's consumers, or read only the keys that it needs`,
        path: reference.path,
      });
    }
  },
});
