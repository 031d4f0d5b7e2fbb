import { untyped, type KubeObject, type UntypedFields } from "@kit/model";
import { readAsKubectl, roundIntegers } from "@kit/yaml";

/** The objects of an objects.yaml that `vendor` wrote. */
export function readVendored(text: string): KubeObject[] {
  return readAsKubectl(text).map(({ data }) => untyped(roundIntegers(data!) as unknown as UntypedFields));
}
