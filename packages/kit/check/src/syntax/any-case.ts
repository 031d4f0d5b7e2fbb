import { dns1035LabelProblem } from "@kit/kube/names";

/** Why a text is not the name of a kind: a DNS-1035 label in which case counts for nothing. */
export function kindNameProblem(text: string): string | undefined {
  return dns1035LabelProblem(text.toLowerCase());
}
