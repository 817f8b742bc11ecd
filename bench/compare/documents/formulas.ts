/** Formulas for a document by KaTeX: fractions, roots, sums, matrices, cases, accents, aligned lines. */

export interface Formula {
  readonly title: string;
  readonly text: string;
  readonly tex: string;
}

export const formulas: readonly Formula[] = [
  {
    title: "Quadratic equation",
    text: "The two roots of a quadratic equation with real coefficients.",
    tex: String.raw`x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`,
  },
  {
    title: "Sum of squares",
    text: "The sum of the first squares, by induction.",
    tex: String.raw`\sum_{k=1}^{n} k^2 = \frac{n(n+1)(2n+1)}{6}`,
  },
  {
    title: "Gaussian integral",
    text: "The area under the bell curve.",
    tex: String.raw`\int_{-\infty}^{\infty} e^{-x^2}\,\mathrm{d}x = \sqrt{\pi}`,
  },
  {
    title: "Rotation",
    text: "A turn of the plane as a matrix.",
    tex: String.raw`R(\theta) = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}`,
  },
  {
    title: "Absolute value",
    text: "A definition by cases.",
    tex: String.raw`|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}`,
  },
  {
    title: "Divergence",
    text: "Gauss's theorem, with vectors.",
    tex: String.raw`\iiint_V \nabla \cdot \vec{F}\,\mathrm{d}V = \oiint_{\partial V} \vec{F} \cdot \hat{n}\,\mathrm{d}S`,
  },
  {
    title: "Continued fraction",
    text: "The golden ratio, nested.",
    tex: String.raw`\varphi = 1 + \cfrac{1}{1 + \cfrac{1}{1 + \cfrac{1}{1 + \cdots}}}`,
  },
  {
    title: "Derivation",
    text: "Lines that are aligned.",
    tex: String.raw`\begin{aligned} (a+b)^3 &= (a+b)(a+b)^2 \\ &= a^3 + 3a^2b + 3ab^2 + b^3 \end{aligned}`,
  },
  {
    title: "Braces",
    text: "Notes under a term and over another.",
    tex: String.raw`\underbrace{a + \cdots + a}_{n \text{ terms}} = \overbrace{n \cdot a}^{\text{product}}`,
  },
];
