import { type DistributionId, distributionIds, distributions } from '../data/distributions';
import { pictureSetIds } from '../data/imitated/sets';
import type { GenDatasetId } from '../families/gen/config';

const isArticle = (id: DistributionId) => id === 'articleGen';
const onPlane = (id: DistributionId) => distributions[id].coordinates.length === 2;

/** What Gen imitates as the panel groups it. */
export const distributionGroups: Readonly<
  Record<'plane' | 'line' | 'table' | 'pictures' | 'article', readonly GenDatasetId[]>
> = {
  plane: [...distributionIds.filter(onPlane), 'drawn'],
  line: distributionIds.filter((id) => !onPlane(id) && !isArticle(id)),
  table: ['table'],
  pictures: pictureSetIds,
  article: distributionIds.filter(isArticle),
};
export const distributionGroupNames = Object.keys(distributionGroups) as readonly (keyof typeof distributionGroups)[];
