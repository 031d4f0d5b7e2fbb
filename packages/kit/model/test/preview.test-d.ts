import { defineEnvironment, definePreview, environmentSchema, text, type EnvironmentOf } from "../src/index.ts";

const schema = environmentSchema({ host: text() });
type ShopEnvironment = EnvironmentOf<typeof schema>;
declare const cluster: ShopEnvironment["cluster"];
const rest = { id: "preview", environment: "development", cluster } as const;
const images = { web: ({ number }: { number: string }) => `pr-${number}` };

const preview: ShopEnvironment = definePreview({
  max: 5,
  images: { web: ({ commit, shortCommit }) => `${commit}-${shortCommit(7)}-${shortCommit(8)}` },
  environment: ({ number }) =>
    defineEnvironment<ShopEnvironment>({ ...rest, namespace: `shop-pr-${number}`, host: `pr-${number}.example.com` }),
});
void preview;

definePreview({
  max: 5,
  images,
  // @ts-expect-error: a value that the system's environments have is missing
  environment: ({ number }) => defineEnvironment<ShopEnvironment>({ ...rest, namespace: `shop-pr-${number}` }),
});
definePreview({
  max: 5,
  images: {
    // @ts-expect-error: a number is a text here, so that nobody calculates with it
    web: ({ number }) => `pr-${number * 2}`,
  },
  environment: ({ number }) => defineEnvironment<ShopEnvironment>({ ...rest, namespace: number, host: number }),
});
definePreview({
  max: 5,
  images: {
    // @ts-expect-error: neither git nor GitLab shortens a commit to six digits
    web: ({ shortCommit }) => shortCommit(6),
  },
  environment: ({ number }) => defineEnvironment<ShopEnvironment>({ ...rest, namespace: number, host: number }),
});
// @ts-expect-error: nobody says how many there may be
definePreview({
  images,
  environment: ({ number }) => defineEnvironment<ShopEnvironment>({ ...rest, namespace: number, host: number }),
});
definePreview({
  max: 5,
  // @ts-expect-error: a tag that no request has a part in is no function
  images: { web: "latest" },
  environment: ({ number }) => defineEnvironment<ShopEnvironment>({ ...rest, namespace: number, host: number }),
});
