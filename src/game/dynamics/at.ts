/** An element that is known to be there, of an array in a loop; 0 where there is none. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
