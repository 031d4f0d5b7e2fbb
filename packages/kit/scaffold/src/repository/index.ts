export { planRepository } from "./plan-repository.ts";
export { repositoryNameProblems } from "./name-problems.ts";
export { tarballOf } from "./facts.ts";
export type { KitFacts, RepositoryNames } from "./facts.ts";
