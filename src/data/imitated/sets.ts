/** Pictures that are drawn by ourselves. */
export const drawnPictureIds = ['digits', 'shapes'] as const;
export type DrawnPictureId = (typeof drawnPictureIds)[number];

/** Everything that is pictures, those that a person brought included. */
export const pictureSetIds = [...drawnPictureIds, 'pictures'] as const;
export type PictureSetId = (typeof pictureSetIds)[number];

export const isPictureSet = (id: unknown): id is PictureSetId => pictureSetIds.some((pictures) => pictures === id);

/** What is read from a person's table: points that were drawn, and rows. */
export const tableSetIds = ['drawn', 'table'] as const;
export type TableSetId = (typeof tableSetIds)[number];

export const isTableSet = (id: unknown): id is TableSetId => tableSetIds.some((tables) => tables === id);
