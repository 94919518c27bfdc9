/**
 * A finite number as text from which every engine reads the very same number of 64 bits.
 *
 * With an exponent: without one, some engines read a decimal and round it on the way. As few digits as tell it from its neighbours.
 */
export function numberLiteral(value: number): string {
  return value.toExponential();
}
