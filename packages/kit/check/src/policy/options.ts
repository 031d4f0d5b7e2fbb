/** Values that some checks take, each by the check that reads it. */
export interface CheckOptions {
  /** `name-prefix`: what names begin with. `{service}` and `{system}` stand for the package's folders. Default: `{service}`. */
  readonly namePrefix?: string;
  /** `replicas-minimum`: how many pods a workload runs at least. Default: 2. */
  readonly minimumReplicas?: number;
  /** `run-as-user`: the lowest number of a user that containers may run as. Default: 1000. */
  readonly minimumUser?: number;
  /** `metadata-forbidden`: the keys of labels and annotations that no object may have. Default: none. */
  readonly forbiddenLabels?: readonly string[];
  readonly forbiddenAnnotations?: readonly string[];
  /** `image-registry`: where images may come from, such as `registry.example.com/shop`: what a name begins with. Default: anywhere. */
  readonly registries?: readonly string[];
  /** `annotation-standard`: the keys that the annotations of every object of a service have. Default: none. */
  readonly requiredAnnotations?: readonly string[];
  /** `label-standard`: the keys that the labels of every object of a service have. Default: none. */
  readonly requiredLabels?: readonly string[];
}

interface OptionRule {
  readonly isValid: (value: unknown) => boolean;
  /** What a value must be, after the option's name. */
  readonly must: string;
}

/** What each option takes: the compiler knows it, values from untyped code are held to it again. */
export const optionRules: Readonly<Record<keyof CheckOptions, OptionRule>> = {
  namePrefix: {
    isValid: (value) => typeof value === "string" && /^(?:[a-z0-9.-]|\{service\}|\{system\})+$/.test(value),
    must: "must be a text of lower-case letters, digits, -, . and {service} or {system}",
  },
  minimumReplicas: { isValid: isCount, must: "must be a whole number, 1 or more" },
  minimumUser: { isValid: isCount, must: "must be a whole number, 1 or more" },
  forbiddenLabels: { isValid: isListOfText, must: "must be a list of label keys" },
  forbiddenAnnotations: { isValid: isListOfText, must: "must be a list of annotation keys" },
  registries: { isValid: isListOfText, must: "must be a list of texts" },
  requiredAnnotations: { isValid: isListOfText, must: "must be a list of annotation keys" },
  requiredLabels: { isValid: isListOfText, must: "must be a list of label keys" },
};

/** What options are where nobody says another value. */
export const defaultOptions = { namePrefix: "{service}", minimumReplicas: 2, minimumUser: 1000 } as const;

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1;
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string" && one !== "");
}
