/** Words for a table that is imitated. */
export const imitatedTable = {
  about: 'New rows like those of your table. Two columns of numbers are drawn as points of the plane.',
};
