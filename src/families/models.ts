import type { Config } from '.';
import { genWork } from './gen/work';
import type { Info } from './info';
import { netWork } from './net/work';
import { recWork } from './rec/work';
import type { Sources, Work } from './work';

/**
 * The worker side of each family.
 * @param known what weights that came from a file were trained on; without its source the work has no examples
 */
export function workOf(config: Config, sources: Sources, known?: Info): Work {
  switch (config.family) {
    case 'net':
      return netWork(config, sources, known);
    case 'rec':
      return recWork(config, sources, known);
    case 'gen':
      return genWork(config, sources, known);
  }
}
