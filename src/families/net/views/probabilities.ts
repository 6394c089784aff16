/** What the network answers as one probability per class: two classes come as the probability of the second. */
export function probabilities(answer: readonly number[], classes: number): readonly number[] {
  const [second] = answer;
  return classes === 2 && answer.length === 1 && second !== undefined ? [1 - second, second] : answer;
}
