/** Words of the board to draw points on. */
export const drawing = {
  open: 'Draw your own…',
  title: 'Draw a distribution',
  about: 'Wherever you put points, the generator is to put some too: more where you put more.',
  board:
    'Board to draw on. The arrow keys move a cursor, with Shift farther; Enter sprays points there, or erases them.',
  tool: 'Tool',
  tools: { brush: 'Brush', spray: 'Spray', erase: 'Erase' },
  undo: 'Undo',
  clear: 'Clear',
  count: '{count:point|points}',
  learn: 'Learn it',
  own: 'What you drew yourself, as points of the plane.',
};
