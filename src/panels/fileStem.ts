import { playgroundStore } from '../store/playground';

/** What a file is of, in its name: net-spiral-step-1200. */
export function fileStem(): string {
  const { config, table, text, pictures, step } = playgroundStore.getState();
  const { dataset } = config.data;
  const sources: Readonly<Record<string, { readonly name: string } | null>> = {
    text,
    table,
    sequences: table,
    pictures,
  };
  const data = sources[dataset]?.name.replace(/\.\w+$/, '') ?? dataset;
  return `${config.family}-${data.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}-step-${step}`;
}
