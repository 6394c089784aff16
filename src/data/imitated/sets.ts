/** Pictures that are drawn by ourselves. */
export const pictureSetIds = ['digits', 'shapes'] as const;
export type PictureSetId = (typeof pictureSetIds)[number];

export const isPictureSet = (id: unknown): id is PictureSetId => pictureSetIds.some((pictures) => pictures === id);
