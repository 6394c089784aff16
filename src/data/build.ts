import type { NetConfig } from '../families';
import { Problem } from '../problem';
import { articleDataset } from './article';
import type { Dataset, Table } from './dataset';
import { pointsDataset } from './points';
import { pointSets } from './sets';
import { tableDataset } from './table/dataset';

/**
 * The data set that a config asks for; the same config, seed and table always give the same one.
 * @throws {Problem} `noTable` where a table is asked for and none is given, and what pointsDataset and
 * tableDataset throw.
 */
export function buildDataset(data: NetConfig['data'], seed: number, table?: Table): Dataset {
  switch (data.dataset) {
    case 'table':
      if (!table) throw new Problem('noTable');
      return tableDataset(table, data, seed);
    case 'article':
      return articleDataset();
    default:
      return pointsDataset(pointSets[data.dataset], data, seed);
  }
}
