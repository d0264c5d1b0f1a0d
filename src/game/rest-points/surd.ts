/** An element p + q sqrt(radicand) of the integers with one square root, decided exactly. */
export class Surd {
  readonly p: bigint;
  readonly q: bigint;
  readonly radicand: bigint;

  /** @param radicand not a square, unless q is 0; operands of one computation share it where their q is not 0 */
  constructor(p: bigint, q = 0n, radicand = 0n) {
    this.p = p;
    this.q = q;
    this.radicand = radicand;
  }

  plus(other: Surd): Surd {
    return new Surd(this.p + other.p, this.q + other.q, this.common(other));
  }

  times(other: Surd): Surd {
    const radicand = this.common(other);
    return new Surd(this.p * other.p + this.q * other.q * radicand, this.p * other.q + this.q * other.p, radicand);
  }

  negated(): Surd {
    return new Surd(-this.p, -this.q, this.radicand);
  }

  conjugate(): Surd {
    return new Surd(this.p, -this.q, this.radicand);
  }

  sign(): -1 | 0 | 1 {
    const [p, q] = [signOf(this.p), signOf(this.q)];
    if (q === 0 || p === q) return p;
    if (p === 0) return q;
    return this.p * this.p > this.q * this.q * this.radicand ? p : q;
  }

  /** The integers around 2^bits times the value: its floor to within 1. */
  scaled(bits: bigint): bigint {
    const root = integerRoot((this.q * this.q * this.radicand) << (2n * bits));
    return (this.p << bits) + (this.q < 0n ? -root : root);
  }

  private common(other: Surd): bigint {
    return this.radicand === 0n ? other.radicand : this.radicand;
  }
}

export function signOf(value: bigint): -1 | 0 | 1 {
  if (value === 0n) return 0;
  return value > 0n ? 1 : -1;
}

/** The largest integer whose square is at most `value`, which is not negative. Newton's method from above. */
export function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(16).length * 4) / 2 + 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
