/** Copies row `counter` of the feed, `width` floats, to `now`, and counts on. */
export function advance(now: usize, feed: usize, width: i32, counter: usize): void {
  const row = load<i32>(counter);
  const bytes = (<usize>width) << 2;
  memory.copy(now, feed + <usize>row * bytes, bytes);
  store<i32>(counter, row + 1);
}

/** Keeps one float as that of the step that `advance` began. */
export function keep(to: usize, from: usize, counter: usize): void {
  store<f32>(to + ((<usize>(load<i32>(counter) - 1)) << 2), load<f32>(from));
}
