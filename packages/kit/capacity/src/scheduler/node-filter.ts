/** Why a node cannot take a pod; undefined where it can. */
export type NodeFilter = (node: number) => string | undefined;
