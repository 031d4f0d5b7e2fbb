import {
  environmentSchema,
  exposure,
  integer,
  labelValue,
  listOf,
  perService,
  publicUrl,
  type EnvironmentOf,
} from "typed-manifests";

const services = ["shop-api", "shop-page"] as const;

/** What differs between the environments of stall. */
export const schema = environmentSchema({
  /** Origins that the backend answers to. */
  corsOrigins: listOf(publicUrl()),
  /** The release that each service belongs to: the label `app.kubernetes.io/instance`. */
  release: perService(services, labelValue()),
  /** Pods of each service. */
  replicas: integer(1, 100),
  exposure: perService(["shop-page"], exposure()),
});

export type StallEnvironment = EnvironmentOf<typeof schema>;
