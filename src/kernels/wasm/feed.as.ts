/** Copies row `counter` of the feed, `width` floats, to `now`, and counts on. */
export function advance(now: usize, feed: usize, width: i32, counter: usize): void {
  const row = load<i32>(counter);
  const bytes = (<usize>width) << 2;
  memory.copy(now, feed + <usize>row * bytes, bytes);
  store<i32>(counter, row + 1);
}

/** Keeps `count` floats as those of the step that `advance` began. */
export function keep(to: usize, from: usize, count: i32, counter: usize): void {
  const bytes = (<usize>count) << 2;
  memory.copy(to + <usize>(load<i32>(counter) - 1) * bytes, from, bytes);
}
